using Analytics.Domain.People;

namespace Analytics.Ingest.Loading;

/// <summary>A column in which a row differs from what is loaded. Texts as a person reads them; empty for no value.</summary>
public readonly record struct Difference(string Column, string Loaded, string Found)
{
    /// <summary>Collects the columns that differ.</summary>
    public static IReadOnlyList<Difference> Between(params ReadOnlySpan<(string Column, object? Loaded, object? Found)> pairs)
    {
        List<Difference>? found = null;
        foreach (var (column, loaded, now) in pairs)
            if (!Equals(loaded, now))
                (found ??= []).Add(new(column, Show(loaded), Show(now)));
        return found ?? (IReadOnlyList<Difference>)[];
    }

    static string Show(object? value) => value switch
    {
        null => "",
        // Choices as a file writes them.
        bool choice => choice ? "yes" : "no",
        RosterStatus.NoCouncil => "no-council",
        Enum word => word.ToString().ToLowerInvariant(),
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
