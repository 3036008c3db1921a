using System.Globalization;
using Analytics.Ingest.Previews;

namespace Analytics.Ingest.Commands;

/// <summary>What <c>check --replace</c> prints beside the outcome of each file: rows, standings and trends that would change.</summary>
static class PreviewOutput
{
    /// <summary>How many items of a list are printed for people; the rest are counted.</summary>
    const int Shown = 20;

    /// <summary>Members of the object of a file. Standings and trends are those of the whole call, whose files see each other.</summary>
    /// <param name="preview">Null where nothing is to be replaced: the members are empty.</param>
    public static IEnumerable<KeyValuePair<string, object?>> Json(Preview? preview, int file) =>
    [
        new("differences", (preview?.Files[file].Differences.Shown ?? []).Select(d => new
        {
            sheet = d.Sheet,
            row = d.Row,
            code = d.Code,
            round = d.Subject?.Round,
            unit = d.Subject?.Unit,
            position = d.Subject?.Position,
            official = d.Subject?.Official,
            columns = d.Columns.Select(c => new { column = c.Column, old = c.Loaded, @new = c.Found }),
        })),
        new("standings", (preview?.Standings.Shown ?? []).Select(s => new
        {
            round = s.Subject.Round,
            unit = s.Subject.Unit,
            position = s.Subject.Position,
            official = s.Subject.Official,
            regime = s.Regime,
            old = Standing(s.Old),
            @new = Standing(s.New),
        })),
        new("trends", (preview?.Trends.Shown ?? []).Select(t => new
        {
            by = t.By,
            key = t.Key,
            name = t.Name,
            round = t.Round,
            old = Figures(t.Old),
            @new = Figures(t.New),
        })),
    ];

    static object? Standing(StandingText? s) => s is null ? null : new { standing = s.Code, count = s.Count, @base = s.Base };

    static object? Figures(TrendFigures? f) => f is null ? null
        : new { officials = f.Officials, @base = f.Base, low = f.Low, low_share = f.LowShare, direction = f.Direction };

    public static void WriteText(TextWriter output, Preview preview)
    {
        foreach (var file in preview.Files)
            Write(output, $"Rows of {file.Name} that would replace loaded ones", file.Differences, d =>
                $"row {d.Row}, {Subject(d)}: {string.Join("; ", d.Columns.Select(c => $"{c.Column} {Or(c.Loaded)} -> {Or(c.Found)}"))}");
        Write(output, "Standings that would change", preview.Standings, s =>
            $"{s.Subject.Round} {s.Subject.Unit} {s.Subject.Position} {s.Subject.Official}: {Text(s.Old)} -> {Text(s.New)}");
        Write(output, "Trends that would change (low share, direction)", preview.Trends, t => $"{t.By} {t.Key} {t.Name}, {t.Round}: {Text(t.Old)} -> {Text(t.New)}");
        Write(output, "Archived reports made with the old figures", preview.Briefings, b => $"{b.Id} {b.Title}, data version {b.DataVersion}");
    }

    static void Write<T>(TextWriter output, string title, Bounded<T> list, Func<T, string> line)
    {
        output.WriteLine($"{title}: {list.Count}");
        foreach (var item in list.Shown.Take(Shown)) output.WriteLine("  " + line(item));
        if (list.Count > Shown) output.WriteLine($"  … {list.Count - Shown} more; --json prints all of them");
    }

    static string Subject(RowDifference d) => d.Subject is { } s ? $"{s.Round} {s.Unit} {s.Position} {s.Official}" : d.Code ?? "";

    static string Or(string text) => text.Length == 0 ? "(empty)" : text;

    static string Text(StandingText? s) => s is null ? "(not loaded)" : s is { Count: { } count, Base: { } ballots } ? $"{s.Code} ({count}/{ballots})" : s.Code;

    static string Text(TrendFigures? f) => f is null ? "(none)" : $"{Share(f.LowShare)} {f.Direction}";

    static string Share(double? share) => share is { } s ? (s * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %" : "no base";
}
