using System.Diagnostics;

namespace Analytics.Benchmarks.Core;

/// <summary>Repeats of one thing, in the unit of its section (milliseconds, or requests per second).</summary>
sealed class Timing
{
    readonly List<double> values = [];

    public int Count => values.Count;
    public double Min => values.Min();
    public double Max => values.Max();

    public double Median
    {
        get
        {
            var sorted = values.Order().ToList();
            return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>The value that 95 of 100 repeats stay under.</summary>
    public double Percentile95 => values.Order().ElementAt((int)(0.95 * (values.Count - 1)));

    public void Add(double value) => values.Add(value);

    public void Add(TimeSpan elapsed) => values.Add(elapsed.TotalMilliseconds);

    /// <summary>Adds how long <paramref name="action"/> takes by the clock.</summary>
    public void Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        Add(Stopwatch.GetElapsedTime(start));
    }
}
