using System.Text.Json;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Several files in one call: handled by kind, each in a transaction of its own; a check writes nothing.</summary>
public sealed class FilesOfOneCallTests : IDisposable
{
    readonly CommandRun empty = new();

    public void Dispose() => empty.Dispose();

    /// <summary>Results first, what they need last.</summary>
    string[] BackToFront() =>
    [
        empty.Write("1.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2"),
        empty.Write("2.csv", "round,unit,position,official,status", "R2024,00701,PC-CHAIR,Lê Văn Nam,due"),
        empty.Write("3.csv", SmallCity.Rounds), empty.Write("4.csv", SmallCity.Positions),
        empty.Write("5.csv", SmallCity.Changes), empty.Write("6.csv", SmallCity.Units),
    ];

    [Fact]
    public void Files_are_loaded_in_the_order_of_their_kinds_whatever_the_order_given()
    {
        empty.Run(["import", .. BackToFront()]).Ends(0);
        Assert.Equal(["6.csv|units", "5.csv|changes", "4.csv|positions", "3.csv|rounds", "2.csv|roster", "1.csv|results"],
            empty.Query("SELECT file_name, kind FROM import ORDER BY id"));
        empty.Run("verify").Ends(0);
    }

    [Fact]
    public void A_check_of_a_new_store_sees_earlier_files_of_the_call_and_creates_nothing()
    {
        var files = BackToFront();
        var before = Directory.GetFileSystemEntries(empty.Folder).Order().ToList();
        var run = empty.Run(["check", "--json", .. files]).Ends(0);
        Assert.All(JsonDocument.Parse(run.Output).RootElement.EnumerateArray(), f =>
        {
            Assert.Equal(f.GetProperty("rows").GetInt32(), f.GetProperty("loaded").GetInt32());
            Assert.Equal(JsonValueKind.Null, f.GetProperty("import").ValueKind);
        });
        Assert.Equal(before, Directory.GetFileSystemEntries(empty.Folder).Order());
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_check_leaves_the_bytes_of_a_store_as_they_are_and_says_what_an_import_would()
    {
        using var city = SmallCity.Run();
        var bytes = File.ReadAllBytes(city.StorePath);
        var before = Directory.GetFileSystemEntries(city.Folder).Order().ToList();
        var (first, second) = (city.Write("a.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2"),
            city.Write("b.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,7,3"));
        Assert.Contains("would be loaded: 1 rows, 1 would load", city.Run("check", first).Ends(0).Output, StringComparison.Ordinal);
        var run = city.Run("check", first, second).Ends(1);
        Assert.Contains("would be refused: 1 rows", run.Output, StringComparison.Ordinal);
        Assert.Contains("conflicts-with-loaded", run.Output, StringComparison.Ordinal);
        File.Delete(first);
        File.Delete(second);
        Assert.Equal(bytes, File.ReadAllBytes(city.StorePath));
        Assert.Equal(before, Directory.GetFileSystemEntries(city.Folder).Order());
    }

    [Fact]
    public void Files_after_a_refused_one_are_still_tried()
    {
        var run = empty.Run("import",
            empty.Write("units.csv", SmallCity.Units), empty.Write("positions.csv", "code,name_vi,sort", "A,,một"),
            empty.Write("rounds.csv", SmallCity.Rounds)).Ends(1);
        Assert.Contains("rounds.csv: rounds, loaded as import 2", run.Output, StringComparison.Ordinal);
        Assert.Equal(["units", "rounds"], empty.Query("SELECT kind FROM import ORDER BY id"));
    }

    [Fact]
    public void A_missing_file_among_others_is_2_has_its_place_in_the_json_and_the_others_are_loaded()
    {
        var units = empty.Write("units.csv", SmallCity.Units);
        var run = empty.Run("import", "--json", "không có.csv", units).Ends(2);
        Assert.Contains("There is no file \"không có.csv\"", run.Error, StringComparison.Ordinal);
        var files = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["không có.csv", units], files.EnumerateArray().Select(f => f.GetProperty("file").GetString()));
        Assert.Equal("unreadable-file", files[0].GetProperty("problems")[0].GetProperty("rule").GetString());
        Assert.Equal(10, files[1].GetProperty("loaded").GetInt32());
        Assert.Equal(["units"], empty.Query("SELECT kind FROM import"));
    }

    [Fact]
    public void The_highest_code_over_all_files_is_the_code()
    {
        var (units, bad) = (empty.Write("units.csv", SmallCity.Units), empty.Write("bad.csv", "code,name_vi,sort", "A,,một"));
        empty.Run("import", bad, units).Ends(1);
        empty.Run("import", bad, units, "no.csv").Ends(2);
    }
}
