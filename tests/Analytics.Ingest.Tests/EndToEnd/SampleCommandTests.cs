namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The sample: the same bytes for the same seed, and files that load without an error.</summary>
public sealed class SampleCommandTests : IDisposable
{
    readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    string[] Sample(string folder, params string[] more) =>
        [.. run.Run(["sample", "--out", Path.Combine(run.Folder, folder), .. more]).Ends(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Fact]
    public void The_demo_is_the_same_each_time_and_another_with_another_seed()
    {
        var (first, second, other) = (Sample("a"), Sample("b"), Sample("c", "--seed", "7"));
        Assert.Equal(first.Select(File.ReadAllText), second.Select(File.ReadAllText));
        Assert.NotEqual(File.ReadAllText(first.Single(f => f.EndsWith("results-2026.csv", StringComparison.Ordinal))), File.ReadAllText(other.Single(f => f.EndsWith("results-2026.csv", StringComparison.Ordinal))));
        Assert.False(File.Exists(run.StorePath));
    }

    [Fact]
    public void The_demo_loads_without_an_error_and_the_store_is_in_order()
    {
        var files = Sample("a").Where(f => f.EndsWith(".csv", StringComparison.Ordinal) && Path.GetFileName(f) is not ("mistakes.csv" or "tiles.csv")).Reverse().ToArray();
        run.Run(["import", .. files]).Ends(0);
        Assert.Equal(["6995"], run.Query("SELECT count(*) FROM result"));
        run.Run("verify").Ends(0);
        run.Run("import", Path.Combine(run.Folder, "a", "mistakes.csv")).Ends(1);
    }

    [Fact]
    public void The_national_scale_has_the_rows_asked_for_and_loads()
    {
        var files = Sample("n", "--scale", "national", "--rows", "1500").Where(f => f.EndsWith(".csv", StringComparison.Ordinal)).ToArray();
        run.Run(["import", .. files]).Ends(0);
        Assert.Equal(["1500"], run.Query("SELECT count(*) FROM result"));
    }

    [Fact]
    public void A_file_as_folder_is_2() =>
        Assert.Contains("cannot be used", run.Run("sample", "--out", run.Write("x.txt", "x")).Ends(2).Error, StringComparison.Ordinal);
}
