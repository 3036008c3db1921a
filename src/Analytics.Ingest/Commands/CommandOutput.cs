using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Commands;

/// <summary>What <c>import</c> and <c>check</c> print: JSON for programs, lines for people, a CSV of all problems.</summary>
static class CommandOutput
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="more">Further members of the object of the n-th file.</param>
    public static void WriteJson(TextWriter output, IEnumerable<LoadOutcome> outcomes, Func<int, IEnumerable<KeyValuePair<string, object?>>>? more = null) =>
        output.WriteLine(JsonSerializer.Serialize(outcomes.Select((o, i) => Members(o).Concat(more?.Invoke(i) ?? []).ToDictionary()), Json));

    static IEnumerable<KeyValuePair<string, object?>> Members(LoadOutcome o) =>
    [
        new("file", o.File),
        new("sha256", o.Sha256.Length > 0 ? o.Sha256 : null),
        new("kind", o.Kind is { } kind ? Kinds.Word(kind) : null),
        new("import", o.Import),
        new("rows", o.Rows),
        new("loaded", o.Loaded),
        new("unchanged", o.Unchanged),
        new("corrected", o.Corrected),
        new("rejected", o.Rejected),
        new("warnings", o.Warnings),
        new("problems", o.Problems.Select(p => new
        {
            sheet = p.Sheet,
            row = p.Row,
            column = p.Column,
            value = p.Value,
            rule = p.Rule,
            severity = p.Severity == Severity.Error ? "error" : "warning",
            message = new { vi = p.MessageVi, en = p.MessageEn },
        })),
    ];

    /// <summary>How many problems of a file are printed for people; the rest are counted.</summary>
    const int Shown = 20;

    public static void WriteText(TextWriter output, IEnumerable<LoadOutcome> outcomes, bool dry)
    {
        foreach (var o in outcomes)
        {
            if (o.Failure is not null && o.Import is null)
            {
                output.WriteLine($"{o.File}: not {(dry ? "checked" : "loaded")}");
                continue;
            }
            output.WriteLine($"{o.File}: {(o.Kind is { } kind ? Kinds.Word(kind) : "?")}, {State(o, dry)}: {o.Rows} rows, "
                + $"{o.Loaded} {(dry ? "would load" : "loaded")}, {o.Unchanged} unchanged, {o.Corrected} corrected, {o.Rejected} rejected, {o.Warnings} warnings");
            foreach (var note in o.Notes) output.WriteLine("  " + note);
            foreach (var p in o.Problems.OrderBy(p => p.Severity).Take(Shown)) WriteProblem(output, p);
            if (o.Problems.Count > Shown) output.WriteLine($"  … {o.Problems.Count - Shown} more; --problems FILE.csv writes all of them");
        }
    }

    static string State(LoadOutcome o, bool dry) => (o.HasErrors, o.Loaded + o.Corrected > 0) switch
    {
        (true, true) => dry ? "would be loaded in part" : $"loaded in part as import {o.Import}",
        (true, false) => dry ? "would be refused" : "refused, nothing written",
        (false, true) => dry ? "would be loaded" : $"loaded as import {o.Import}",
        _ => "nothing changes",
    };

    static void WriteProblem(TextWriter output, Problem p)
    {
        var place = string.Join(", ", new[] { p.Sheet, p.Row is { } row ? $"row {row}" : null, p.Column }.Where(x => x is not null));
        output.WriteLine($"  {(p.Severity == Severity.Error ? "error" : "warning")} {p.Rule}{(place.Length > 0 ? $" ({place})" : "")}");
        output.WriteLine($"    {p.MessageVi}");
        output.WriteLine($"    {p.MessageEn}");
    }

    public static StreamWriter OpenProblemFile(string path) => new(path, append: false, new System.Text.UTF8Encoding(true));

    public static void WriteProblems(TextWriter output, IEnumerable<LoadOutcome> outcomes) => CsvText.Write(output,
        ["file", "sheet", "row", "column", "value", "rule", "severity", "message_vi", "message_en"],
        outcomes.SelectMany(o => o.Problems.Select(p => new object?[]
            { o.File, p.Sheet, p.Row, p.Column, p.Value, p.Rule, p.Severity == Severity.Error ? "error" : "warning", p.MessageVi, p.MessageEn })));
}
