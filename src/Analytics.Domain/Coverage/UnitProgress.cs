using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.Coverage;

/// <summary>How it is known that a unit has taken a step.</summary>
public enum StepSource
{
    /// <summary>Not taken, as far as is known.</summary>
    None,
    /// <summary>Somebody wrote it down, or a file said so.</summary>
    Recorded,
    /// <summary>The results say so: their own day of the vote, the day they were loaded, the day they were compared.</summary>
    Results,
    /// <summary>Nobody wrote it down, but a later step was taken.</summary>
    Passed,
}

/// <summary>One step of one unit: since when, and from whom that is known.</summary>
/// <param name="On">Null when not taken, or when nobody wrote down the day.</param>
public readonly record struct StepDay(StepSource Source, DateOnly? On, string? By)
{
    public bool Taken => Source != StepSource.None;
}

/// <summary>How far one unit has come in a round.</summary>
/// <param name="Area">Code of the area it is counted under; null above commune level.</param>
/// <param name="Body">The unit whose Party committee reports for it; itself where no district stands above.</param>
/// <param name="Expected">False where nobody is put to the vote: no council, all posts vacant or exempt.</param>
/// <param name="Due">Officials due by the roster; null without a roster.</param>
/// <param name="NotDue">Exempt and vacant posts by the roster.</param>
/// <param name="NoCouncil">Posts that do not exist there, by the roster.</param>
/// <param name="Results">Officials with a result; who is exempt is not counted.</param>
/// <param name="Days">One for each of <see cref="CoverageSteps.All"/>.</param>
public sealed record UnitProgress(
    Unit Unit, string? Area, Unit Body, bool Expected, int? Due, int NotDue, int NoCouncil, int Results, int Verified, IReadOnlyList<StepDay> Days)
{
    public StepDay this[CoverageStep step] => Days[(int)step];

    /// <summary>The furthest step taken; null before the first.</summary>
    public CoverageStep? Reached { get; } = Furthest(Days);

    public bool Received => Reached >= CoverageStep.Minutes;

    /// <summary>Results of some of the officials due have come, of others not.</summary>
    public bool Partial => Results > 0 && Results < Due;

    /// <summary>Everything that was expected is there.</summary>
    public bool Complete => Reached == CoverageStep.Verified && !Partial;

    /// <summary>The first step that is not taken although its last day is over; null when the unit is in time or owes nothing.</summary>
    public (CoverageStep Step, DateOnly Due)? Overdue(Round round, RoundPlan? plan, DateOnly today) => FirstMissing(RoundPlan.Over(round, plan, today));

    /// <summary>The first of these steps that is not taken; null when all are, or the unit owes nothing.</summary>
    internal (CoverageStep Step, DateOnly Due)? FirstMissing(IReadOnlyList<(CoverageStep Step, DateOnly Due)> steps)
    {
        if (!Expected) return null;
        foreach (var step in steps)
            if (!this[step.Step].Taken) return step;
        return null;
    }

    static CoverageStep? Furthest(IReadOnlyList<StepDay> days)
    {
        for (var i = days.Count - 1; i >= 0; i--)
            if (days[i].Taken) return (CoverageStep)i;
        return null;
    }
}

/// <summary>How far the units of a round have come, in the order of area and code.</summary>
/// <param name="Units">Those expected, those that reported without being so, and those to whom the round does not apply by the roster.</param>
/// <param name="ByPosition">Per post code: officials due (null: cannot be told) and officials with a result.</param>
public sealed record RoundProgress(
    Round Round, RoundPlan? Plan, bool FromRoster, DateOnly Today, IReadOnlyList<UnitProgress> Units, IReadOnlyList<(string Position, int? Due, int Results)> ByPosition)
{
    public IReadOnlyList<UnitProgress> Expected { get; } = Units.Where(u => u.Expected).ToList();

    /// <summary>Units of the round's level that its roster says nothing of; they are not expected, and may have been forgotten.</summary>
    public IReadOnlyList<Unit> Unlisted { get; init; } = [];

    /// <summary>The same of some units only, without what is told of all together.</summary>
    public RoundProgress Of(Func<Unit, bool> isSeen) => new(Round, Plan, FromRoster, Today, Units.Where(u => isSeen(u.Unit)).ToList(), [])
    {
        Unlisted = Unlisted.Where(isSeen).ToList(),
    };

    public DateOnly? DueOf(CoverageStep step) => RoundPlan.DueOf(Round, Plan, step);

    readonly int[] taken = CountTaken(Units);

    /// <summary>Expected units that have taken a step, or a later one.</summary>
    public int Taken(CoverageStep step) => taken[(int)step];

    readonly Dictionary<int, (CoverageStep Step, DateOnly Due)> overdue = FindOverdue(Round, Plan, Today, Units);

    /// <summary>Units overdue with a step.</summary>
    public int OverdueCount => overdue.Count;

    /// <summary>Units of which this is the first step overdue.</summary>
    public int OverdueWith(CoverageStep step) => overdue.Values.Count(o => o.Step == step);

    /// <summary>The first step that is not taken although its last day is over; null when the unit is in time or owes nothing.</summary>
    public (CoverageStep Step, DateOnly Due)? OverdueOf(UnitProgress unit) => overdue.TryGetValue(unit.Unit.Id, out var late) ? late : null;

    static Dictionary<int, (CoverageStep Step, DateOnly Due)> FindOverdue(Round round, RoundPlan? plan, DateOnly today, IReadOnlyList<UnitProgress> units)
    {
        var over = RoundPlan.Over(round, plan, today);
        var found = new Dictionary<int, (CoverageStep, DateOnly)>();
        foreach (var unit in units)
            if (unit.FirstMissing(over) is { } missing) found.Add(unit.Unit.Id, missing);
        return found;
    }

    static int[] CountTaken(IReadOnlyList<UnitProgress> units)
    {
        var taken = new int[CoverageSteps.All.Count];
        foreach (var unit in units)
        {
            if (!unit.Expected) continue;
            for (var i = 0; i < taken.Length; i++)
                if (unit.Days[i].Taken) taken[i]++;
        }
        return taken;
    }
}
