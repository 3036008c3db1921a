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
/// <param name="OutOfReach">Cases of units that the account may not see.</param>
sealed record AssignOutcome(int Given, int Changed, int OutOfReach);

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

sealed class AssignCasesHandler(Store store, CaseChanging changing, CurrentViewer current) : RequestHandler<AssignCasesCommand, AssignOutcome>
{
    protected override AssignOutcome Handle(AssignCasesCommand request)
    {
        using var writer = store.Write();
        writer.Db.Scope = current.Required.Scope;
        var seen = request.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Seen);
        var outcome = new AssignOutcome(0, 0, 0);
        foreach (var known in writer.Db.Cases.Where(c => seen.Keys.Contains(c.Id)).ToList())
        {
            if (known.Revision != seen[known.Id]) outcome = outcome with { Changed = outcome.Changed + 1 };
            else outcome = changing.Apply(writer, known, new CaseChange.Assign(request.User)) switch
            {
                null => outcome with { Given = outcome.Given + 1 },
                CaseRefusal.OutOfReach => outcome with { OutOfReach = outcome.OutOfReach + 1 },
                _ => outcome,
            };
        }
        if (outcome.Given == 0) return outcome;
        writer.RaiseWorkVersion();
        writer.Commit();
        return outcome;
    }
}

/// <summary>Makes changes of cases in the writer's turn.</summary>
sealed class CaseChanging(Store store, TimeProvider time, CurrentViewer current, ViewerSource viewers)
{
    readonly Dictionary<string, Viewer?> asked = new(StringComparer.Ordinal);

    /// <summary>Changes one case within the viewer's scope, as it was seen.</summary>
    /// <param name="change">The change, from what is stored; null: there is no such thing.</param>
    public ChangeOutcome Make(int id, int seen, Func<AnalyticsDb, FollowUpCase, CaseChange?> change)
    {
        using var writer = store.Write();
        var db = writer.Db;
        db.Scope = current.Required.Scope;
        if (db.Cases.SingleOrDefault(c => c.Id == id) is not { } known || change(db, known) is not { } wanted) return new(false, null, []);
        if (known.Revision != seen && !wanted.OnlyAdds)
            return new(true, null, db.CaseEvents.AsNoTracking().Where(e => e.CaseId == known.Id && e.Revision > seen).OrderBy(e => e.Id).ToList());
        if (Apply(writer, known, wanted) is { } refusal) return new(true, refusal, []);
        writer.RaiseWorkVersion();
        writer.Commit();
        return new(true, null, []);
    }

    /// <summary>Applies a change with its timeline and audit, to be committed by who has the turn; or says why not.</summary>
    public CaseRefusal? Apply(Writer writer, FollowUpCase known, CaseChange change)
    {
        // A case nobody can open would be forgotten.
        if (AssigneeOf(change) is { Length: > 0 } user && Reviewer(user)?.Scope.Holds(known.UnitId) != true) return CaseRefusal.OutOfReach;
        var round = writer.Reference.Round(known.RoundId)!;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var (events, refusal) = change.Apply(known, new CaseSetting(FollowUpRule.Of(writer.Reference.RegimeOf(round)), round.HeldFrom, VietnamTime.DateOf(now), now, by));
        if (refusal is not null) return refusal;
        writer.Db.CaseEvents.AddRange(events);
        if (change is CaseChange.Add { Item: var item }) writer.Db.CaseItems.Add(item);
        if (change is CaseChange.Attach { File: var file }) writer.Db.CaseFiles.Add(file);
        writer.Db.Audit.Add(CaseAudit.Entry("case-" + change.GetType().Name.ToLowerInvariant(), known.Id, now, by));
        return null;
    }

    static string? AssigneeOf(CaseChange change) => change switch
    {
        CaseChange.Assign assign => assign.User,
        CaseChange.Add { Item: var item } => item.Assignee,
        _ => null,
    };

    Viewer? Reviewer(string user) => asked.TryGetValue(user, out var known) ? known : asked[user] = viewers.Find(user);
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
