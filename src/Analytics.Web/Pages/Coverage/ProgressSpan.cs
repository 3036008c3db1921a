using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Coverage;

/// <summary>The days curves of progress are drawn over, counted from the last day for results: 0 is that day.</summary>
sealed class ProgressSpan
{
    /// <summary>A day written down with a wrong year must not squeeze all others into one line.</summary>
    const int Longest = 150;

    /// <summary>How long a line of a round that was never finished goes on after the last arrival of all.</summary>
    const int Silence = 28;

    readonly ReceivedCurve current;
    readonly Dictionary<int, DateOnly> zeros;
    readonly HashSet<string> twice;

    public ProgressSpan(ReceivedCurves curves)
    {
        current = curves.Current;
        var due = curves.Progress.DueOf(CoverageStep.Minutes);
        (HasDue, Zero) = (due is not null, due ?? current.Round.HeldTo);
        Drawn = curves.Earlier.Where(c => c.Days.Count > 0).ToList();
        zeros = Drawn.ToDictionary(c => c.Round.Id, c => c.Round.Due!.Value);
        twice = curves.Earlier.Select(c => c.Round).Append(current.Round).GroupBy(RoundWords.Year).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();

        Received = current.Known;
        Today = curves.Progress.Today.DayNumber - Zero.DayNumber;
        var finished = Received == current.Expected;
        var days = Drawn.Append(current).SelectMany(c => c.Days.Select(d => Place(c, d.Day))).ToList();
        var inside = days.Where(d => Math.Abs(d) <= Longest).ToList();
        var lastArrival = inside.Append(7).Max();
        End = finished ? Place(current, current.Days[^1].Day) : Today;
        From = Math.Max(inside.Append(-14).Append(Today).Min() - 1, -Longest);
        To = Math.Min((finished ? lastArrival : Math.Max(lastArrival, Math.Min(Today, lastArrival + Silence))) + 1, Longest);
    }

    public bool HasDue { get; }

    /// <summary>The last day for results; the last day of the round where none was set.</summary>
    public DateOnly Zero { get; }

    /// <summary>Earlier rounds with days.</summary>
    public IReadOnlyList<ReceivedCurve> Drawn { get; }

    public int Received { get; }

    public int Today { get; }

    /// <summary>Where the line of the round ends: at its last arrival when all have come, else today.</summary>
    public double End { get; }

    public int From { get; }

    public int To { get; }

    /// <summary>Arrivals before or after the days drawn.</summary>
    public int Outside => Drawn.Append(current).Sum(c => c.Days.Where(d => Place(c, d.Day) is var at && (at < From || at > To)).Sum(d => d.Units));

    int Place(ReceivedCurve curve, DateOnly day) => day.DayNumber - (curve == current ? Zero : zeros[curve.Round.Id]).DayNumber;

    /// <summary>How many had come by a day.</summary>
    public int ReceivedBy(ReceivedCurve curve, int day) => curve.Days.Where(d => Place(curve, d.Day) <= day).Sum(d => d.Units);

    public List<(double Day, double Share)> Steps(ReceivedCurve curve) =>
        curve.Days.Select(d => Place(curve, d.Day)).Select(day => ((double)day, (double)ReceivedBy(curve, day) / curve.Expected)).ToList();

    /// <summary>The year of a round; its code where two of a year stand beside each other.</summary>
    public string NameOf(Round round) => RoundWords.Year(round) is var year && twice.Contains(year) ? round.Code : year;
}
