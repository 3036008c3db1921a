using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>When a unit of today was last put to the vote.</summary>
/// <param name="Area">Code of the area it is counted under.</param>
/// <param name="Round">Its last round with results, or that of a unit it came from; null when none is known.</param>
/// <param name="Held">The unit as it was then; null with <paramref name="Round"/>.</param>
/// <param name="NotDue">The latest round asked nothing of it by its roster: no council, all posts vacant or exempt.</param>
public sealed record LastVote(Unit Unit, string? Area, Round? Round, Unit? Held, bool NotDue)
{
    /// <summary>More than two years ago by the day the round ended; also when no round is known.</summary>
    public bool IsOver(DateOnly today) => Round is not { } round || round.HeldTo.AddYears(RoundCycle.Years) < today;
}

/// <summary>
/// The last round of every commune-level unit of a day, followed back through its reorganisations: what a unit was made of, whole or in part, was
/// put to the vote for it.
/// </summary>
public static class LastVotes
{
    /// <summary>Reorganisations that are followed back.</summary>
    const int Deepest = 8;

    /// <summary>In the order of area and code.</summary>
    public static IReadOnlyList<LastVote> Of(AnalyticsDb db, ReferenceData reference, DateOnly today)
    {
        var units = reference.Units.All.Where(u => u.Level == UnitLevel.Commune && u.IsValidOn(today)).ToList();
        var rounds = reference.Rounds.Where(r => r.Level == UnitLevel.Commune && r.HeldFrom <= today).OrderByDescending(r => r.HeldTo).ThenByDescending(r => r.Code, StringComparer.Ordinal).ToList();
        var found = new Dictionary<int, (Round Round, Unit Held)>();
        var waiting = units.ToDictionary(u => u.Id, u => Sources(reference.Units, u, today));
        // The latest round answers for nearly all; earlier ones are asked for the rest only.
        foreach (var round in rounds)
        {
            if (waiting.Count == 0) break;
            var held = db.Results.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id && r.Exempt == null).Select(r => r.UnitId).Distinct().ToHashSet();
            foreach (var (id, sources) in waiting.ToList())
                if (sources.FirstOrDefault(s => held.Contains(s.Id)) is { } source)
                {
                    found[id] = (round, source);
                    waiting.Remove(id);
                }
        }
        var exempt = rounds.Count > 0 ? NotDue(db, rounds[0]) : [];
        return units.Select(u => found.TryGetValue(u.Id, out var last)
                ? new LastVote(u, reference.Units.AreaOf(u, today), last.Round, last.Held, exempt.Contains(u.Id))
                : new LastVote(u, reference.Units.AreaOf(u, today), null, null, exempt.Contains(u.Id)))
            .OrderBy(v => v.Area, StringComparer.Ordinal).ThenBy(v => v.Unit.Code, StringComparer.Ordinal).ToList();
    }

    /// <summary>The unit, then what it came from, nearest first.</summary>
    static List<Unit> Sources(UnitBook book, Unit unit, DateOnly date)
    {
        var all = new List<Unit> { unit };
        var seen = new HashSet<int> { unit.Id };
        for (var (from, depth) = (0, 0); depth < Deepest; depth++)
        {
            var until = all.Count;
            for (; from < until; from++)
                all.AddRange(book.Predecessors(all[from], all[from].Clamp(date)).Where(s => seen.Add(s.Id)));
            if (all.Count == until) break;
        }
        return all;
    }

    static HashSet<int> NotDue(AnalyticsDb db, Round round) => db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id)
        .GroupBy(r => r.UnitId).Select(g => new { g.Key, Due = g.Count(r => r.Status == RosterStatus.Due) }).Where(g => g.Due == 0).Select(g => g.Key).ToHashSet();
}
