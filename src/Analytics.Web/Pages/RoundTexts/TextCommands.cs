using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Coverage;
using Analytics.Domain.Names;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.RoundTexts;

/// <summary>What a form says of one section, and the version its writer had before them; 0 where there was none.</summary>
sealed record SectionDraft(TextSection Section, string Body, int Seen);

/// <summary>Writes new versions of sections of a round's text. One that somebody else wrote meanwhile is not overwritten.</summary>
/// <param name="UnitId">Null: the city.</param>
/// <returns>Sections kept, and sections somebody else has changed.</returns>
sealed record SaveTextCommand(int RoundId, int? UnitId, IReadOnlyList<SectionDraft> Drafts) : ICommand<SavedText>;

sealed record SavedText(int Kept, IReadOnlyList<TextSection> Conflicts);

/// <summary>Counts a theme of the opinions; the same theme again replaces the number. No count takes it back.</summary>
sealed record CountOpinionCommand(int RoundId, int? UnitId, string Theme, int Count) : ICommand<bool>;

sealed class SaveTextHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<SaveTextCommand, SavedText>
{
    protected override SavedText Handle(SaveTextCommand request)
    {
        using var writer = store.Write();
        var (db, now, by) = (writer.Db, time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var standing = db.RoundTexts.Where(t => t.RoundId == request.RoundId && t.UnitId == request.UnitId).AsEnumerable().GroupBy(t => t.Section).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Id)!);
        var (kept, conflicts) = (new List<TextSection>(), new List<TextSection>());
        foreach (var draft in request.Drafts)
        {
            var was = standing.GetValueOrDefault(draft.Section);
            if ((was?.Body ?? "") == draft.Body) continue;
            if ((was?.Id ?? 0) != draft.Seen)
            {
                conflicts.Add(draft.Section);
                continue;
            }
            db.RoundTexts.Add(new RoundText { RoundId = request.RoundId, UnitId = request.UnitId, Section = draft.Section, Body = draft.Body, At = now, By = by });
            kept.Add(draft.Section);
        }
        if (kept.Count == 0) return new(0, conflicts);
        db.Audit.Add(new AuditEntry
        {
            At = now,
            User = by,
            Action = "text",
            EntryKey = Guid.NewGuid().ToString("N"),
            Target = string.Create(CultureInfo.InvariantCulture, $"round {request.RoundId}{(request.UnitId is { } unit ? $" unit {unit}" : "")}: {string.Join(", ", kept.Select(s => s.Code()))}"),
        });
        writer.RaiseWorkVersion();
        writer.Commit();
        return new(kept.Count, conflicts);
    }
}

sealed class CountOpinionHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<CountOpinionCommand, bool>
{
    protected override bool Handle(CountOpinionCommand request)
    {
        using var writer = store.Write();
        var (db, now, by) = (writer.Db, time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var folded = Folding.Fold(request.Theme);
        var standing = db.Opinions.SingleOrDefault(o => o.RoundId == request.RoundId && o.UnitId == request.UnitId && o.ThemeFolded == folded && o.RemovedAt == null);
        if ((standing?.Count ?? 0) == request.Count) return false;
        if (standing is not null) (standing.RemovedAt, standing.RemovedBy) = (now, by);
        if (request.Count > 0)
            db.Opinions.Add(new Opinion { RoundId = request.RoundId, UnitId = request.UnitId, Theme = request.Theme, ThemeFolded = folded, Count = request.Count, At = now, By = by });
        db.Audit.Add(new AuditEntry { At = now, User = by, Action = "opinions", Target = string.Create(CultureInfo.InvariantCulture, $"round {request.RoundId}{(request.UnitId is { } unit ? $" unit {unit}" : "")}"), Rows = request.Count, EntryKey = Guid.NewGuid().ToString("N") });
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
