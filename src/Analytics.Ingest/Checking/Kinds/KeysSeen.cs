using Analytics.Domain.Rounds;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>The keys of the rows gone by, with where each stood first.</summary>
internal sealed class KeysSeen<T>(Findings findings) where T : notnull
{
    readonly Dictionary<T, Place> first = [];

    /// <summary>Reports the current row when its key has come before.</summary>
    public void Check(T key, string column, string? value, Func<T, Text> describe)
    {
        if (!first.TryAdd(key, findings.Place))
            findings.Error(column, value, Rule.DuplicateRow, Messages.DuplicateRow(describe(key), first[key], findings.Place));
    }
}
