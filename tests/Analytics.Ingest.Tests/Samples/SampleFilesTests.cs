using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Tests.Samples;

public class SampleFilesTests(DemoSample demo, OtherSeed other) : IClassFixture<DemoSample>, IClassFixture<OtherSeed>
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        using var again = new DemoSample();
        Assert.Equal(Names(demo.Written), Names(again.Written));
        foreach (var (first, second) in demo.Written.Zip(again.Written))
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Another_seed_gives_other_people() =>
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(demo.Folder, "roster.csv")), File.ReadAllBytes(Path.Combine(other.Folder, "roster.csv")));

    [Fact]
    public void The_committed_sample_is_what_the_generator_writes()
    {
        var committed = Path.Combine(SampleFolder.Root, "data", "sample");
        Assert.Equal(
            Names(demo.Written).Order(StringComparer.Ordinal),
            Names(Directory.EnumerateFiles(committed)).Order(StringComparer.Ordinal));
        foreach (var path in demo.Written)
            Assert.True(
                File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(committed, Path.GetFileName(path)))),
                $"data/sample/{Path.GetFileName(path)} differs from the generator's: run the command in its README.");
    }

    [Fact]
    public void The_committed_sample_is_under_three_megabytes() => Assert.InRange(demo.Written.Sum(path => new FileInfo(path).Length), 1, 3_000_000);

    [Fact]
    public void Files_come_in_the_order_to_load_them() => Assert.Equal(
        [
            "units.csv", "changes.csv", "positions.csv", "rounds.csv", "roster.csv", "results-2008.csv", "results-2010.csv",
            "results-2012.csv", "results-2014.csv", "results-2016.csv", "results-2018.csv", "results-2020.csv", "results-2022.csv",
            "results-2024.csv", "results-2026.csv", "steps.csv", "tiles.csv", "mistakes.csv", "README.md",
        ],
        Names(demo.Written));

    [Fact]
    public void Rows_belong_to_the_national_scale() => Assert.Throws<ArgumentException>(
        () => SampleFiles.Write(demo.Folder, SampleScale.Demo, 1, rows: 10, TestContext.Current.CancellationToken));

    [Fact]
    public void A_write_cancelled_beforehand_leaves_nothing()
    {
        var folder = Path.Combine(demo.Folder, "cancelled");
        Assert.Throws<OperationCanceledException>(
            () => SampleFiles.Write(folder, SampleScale.National, 1, rows: 10, new CancellationToken(canceled: true)));
        Assert.False(Directory.Exists(folder));
    }

    static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileName(path));
}
