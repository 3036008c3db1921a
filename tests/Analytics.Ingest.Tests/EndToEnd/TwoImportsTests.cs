using System.Text.Json;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Two people load at the same time, each in a process of their own: nothing is lost, nothing is there twice.</summary>
public sealed class TwoImportsTests : IDisposable
{
    const int Times = 2;

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    [Fact]
    public void Two_files_loaded_at_once_are_both_there_and_both_in_the_trends()
    {
        for (var time = 0; time < Times; time++)
        {
            var (first, second) = (Rows("một.csv", "00701", time), Rows("hai.csv", "00702", time));
            var (one, other) = AtOnce(["import", first], ["import", second]);
            one.Ends(0);
            other.Ends(0);
            var officials = CsvRows.ReadText(city.Run("trends", "--by", "city", "--round", "R2024", "--format", "csv").Ends(0).Output).Single()["officials"];
            Assert.Equal($"{8 * (time + 1)}", officials);
        }
        Assert.Equal(["0"], city.Query("SELECT count(*) FROM stale_mark"));
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void The_same_file_loaded_twice_at_once_is_loaded_once_and_both_are_told_so()
    {
        for (var time = 0; time < Times; time++)
        {
            var file = Rows("kq.csv", "00701", time);
            var (one, other) = AtOnce(["import", file, "--json"], ["import", file, "--json"]);
            var counts = new[] { one, other }.Select(r => JsonDocument.Parse(r.Ends(0).Output).RootElement[0])
                .Select(f => (Loaded: f.GetProperty("loaded").GetInt32(), Unchanged: f.GetProperty("unchanged").GetInt32()))
                .Order().ToList();
            Assert.Equal([(0, 4), (4, 0)], counts);
            Assert.Equal([$"{4 * (time + 1)}"], city.Query("SELECT count(*) FROM result"));
        }
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void Of_two_files_that_contradict_each_other_one_is_loaded_and_the_other_refused_with_both_figures()
    {
        var (first, second) = (city.Write("a.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2"), city.Write("b.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,7,3"));
        var (one, other) = AtOnce(["import", first], ["import", second]);
        Assert.Equal([0, 1], new[] { one.ExitCode, other.ExitCode }.Order());
        Assert.Contains("conflicts-with-loaded", (one.ExitCode == 1 ? one : other).Ends(1).Output, StringComparison.Ordinal);
        Assert.Equal([one.ExitCode == 0 ? "2" : "3"], city.Query("SELECT low FROM result"));
        city.Run("verify").Ends(0);
    }

    /// <summary>Four officials nobody else has, of one unit.</summary>
    string Rows(string name, string unit, int time) =>
        city.Write($"{time}-{name}", [SmallCity.ResultHeader, .. new[] { "PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE" }.Select((p, i) => $"R2024,{unit},{p},Lê Văn Nam,{unit}-{p}-{time},{1960 + i},50,40,8,2")]);

    (CommandResult One, CommandResult Other) AtOnce(string[] one, string[] other)
    {
        using var first = city.Start(one);
        using var second = city.Start(other);
        return (CommandRun.Finish(first), CommandRun.Finish(second));
    }
}
