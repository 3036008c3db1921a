using Analytics.Domain.FollowUp;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace Analytics.Web.Mails;

/// <summary>What the digest and the notices say, to the viewer of the service scope and with their rights: post and unit, never a name.</summary>
sealed class CaseMails(IMediator mediator, QueryContext context, Texts texts, Formats formats, Language language, CaseWords words, MailSettings settings)
{
    /// <summary>Cases listed of one kind; the others are a number and an address.</summary>
    const int MostListed = 20;

    /// <summary>The digest of today: what is new since an instant, overdue, and due within a week, of the viewer's own cases and those nobody has yet. Null where there is nothing.</summary>
    /// <param name="since">UTC.</param>
    public async Task<MailText?> Digest(DateTime since, CancellationToken ct)
    {
        var user = context.Viewer.UserName;
        var own = (await mediator.Send(new CaseKeysQuery(), ct)).All.Where(k => k.IsOpen && (k.Assignee.Length == 0 || k.Assignee == user)).ToList();
        (string Name, string Address, List<CaseKey> Cases)[] parts =
        [
            ("new", "/follow-up", own.FindAll(k => k.OpenedAt > since)),
            ("overdue", "/follow-up?state=overdue", own.FindAll(k => k.Overdue)),
            ("soon", "/follow-up?state=soon", own.FindAll(k => k.States.HasFlag(CaseStates.Soon))),
        ];
        if (parts.All(p => p.Cases.Count == 0)) return null;
        var day = formats.ShortDate(context.Today);
        var lines = new List<string> { texts["mail.digest.intro", day], "" };
        foreach (var (name, address, cases) in parts.Where(p => p.Cases.Count > 0))
        {
            lines.Add(texts["mail.digest." + name, formats.CountInText(cases.Count)]);
            lines.AddRange(cases.Take(MostListed).Select(Line));
            if (cases.Count > MostListed) lines.Add(texts["mail.digest.more", formats.CountInText(cases.Count - MostListed)]);
            if (settings.Link.Length > 0) lines.Add("  " + settings.Link + address);
            lines.Add("");
        }
        var subject = texts["mail.digest.subject", [day, .. parts.Select(p => formats.CountInText(p.Cases.Count))]];
        return new MailText(subject, Letter(lines, parts.SelectMany(p => p.Cases).Any(k => context.Reference.Round(k.RoundId)!.Sample)));
    }

    /// <summary>One change of the state of a case; null where the viewer has no such case any more.</summary>
    public MailText? Notice(int caseId, int revision)
    {
        if (context.Db.Cases.AsNoTracking().SingleOrDefault(c => c.Id == caseId) is not { } known) return null;
        var events = context.Db.CaseEvents.AsNoTracking().Where(e => e.CaseId == caseId && e.Revision == revision && NoticeFinder.Kinds.Contains(e.Kind)).OrderBy(e => e.Id).ToList();
        if (events.Count == 0) return null;
        var round = context.Reference.Round(known.RoundId)!;
        var lines = new List<string> { texts["mail.notice.case", formats.Count(caseId), Place(known.PositionId, known.UnitId), round.Name(language.English)], "" };
        // Not the reason: what somebody typed may have a name in it.
        lines.AddRange(events.Select(e => texts["mail.notice.event", formats.Instant(e.At), words.By(e), words.Event(e)]));
        lines.Add(texts["mail.notice.now", words.Stage(known.Stage)]);
        if (settings.Link.Length > 0) lines.Add(Invariant($"{settings.Link}/follow-up/{caseId}"));
        lines.Add("");
        return new MailText(texts["mail.notice.subject", formats.Count(caseId)], Letter(lines, round.Sample));
    }

    string Line(CaseKey key)
    {
        var due = key.Paused ? texts["mail.paused"] : key.Due is { } day ? texts[key.Overdue ? "mail.overdue" : "mail.due", formats.ShortDate(day)] : texts["follow-up.due.none"];
        return "- " + texts["mail.line", formats.Count(key.Id), Place(key.PositionId, key.UnitId), words.Stage(key.Stage), due, key.Assignee.Length == 0 ? texts["mail.nobody"] : texts["mail.yours"]];
    }

    string Place(int position, int unit) => $"{context.Reference.Position(position)!.Name(language.English)}, {context.Reference.Units.ById(unit)!.Name}";

    string Letter(List<string> lines, bool sample) => string.Join("\r\n", [.. sample ? [texts["layout.sample"], ""] : Array.Empty<string>(), .. lines, texts["mail.foot"]]) + "\r\n";
}
