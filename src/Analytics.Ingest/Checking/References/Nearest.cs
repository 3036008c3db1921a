using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Checking.References;

/// <summary>The few known things nearest to what was written, for messages.</summary>
internal static class Nearest
{
    const int Count = 3, LongestCompared = 100;

    /// <summary>Up to three of the candidates, nearest first; ties in the order given.</summary>
    /// <param name="wanted">The text that was not found, folded if the keys are.</param>
    public static List<T> Of<T>(string wanted, IEnumerable<T> candidates, Func<T, string> key)
    {
        var text = Cut(wanted);
        List<(int Distance, T Candidate)> best = [];
        foreach (var candidate in candidates)
        {
            var other = Cut(key(candidate));
            if (best.Count == Count && Math.Abs(other.Length - text.Length) >= best[^1].Distance) continue;
            var distance = EditDistance.Between(text, other);
            if (best.Count == Count && distance >= best[^1].Distance) continue;
            if (best.Count == Count) best.RemoveAt(Count - 1);
            var at = best.FindIndex(b => b.Distance > distance);
            best.Insert(at < 0 ? best.Count : at, (distance, candidate));
        }
        return best.ConvertAll(b => b.Candidate);
    }

    static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, LongestCompared));
}
