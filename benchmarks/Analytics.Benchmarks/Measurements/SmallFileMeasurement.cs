using System.Globalization;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>What most files are: a hundred rows on top of what is there, until its trends are published.</summary>
static class SmallFileMeasurement
{
    const int WarmUps = 20, Repeats = 9, Files = WarmUps + Repeats;
    const int RowsPerFile = 100;
    const string How =
        "In a running process, from the file on disk to published trends; twenty files to warm up, then nine others. On the sample the last rounds come in "
        + "piece by piece; on the large store a further round of the first units.";

    public static void Run(Workspace work, Report report)
    {
        var section = report.Add($"A file of {RowsPerFile} rows", "ms", How);
        Measure(work, section.Row("on the sample"), WithoutLastRounds(work), SampleSlices());
        Measure(work, section.Row($"on {work.Rows:#,0} results").Against("on the sample"), WithFurtherRound(work), NationalSlices(work));
    }

    static void Measure(Workspace work, Row row, Store store, IEnumerable<string> slices)
    {
        var file = Path.Combine(work.Folder, "slice.csv");
        foreach (var (number, slice) in slices.Index())
        {
            File.WriteAllText(file, slice);
            if (number >= WarmUps) row.Time(() => work.Import(store, [file]));
            else work.Import(store, [file]);
        }
    }

    static List<string> LastResults => [.. Workspace.SamplePaths().Where(path => Path.GetFileName(path).StartsWith("results-", StringComparison.Ordinal)).TakeLast(5)];

    static Store WithoutLastRounds(Workspace work) =>
        work.Load(work.NewStore("sample-but-last"), Workspace.SamplePaths().Except(LastResults));

    static IEnumerable<string> SampleSlices() => LastResults.SelectMany(path => Slices(File.ReadLines(path))).Take(Files);

    /// <summary>The first round of the national files once more, half a year after their last one.</summary>
    static Store WithFurtherRound(Workspace work)
    {
        var file = Path.Combine(work.Folder, "further-round.csv");
        File.WriteAllLines(file, File.ReadLines(Path.Combine(work.National, "rounds.csv")).Take(2).Select(Later));
        work.Import(work.Big, [file]);
        return work.Big;
    }

    static IEnumerable<string> NationalSlices(Workspace work) =>
        Slices(File.ReadLines(Path.Combine(work.National, "results.csv")).Take(Files * RowsPerFile + 1).Select(Later));

    static string Later(string line) => line
        .Replace("2010-06", "2020-06", StringComparison.Ordinal)
        .Replace("2010-07", "2020-07", StringComparison.Ordinal)
        .Replace("06/2010", "06/2020", StringComparison.Ordinal);

    static IEnumerable<string> Slices(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Skip(1).Chunk(RowsPerFile).Where(slice => slice.Length == RowsPerFile)
            .Select(slice => string.Create(CultureInfo.InvariantCulture, $"{all[0]}\n{string.Join('\n', slice)}\n"));
    }
}
