using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Officials;

/// <summary>One post of the roster on which no vote is taken, and why.</summary>
sealed record RosterNote(string? Official, Unit Unit, Position Position, RosterStatus Status, string Reason);

/// <summary>What the list of results does not show: neither zero nor missing without a reason.</summary>
/// <param name="Notes">Exempt, vacant, no council; at most <see cref="Most"/>.</param>
/// <param name="Waiting">Officials due in units that have not reported.</param>
sealed record RosterView(IReadOnlyList<RosterNote> Notes, int Exempt, int Vacant, int NoCouncil, int Waiting, int WaitingUnits)
{
    public const int Most = 200;

    public int Total => Exempt + Vacant + NoCouncil;

    /// <param name="reported">Units with results in the round.</param>
    /// <param name="wanted">Whether an official of a unit and post is looked at.</param>
    public static RosterView Of(QueryContext context, Round round, IReadOnlySet<int> reported, Func<int, int, bool> wanted)
    {
        var reference = context.Reference;
        var entries = context.Db.Roster.Where(r => r.RoundId == round.Id)
            .Select(r => new { r.Id, r.UnitId, r.PositionId, r.Status, r.Reason, Official = r.Status == RosterStatus.Due ? null : r.Official })
            .AsEnumerable().Where(r => wanted(r.UnitId, r.PositionId)).ToList();
        var left = entries.Where(r => r.Status != RosterStatus.Due).ToList();
        var waiting = entries.Where(r => r.Status == RosterStatus.Due && !reported.Contains(r.UnitId)).ToList();
        var posts = reference.Positions.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var notes = left
            .Select(r => (Entry: r, Unit: reference.Units.ById(r.UnitId), Position: reference.Position(r.PositionId)))
            .Where(r => r.Unit is not null && r.Position is not null)
            .OrderBy(r => r.Entry.Status).ThenBy(r => r.Unit!.Code, StringComparer.Ordinal).ThenBy(r => posts[r.Entry.PositionId]).ThenBy(r => r.Entry.Id)
            .Take(Most).Select(r => new RosterNote(r.Entry.Official, r.Unit!, r.Position!, r.Entry.Status, r.Entry.Reason)).ToList();
        return new RosterView(notes,
            left.Count(r => r.Status == RosterStatus.Exempt), left.Count(r => r.Status == RosterStatus.Vacant), left.Count(r => r.Status == RosterStatus.NoCouncil),
            waiting.Count, waiting.Select(r => r.UnitId).Distinct().Count());
    }
}
