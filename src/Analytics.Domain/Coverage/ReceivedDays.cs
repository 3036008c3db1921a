using System.Runtime.InteropServices;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>How many expected units of a round had sent their minutes by a day.</summary>
/// <param name="Days">Day and number of units that arrived on it, by day.</param>
/// <param name="Expected">Units expected in all.</param>
public sealed record ReceivedCurve(Round Round, int Expected, IReadOnlyList<(DateOnly Day, int Units)> Days)
{
    /// <summary>Units whose day of arrival is known.</summary>
    public int Known => Days.Sum(d => d.Units);
}

/// <summary>A unit that has not sent its minutes although those from which it came usually had by now.</summary>
/// <param name="UsualDays">Median over earlier rounds of the days from the last day for results to the arrival; negative: before it.</param>
/// <param name="Rounds">In how many earlier rounds the day is known.</param>
public sealed record Silence(UnitProgress Unit, double UsualDays, int Rounds);

/// <summary>When minutes arrived, in this round and earlier ones. The day is the one written down; that of loading counts for the current round only.</summary>
public static class ReceivedDays
{
    /// <summary>Earlier rounds a habit is told from, and curves are compared with.</summary>
    public const int RoundsBefore = 4;

    /// <summary>A habit needs more than one round.</summary>
    public const int FewestRounds = 2;

    /// <summary>Days of grace before somebody is said to be later than usual.</summary>
    public const int Grace = 3;

    /// <summary>Rounds of the same level held before this one that have a last day for results, the latest first.</summary>
    public static IReadOnlyList<Round> Before(ReferenceData reference, Round round) =>
        reference.Rounds.Where(r => r.Level == round.Level && r.HeldFrom < round.HeldFrom && r.Due is not null).OrderByDescending(r => r.HeldFrom).Take(RoundsBefore).ToList();

    public static ReceivedCurve Current(RoundProgress progress) => Curve(progress.Round, progress.Expected.Count, progress.Expected.Select(u => u.Received ? DayOf(u) : null));

    static DateOnly? DayOf(UnitProgress unit) => unit[CoverageStep.Minutes].On ?? unit[CoverageStep.Loaded].On;

    /// <summary>The curve of an earlier round over the units expected then; without days where nobody wrote them down.</summary>
    /// <param name="end">As known just before this moment, UTC; null: now.</param>
    /// <param name="isSeen">Of these units only; null: of all.</param>
    public static ReceivedCurve Earlier(AnalyticsDb db, ReferenceData reference, Round round, DateTime? end = null, Func<int, bool>? isSeen = null) =>
        Earlier(round, Expected(db, reference, round).Where(id => isSeen is null || isSeen(id)).ToList(), RoundSteps.Read(db, round.Id, end));

    /// <summary>The same from what was read before.</summary>
    /// <param name="expected">Ids of the units expected then.</param>
    public static ReceivedCurve Earlier(Round round, IReadOnlyCollection<int> expected, RoundSteps steps) => Curve(round, expected.Count, expected.Select(steps.ReceivedOn));

    static ReceivedCurve Curve(Round round, int expected, IEnumerable<DateOnly?> arrivals)
    {
        var units = new SortedDictionary<DateOnly, int>();
        foreach (var arrival in arrivals)
            if (arrival is { } day) units[day] = units.GetValueOrDefault(day) + 1;
        return new(round, expected, units.Select(d => (d.Key, d.Value)).ToList());
    }

    /// <summary>Ids of the units expected in a round: by its roster, else by their level.</summary>
    public static IReadOnlyList<int> Expected(AnalyticsDb db, ReferenceData reference, Round round)
    {
        var roster = db.Roster.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(r => r.RoundId == round.Id);
        return roster.Any()
            ? roster.Where(r => r.Status == People.RosterStatus.Due).Select(r => r.UnitId).Distinct().ToList()
            : reference.Units.All.Where(u => u.Level == round.Level && u.IsValidOn(round.HeldFrom)).Select(u => u.Id).ToList();
    }

    /// <summary>
    /// Units that have not sent their minutes and are later than usual. A unit of today is compared with the units it was made of, whole
    /// or in part: of several the median of each round, and of the rounds the median.
    /// </summary>
    /// <param name="end">As known just before this moment, UTC; null: now.</param>
    public static IReadOnlyList<Silence> Silent(AnalyticsDb db, ReferenceData reference, RoundProgress progress, DateTime? end = null) =>
        Silent(reference, progress, round => RoundSteps.Read(db, round.Id, end));

    /// <summary>The same from what was read before.</summary>
    /// <param name="stepsOf">What was written down of an earlier round.</param>
    public static IReadOnlyList<Silence> Silent(ReferenceData reference, RoundProgress progress, Func<Round, RoundSteps> stepsOf)
    {
        var round = progress.Round;
        if (progress.DueOf(CoverageStep.Minutes) is not { } due) return [];
        var before = Before(reference, round);
        var waiting = progress.Expected.Where(u => !u.Received).ToList();
        var late = progress.Today.DayNumber - due.DayNumber;
        if (waiting.Count == 0 || before.Count < FewestRounds) return [];
        var earlier = before.Select(r => (Due: r.Due!.Value.DayNumber, Steps: stepsOf(r))).ToList();
        var silent = new List<Silence>();
        foreach (var unit in waiting)
        {
            var sources = reference.Units.Predecessors(unit.Unit, round.HeldFrom).Append(unit.Unit).Select(u => u.Id).ToList();
            var rounds = earlier.Select(e => sources.Select(e.Steps.ReceivedOn).OfType<DateOnly>().Select(on => (double)(on.DayNumber - e.Due)).ToList()).Where(days => days.Count > 0).Select(Median).ToList();
            if (rounds.Count < FewestRounds) continue;
            var usual = Median(rounds);
            if (late > usual + Grace) silent.Add(new(unit, usual, rounds.Count));
        }
        return silent.OrderBy(s => s.UsualDays).ThenBy(s => s.Unit.Unit.Code, StringComparer.Ordinal).ToList();
    }

    static double Median(List<double> values)
    {
        values.Sort();
        return Quantile.Type7(CollectionsMarshal.AsSpan(values), 0.5);
    }
}
