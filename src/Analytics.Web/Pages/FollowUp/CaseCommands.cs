using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Dates;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What became of a change.</summary>
/// <param name="Found">Whether the viewer has such a case.</param>
/// <param name="Refusal">Why nothing was changed.</param>
/// <param name="Since">What others changed since the revision that was seen: nothing was changed then either. Oldest first.</param>
sealed record ChangeOutcome(bool Found, CaseRefusal? Refusal, IReadOnlyList<CaseEvent> Since)
{
    public bool Done => Found && Refusal is null && Since.Count == 0;
}

/// <summary>Changes one case as it was seen. A note is added whatever happened meanwhile.</summary>
/// <param name="Seen">The revision the page showed.</param>
sealed record ChangeCaseCommand(int Id, int Seen, CaseChange Change) : ICommand<ChangeOutcome>;

/// <summary>A task of a case is done, or a request answered.</summary>
sealed record FinishItemCommand(int Id, int Seen, int ItemId, string Answer) : ICommand<ChangeOutcome>;

/// <summary>Gives several cases to somebody; those that changed since they were seen stay as they are. Returns how many were given.</summary>
/// <param name="Cases">Ids with the revisions that were seen.</param>
sealed record AssignCasesCommand(IReadOnlyList<(int Id, int Seen)> Cases, string User) : ICommand<AssignOutcome>;

/// <param name="Given">Cases that changed hands.</param>
/// <param name="Changed">Cases that somebody changed meanwhile.</param>
sealed record AssignOutcome(int Given, int Changed);

/// <summary>Opens a case by hand for the official of a result; returns its id, of the one there is already too. Null where there is no such result.</summary>
sealed record OpenCaseCommand(int ResultId, string Reason) : ICommand<int?>;

sealed class ChangeCaseHandler(CaseChanging changing) : RequestHandler<ChangeCaseCommand, ChangeOutcome>
{
    protected override ChangeOutcome Handle(ChangeCaseCommand request) => changing.Make(request.Id, request.Seen, (db, known) => request.Change switch
    {
        CaseChange.Close close => close with { OpenRequests = db.CaseItems.Count(i => i.CaseId == known.Id && i.Kind == CaseItemKind.Request && i.DoneAt == null) },
        var change => change,
    });
}

sealed class FinishItemHandler(CaseChanging changing) : RequestHandler<FinishItemCommand, ChangeOutcome>
{
    protected override ChangeOutcome Handle(FinishItemCommand request) => changing.Make(request.Id, request.Seen,
        (db, known) => db.CaseItems.SingleOrDefault(i => i.Id == request.ItemId && i.CaseId == known.Id) is { } item ? new CaseChange.Finish(item, request.Answer) : null);
}

/// <summary>Makes a change of one case in the writer's turn, within the viewer's scope, as it was seen.</summary>
sealed class CaseChanging(Store store, TimeProvider time, CurrentViewer current)
{
    /// <param name="change">The change, from what is stored; null: there is no such thing.</param>
    public ChangeOutcome Make(int id, int seen, Func<AnalyticsDb, FollowUpCase, CaseChange?> change)
    {
        using var writer = store.Write();
        var db = writer.Db;
        db.Scope = current.Required.Scope;
        if (db.Cases.SingleOrDefault(c => c.Id == id) is not { } known || change(db, known) is not { } wanted) return new(false, null, []);
        if (known.Revision != seen && !wanted.OnlyAdds)
            return new(true, null, db.CaseEvents.AsNoTracking().Where(e => e.CaseId == known.Id && e.Revision > seen).OrderBy(e => e.Id).ToList());
        var round = writer.Reference.Round(known.RoundId)!;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var (events, refusal) = wanted.Apply(known, new CaseSetting(FollowUpRule.Of(writer.Reference.RegimeOf(round)), round.HeldFrom, VietnamTime.DateOf(now), now, by));
        if (refusal is not null) return new(true, refusal, []);
        db.CaseEvents.AddRange(events);
        if (wanted is CaseChange.Add { Item: var item }) db.CaseItems.Add(item);
        db.Audit.Add(CaseAudit.Entry("case-" + wanted.GetType().Name.ToLowerInvariant(), known.Id, now, by));
        writer.RaiseWorkVersion();
        writer.Commit();
        return new(true, null, []);
    }
}

sealed class AssignCasesHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<AssignCasesCommand, AssignOutcome>
{
    protected override AssignOutcome Handle(AssignCasesCommand request)
    {
        using var writer = store.Write();
        var db = writer.Db;
        db.Scope = current.Required.Scope;
        var seen = request.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Seen);
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var (given, changed) = (0, 0);
        foreach (var known in db.Cases.Where(c => seen.Keys.Contains(c.Id)).ToList())
        {
            if (known.Revision != seen[known.Id])
            {
                changed++;
                continue;
            }
            var round = writer.Reference.Round(known.RoundId)!;
            var (events, refusal) = new CaseChange.Assign(request.User).Apply(known, new CaseSetting(FollowUpRule.Of(writer.Reference.RegimeOf(round)), round.HeldFrom, VietnamTime.DateOf(now), now, by));
            if (refusal is not null) continue;
            db.CaseEvents.AddRange(events);
            db.Audit.Add(CaseAudit.Entry("case-assign", known.Id, now, by));
            given++;
        }
        if (given == 0) return new(0, changed);
        writer.RaiseWorkVersion();
        writer.Commit();
        return new(given, changed);
    }
}

sealed class OpenCaseHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<OpenCaseCommand, int?>
{
    protected override int? Handle(OpenCaseCommand request)
    {
        using var writer = store.Write();
        var db = writer.Db;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        if (db.Results.AsNoTracking().SingleOrDefault(r => r.Id == request.ResultId && r.ToVersion == null) is not { } result || !current.Required.Scope.Holds(result.UnitId)) return null;
        if (CaseOpening.ByReviewer(db, writer.Reference, result.Id, CaseReason.ByHand, request.Reason, by, now) is not { } made)
            return db.Cases.Where(c => c.RoundId == result.RoundId && c.PersonId == result.PersonId).Select(c => (int?)c.Id).SingleOrDefault();
        db.Audit.Add(CaseAudit.Entry("case-open", made.Id, now, by));
        writer.RaiseWorkVersion();
        writer.Commit();
        return made.Id;
    }
}

static class CaseAudit
{
    /// <param name="what">What the number is of.</param>
    public static AuditEntry Entry(string action, int id, DateTime at, string by, string what = "case") =>
        new() { At = at, User = by, Action = action, Target = string.Create(CultureInfo.InvariantCulture, $"{what} {id}"), EntryKey = Guid.NewGuid().ToString("N") };
}
