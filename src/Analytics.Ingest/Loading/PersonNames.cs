using Analytics.Domain.Names;

namespace Analytics.Ingest.Loading;

/// <summary>Folded forms and sort keys of names; a name that comes again is not worked out again.</summary>
sealed class PersonNames
{
    /// <summary>Names kept: many more than there are in a city, and few enough for any memory.</summary>
    const int Most = 200_000;

    readonly Dictionary<string, (string Folded, string? SortKey)> known = new(StringComparer.Ordinal);

    public string Folded(string name) => Of(name).Folded;

    public string SortKey(string name)
    {
        var entry = Of(name);
        if (entry.SortKey is { } key) return key;
        key = SortKeys.OfPerson(name);
        if (known.ContainsKey(name)) known[name] = (entry.Folded, key);
        return key;
    }

    (string Folded, string? SortKey) Of(string name)
    {
        if (known.TryGetValue(name, out var entry)) return entry;
        entry = (Folding.Fold(name), null);
        if (known.Count < Most) known[name] = entry;
        return entry;
    }
}
