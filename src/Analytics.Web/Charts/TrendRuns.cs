namespace Analytics.Web.Charts;

/// <summary>How the rounds of one segment are joined.</summary>
internal static class TrendRuns
{
    /// <summary>Stretches without a gap: a round without a share ends a line.</summary>
    public static IReadOnlyList<IReadOnlyList<TrendPoint>> Of(IReadOnlyList<TrendPoint> points)
    {
        var runs = new List<List<TrendPoint>>();
        var open = false;
        foreach (var point in points.OrderBy(p => p.Year))
        {
            if (point.Share is null) open = false;
            else
            {
                if (!open) runs.Add([]);
                runs[^1].Add(point);
                open = true;
            }
        }
        return runs;
    }

    /// <summary>A run as lines: solid between finished rounds, dotted to and from an unfinished one.</summary>
    public static IEnumerable<(IReadOnlyList<TrendPoint> Part, bool Dotted)> Lines(IReadOnlyList<TrendPoint> run)
    {
        var start = 0;
        for (var i = 1; i < run.Count; i++)
        {
            var dotted = run[i].Unfinished || run[i - 1].Unfinished;
            var nextDotted = i + 1 < run.Count && (run[i + 1].Unfinished || run[i].Unfinished);
            if (i + 1 < run.Count && nextDotted == dotted) continue;
            yield return ([.. run.Skip(start).Take(i - start + 1)], dotted);
            start = i;
        }
    }
}
