using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Core;

/// <summary>What one run found, as Markdown: printed always, kept under <c>benchmarks/results</c> on request.</summary>
sealed class Report(Arguments arguments)
{
    readonly List<Section> sections = [];
    readonly SortedDictionary<string, string> tools = new(StringComparer.Ordinal);
    readonly string loadAtStart = Load();

    public Section Add(string title, string unit, string how)
    {
        sections.Add(new Section(title, unit, how));
        return sections[^1];
    }

    /// <summary>Records which version of a yardstick was used.</summary>
    public void Used(string tool, string? version)
    {
        if (version is not null) tools[tool] = version;
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Measurements of {DateTime.Now:yyyy-MM-dd}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Command: `{arguments.Command}`\n");
        text.Append(CultureInfo.InvariantCulture, $"- Machine: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Load average (1 min) at start and end: {loadAtStart}, {Load()}. Shared machine: other work runs at the same time, so trust ratios within the run and processor time, not the clock.\n");
        if (tools.Count > 0) text.Append(CultureInfo.InvariantCulture, $"- Yardsticks: {string.Join(", ", tools.Select(t => $"{t.Key} {t.Value}"))}\n");
        text.Append("- Ratios are median by median; above 1 means more than the yardstick (longer, or for requests per second faster).\n\n");
        foreach (var section in sections) section.Write(text);
        return text.Append(Repeating).ToString();
    }

    /// <summary>Writes the file and returns its path.</summary>
    public string Save(string name)
    {
        var folder = Path.Combine(Places.Root, "benchmarks", "results");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd}-{name}.md"));
        File.WriteAllText(path, ToMarkdown());
        return path;
    }

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    const string Repeating =
        """
        ## Repeating

        `dotnet run -c Release --project benchmarks/Analytics.Benchmarks -- all --rows 1000000 --save NAME`; one part alone: `import`,
        `refresh`, `postgres`, `linear`, `busy`, `overview`, `coverage`, `pages`, `cases`, `memory`, `start`, `small` or `charts`. Yardsticks come from the system's packages (`sqlite3`, `wrk`,
        `python3-pandas`, `python3-matplotlib`, `nodejs` with `npm`, `postgresql`); one that is missing is named as such. Files are written by `sample --scale national`, the
        same bytes every time; everything lies in a temporary folder that is removed at the end.

        """;
}
