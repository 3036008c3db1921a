using System.Globalization;

namespace Analytics.Benchmarks.Core;

/// <summary>What the command line asks for.</summary>
/// <param name="Parts">Which measurements.</param>
/// <param name="Rows">Rows of the large store.</param>
/// <param name="Save">Name of the result file; null prints only.</param>
sealed record Arguments(IReadOnlyList<string> Parts, long Rows, string? Save)
{
    public const string Usage = "all | import | refresh | postgres | linear | busy | overview | coverage | pages | memory | start | small | charts …  [--rows N, at least 20000]  [--save NAME]";

    const long FewestRows = 20_000;

    public string Command => "dotnet run -c Release --project benchmarks/Analytics.Benchmarks -- "
        + string.Join(' ', Parts) + string.Create(CultureInfo.InvariantCulture, $" --rows {Rows}") + (Save is null ? "" : " --save " + Save);

    /// <summary>Null when the words are not understood.</summary>
    public static Arguments? Parse(string[] words, IReadOnlyCollection<string> known)
    {
        var parts = new List<string>();
        var (rows, save) = (1_000_000L, (string?)null);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "--rows" && i + 1 < words.Length && long.TryParse(words[++i], CultureInfo.InvariantCulture, out rows) && rows >= FewestRows) continue;
            if (words[i] == "--save" && i + 1 < words.Length && words[++i].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) save = words[i];
            else if (words[i] == "all" || known.Contains(words[i])) parts.Add(words[i]);
            else return null;
        }
        return new(parts.Count == 0 ? ["all"] : parts, rows, save);
    }
}
