using System.Globalization;
using System.Text;

namespace Analytics.Benchmarks.Core;

/// <summary>The table of one measurement.</summary>
/// <param name="title">What was measured.</param>
/// <param name="unit">Unit of every number in the table, such as <c>ms</c> or <c>requests/s</c>.</param>
/// <param name="how">How, in sentences for somebody who wants to repeat it.</param>
sealed class Section(string title, string unit, string how)
{
    readonly List<Row> rows = [];

    public Row Row(string name)
    {
        if (rows.Find(r => r.Name == name) is { } known) return known;
        rows.Add(new Row(name));
        return rows[^1];
    }

    public void Write(StringBuilder to)
    {
        var memory = rows.Any(r => r.PeakMegabytes is not null);
        var processor = rows.Any(r => r.Processor.Count > 0);
        to.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{how}\n\n");
        to.Append(CultureInfo.InvariantCulture, $"| | median, {unit} | min–max | repeats |{(processor ? " processor time |" : "")}{(memory ? " peak memory |" : "")} ratio within the run |\n");
        to.Append("|---|---:|---:|---:|").Append(processor ? "---:|" : "").Append(memory ? "---:|" : "").Append("---|\n");
        foreach (var row in rows) Write(to, row, processor, memory);
        to.Append('\n');
    }

    void Write(StringBuilder to, Row row, bool processor, bool memory)
    {
        if (!row.Measured)
        {
            to.Append(CultureInfo.InvariantCulture, $"| {row.Name} | – | – | – |{(processor ? " – |" : "")}{(memory ? " – |" : "")} not measured: {row.Missing ?? "nothing ran"} |\n");
            return;
        }
        var t = row.Timing;
        to.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Show(t.Median)} | {Show(t.Min)}–{Show(t.Max)} | {t.Count} |");
        if (processor) to.Append(CultureInfo.InvariantCulture, $" {(row.Processor.Count > 0 ? Show(row.Processor.Median) : "–")} |");
        if (memory) to.Append(CultureInfo.InvariantCulture, $" {(row.PeakMegabytes is { } mb ? mb + " MB" : "–")} |");
        var ratios = row.Yardsticks.Select(name => rows.Find(r => r.Name == name)).Where(r => r is { Measured: true })
            .Select(r => Compare(row, r!));
        to.Append(CultureInfo.InvariantCulture, $" {string.Join("; ", ratios)} |\n");
    }

    static string Compare(Row row, Row yardstick)
    {
        var processor = row.Processor.Count > 0 && yardstick.Processor.Count > 0 && yardstick.Processor.Median > 0
            ? $" (processor {Ratio(row.Processor.Median / yardstick.Processor.Median)} ×)" : "";
        return $"{Ratio(row.Timing.Median / yardstick.Timing.Median)} × {yardstick.Name}{processor}";
    }

    static string Show(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    static string Ratio(double value) => value.ToString(value >= 10 ? "0" : value >= 0.1 ? "0.0#" : "0.0##", CultureInfo.InvariantCulture);
}
