using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// A large file is written while it is still being checked; what comes of it is what comes of the same file loaded whole.
/// </summary>
public sealed class LargeFileTests : IDisposable
{
    readonly CommandRun whole = SmallCity.Run(), inParts = SmallCity.Run();

    public void Dispose()
    {
        whole.Dispose();
        inParts.Dispose();
    }

    /// <summary>Loads one file in both ways and compares everything: what is told and what is stored.</summary>
    LoadOutcome Both(string name, IReadOnlyList<string> rows, string? replace = null, bool acceptValid = false, string header = SmallCity.ResultHeader)
    {
        var outcomes = new[] { (Run: whole, LargeFrom: int.MaxValue), (Run: inParts, LargeFrom: 0) }.Select(way => new Importer(way.Run.Store, new Archive(way.Run.Folder), TimeProvider.System)
            .Run([new InputFile(way.Run.Write(name, [header, .. rows]), name)], null, null, new LoadOptions("test", acceptValid, replace, LargeFrom: way.LargeFrom), null, TestContext.Current.CancellationToken).Single()).ToList();
        Assert.Equal(Told(outcomes[0]), Told(outcomes[1]));
        Assert.Equal(StoreTables.Dump(whole.StorePath), StoreTables.Dump(inParts.StorePath));
        return outcomes[1];
    }

    static string Told(LoadOutcome o) =>
        $"{o.Import} {o.Kind} {o.Rows} {o.Loaded} {o.Unchanged} {o.Corrected} {o.Rejected} {o.ChangedStore}\n" + string.Join('\n', o.Problems.Select(p => $"{p.Row} {p.Column} {p.Rule} {p.Value} {p.MessageVi}"));

    static readonly string[] Posts = ["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"];

    /// <summary>Rows of four units, with codes, with births, and with names alone.</summary>
    static List<string> Rows(string round, int low = 2) =>
        [.. from unit in Enumerable.Range(1, 4)
            from post in Enumerable.Range(0, 4)
            select $"{round},0070{unit},{Posts[post]},Người {unit * 4 + post},{(post == 0 ? $"M{unit}" : "")},{(post == 1 ? $"{1960 + unit}" : "")},50,40,{10 - low},{low}"];

    [Fact]
    public void New_repeated_corrected_and_later_rows_are_the_same_in_both_ways()
    {
        Assert.Equal(16, Both("a.csv", Rows("R2024")).Loaded);
        Assert.Equal(16, Both("b.csv", [.. Rows("R2024"), "R2024,00704,PC-CHAIR,Người Mới,,,50,40,8,2"]).Unchanged);
        Assert.Equal(16, Both("c.csv", Rows("R2024", low: 3), replace: "đính chính").Corrected);
        Both("d.csv", [.. Rows("R2024", low: 3)]);
        whole.Run("verify").Ends(0);
        inParts.Run("verify").Ends(0);
    }

    [Fact]
    public void A_rule_that_asks_for_the_round_before_is_followed_in_both_ways()
    {
        Both("a.csv", ["D2014,07,PC-CHAIR,Lê Văn Nam,60,10,15,31", "D2013,07,PC-CHAIR,Lê Văn Nam,60,10,15,31"], header: "round,unit,position,official,delegates,high,confidence,low");
        Assert.Equal(["council-vote"], inParts.Query("SELECT standing FROM threshold_mark m JOIN round r ON r.id = m.round_id WHERE r.code = 'D2014'"));
    }

    [Fact]
    public void The_first_large_file_leaves_every_index_as_it_was()
    {
        const string indexes = "SELECT name || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1";
        Assert.SkipWhen(TestStores.OnServer, "a server keeps its indexes while rows are loaded");
        var before = inParts.Query(indexes);
        Both("a.csv", Rows("R2024"));
        Assert.Equal(before, inParts.Query(indexes));
        inParts.Run("verify").Ends(0);
    }

    [Fact]
    public void A_file_with_errors_is_refused_with_the_same_problems_and_nothing_is_kept()
    {
        var bad = Rows("R2024");
        bad.Insert(9, "R2024,00799,PC-CHAIR,Người Lạ,,,50,40,8,2");
        bad.Add("R2024,00701,PC-CHAIR,Người 4,M1,,50,40,8,2");
        var refused = Both("x.csv", bad);
        Assert.Equal(["unknown-unit", "duplicate-row"], refused.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Rule));
        Assert.Equal(["0"], inParts.Query("SELECT count(*) FROM result"));
        Assert.Equal(["0"], inParts.Query("SELECT count(*) FROM import WHERE kind = 'results'"));
        Assert.Equal(["0"], inParts.Query("SELECT count(*) FROM person"));
    }

    [Fact]
    public void The_good_rows_of_a_bad_file_are_the_same_where_they_are_wanted()
    {
        var bad = Rows("R2024");
        bad.Insert(3, "R2024,00701,PC-CHAIR,Sai,,,50,40,8,3");
        Assert.Equal((16, 1), Both("x.csv", bad, acceptValid: true) is var o ? (o.Loaded, o.Rejected) : default);
    }

    [Fact]
    public void A_conflict_refuses_the_whole_file_in_both_ways()
    {
        Both("a.csv", Rows("R2024"));
        var other = Rows("R2024");
        other[15] = other[15][..^3] + "7,3";
        Assert.Equal(["conflicts-with-loaded"], Both("b.csv", ["R2024,00702,PC-VICE,Người Mới,,,50,40,8,2", .. other]).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Rule));
        Assert.Equal(["16"], inParts.Query("SELECT count(*) FROM result"));
    }

    [Fact]
    public void A_second_holder_of_a_chair_and_another_spelling_are_told_in_both_ways()
    {
        Both("a.csv", ["R2024,00701,PC-CHAIR,Lê Văn Nam,M1,,50,40,8,2"]);
        var told = Both("b.csv", ["R2024,00701,PC-CHAIR,Trần Thị Mai,M2,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Năm,M1,,50,40,8,2"]);
        Assert.Equal(["second-holder", "name-variant"], told.Problems.Select(p => p.Rule));
    }

    [Fact]
    public async Task A_load_that_is_stopped_in_the_middle_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var file = inParts.Write("a.csv", [SmallCity.ResultHeader, .. Rows("R2024")]);
        Assert.ThrowsAny<OperationCanceledException>(() => new Importer(inParts.Store, new Archive(inParts.Folder), TimeProvider.System)
            .Run([new InputFile(file, "a.csv")], null, null, new LoadOptions("test", LargeFrom: 0), null, stop.Token));
        Assert.Equal(["0"], inParts.Query("SELECT count(*) FROM result"));
        Assert.Equal(0, inParts.Run("import", file).Ends(0).ExitCode);
    }
}
