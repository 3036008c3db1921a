using System.Collections.Concurrent;
using System.Text;
using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Tests.Samples;

/// <summary>A freshly written sample in a folder of its own, read with a reader that shares no code with the writer.</summary>
public class SampleFolder : IDisposable
{
    protected SampleFolder(SampleScale scale, int seed, long? rows = null)
    {
        Folder = Directory.CreateTempSubdirectory("sample-").FullName;
        Written = SampleFiles.Write(Folder, scale, seed, rows, TestContext.Current.CancellationToken);
    }

    public string Folder { get; }

    public IReadOnlyList<string> Written { get; }

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("No Analytics.sln above the tests.");
            return folder.FullName;
        }
    }

    readonly ConcurrentDictionary<string, List<Dictionary<string, string>>> _read = [];

    public List<Dictionary<string, string>> Rows(string file) => _read.GetOrAdd(file, name => Read(Path.Combine(Folder, name)));

    /// <summary>The officials with counts of one round.</summary>
    public List<Dictionary<string, string>> Votes(int year) =>
        [.. Rows($"results-{year}.csv").Where(row => row["exempt"].Length == 0)];

    public static List<Dictionary<string, string>> Read(string path)
    {
        var lines = File.ReadLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true)).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells =>
        {
            if (cells.Length != lines[0].Length)
                Assert.Fail($"{path}: {cells.Length} cells, not {lines[0].Length}: {string.Join('|', cells)}");
            return lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        })];
    }

    static string[] Cells(string line)
    {
        if (!line.Contains('"'))
            return line.Split(',');
        var cells = new List<StringBuilder> { new() };
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
                cells.Add(new());
            else
                cells[^1].Append(letter);
        }
        return [.. cells.Select(cell => cell.ToString())];
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed class DemoSample() : SampleFolder(SampleScale.Demo, SampleFiles.DefaultSeed);

public sealed class OtherSeed() : SampleFolder(SampleScale.Demo, seed: 7);

public sealed class CitySample() : SampleFolder(SampleScale.City, SampleFiles.DefaultSeed);
