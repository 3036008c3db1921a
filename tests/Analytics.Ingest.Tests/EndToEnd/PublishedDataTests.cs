using System.Text.Json;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Real figures as the press printed them, from files to standings.</summary>
public sealed class PublishedDataTests : IDisposable
{
    static readonly Lazy<CommandRun> Loaded = new(Load);

    readonly CommandRun published = SmallCity.Copy(Loaded.Value);

    public void Dispose() => published.Dispose();

    static CommandRun Load()
    {
        var folder = SharedData.Require("published");
        var run = new CommandRun();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => run.Dispose();
        var result = run.Run(["import", "--json", .. new[] { "results", "units", "positions", "rounds" }.Select(n => Path.Combine(folder, n + ".csv"))]).Ends(0);
        var results = JsonDocument.Parse(result.Output).RootElement[0];
        Assert.Equal((75, 75, 68), (results.GetProperty("rows").GetInt32(), results.GetProperty("loaded").GetInt32(), results.GetProperty("warnings").GetInt32()));
        return run;
    }

    List<OfficialRow> Officials(params string[] rounds)
    {
        using var reader = published.Store.Read();
        var reference = ReferenceData.Load(reader.Db);
        return [.. reference.Rounds.Where(r => rounds.Length == 0 || rounds.Contains(r.Code)).SelectMany(r => OfficialQuery.OfRound(reader.Db, reference, r))];
    }

    [Fact]
    public void All_75_complete_results_are_there_and_the_store_is_in_order()
    {
        Assert.Equal(75, Officials().Count);
        Assert.Equal(68, Officials().Count(r => r.Standing.Code == "undetermined"));
        published.Run("verify").Ends(0);
    }

    [Fact]
    public void Of_the_provincial_councils_of_2023_only_Hanoi_gave_its_ballots()
    {
        var rows = CsvRows.ReadText(published.Run("officials", "--round", "HDND-2023", "--format", "csv").Ends(0).Output);
        Assert.Equal(
            ["Hồ Quốc Dũng||yes|undetermined", "Nguyễn Quốc Duyệt|88||none", "Nguyễn Ngọc Tuấn|88||none", "Hà Minh Hải|88||none", "Trần Sỹ Thanh|88||none",
                "Lê Anh Quân||yes|undetermined", "Lê Duy Thành||yes|undetermined"],
            rows.Select(r => $"{r["official"]}|{r["base"]}|{r["approximate"]}|{r["standing"]}"));
        Assert.All(rows, r => Assert.Equal("NA-96", r["regime"]));
    }

    [Fact]
    public void In_2018_the_share_is_of_the_delegates_where_they_were_given() =>
        Assert.Equal(["Lê Trường Lưu 53", "Nguyễn Ngọc Quang 58", "Võ Hồng 58"],
            Officials("HDND-2018").Where(r => r.Base is not null).Select(r => $"{r.Result.OfficialName} {r.Base}").Order(StringComparer.Ordinal));

    [Fact]
    public void Of_the_National_Assembly_nobody_has_a_base_for_the_delegates_were_not_printed() =>
        Assert.All(Officials("QH-2013", "QH-2014", "QH-2018", "QH-2023"), r => Assert.Equal(((int?)null, "undetermined", true), (r.Base, r.Standing.Code, r.Approximate)));

    [Fact]
    public void Vinh_Phuc_is_undetermined_as_published_and_may_resign_once_the_ballots_are_known()
    {
        Assert.Equal("undetermined", VinhPhuc().Standing.Code);
        var file = published.Write("sửa.csv", "round,unit,position,official,held_on,collected,high,confidence,low,note,source",
            "HDND-2023,26,Chủ tịch UBND tỉnh,Lê Duy Thành,2023-12-13,47,19,2,25,,");
        published.Run("import", "--replace", "--reason", "có số phiếu thu về", file).Ends(0);
        Assert.Equal((47, "may-resign"), (VinhPhuc().Base!.Value, VinhPhuc().Standing.Code));

        OfficialRow VinhPhuc() => Officials("HDND-2023").Single(r => r.Result.OfficialName == "Lê Duy Thành");
    }

    [Fact]
    public void With_the_delegates_of_Ho_Chi_Minh_City_2014_the_shares_are_those_printed()
    {
        var file = published.Write("sửa.csv", "round,unit,position,official,held_on,delegates,collected,valid,high,confidence,low,source",
            "HDND-2014,79,Chủ tịch HĐND thành phố,Nguyễn Thị Quyết Tâm,2014-12-10,94,90,,73,11,6,x", "HDND-2014,79,Giám đốc Công an thành phố,Nguyễn Chí Thành,2014-12-10,94,90,89,49,34,6,x");
        Assert.Equal(2, published.LoadFile(file, replace: "có tổng số đại biểu").Corrected);
        var rows = Officials("HDND-2014").Where(r => r.Base is not null).ToList();
        Assert.Equal(["0.0638", "0.0638"], rows.Select(r => r.LowShare!.Value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, r => Assert.Equal("none", r.Standing.Code));
    }

    [Fact]
    public void Every_incomplete_row_is_refused_naming_its_empty_cells_and_nothing_changes()
    {
        var path = Path.Combine(SharedData.Require("published"), "results-incomplete.csv");
        var before = StoreTables.Dump(published.StorePath);
        var file = JsonDocument.Parse(published.Run("import", "--json", path).Ends(1).Output).RootElement[0];
        Assert.Equal((92, 92, 0), (file.GetProperty("rows").GetInt32(), file.GetProperty("rejected").GetInt32(), file.GetProperty("loaded").GetInt32()));
        var told = file.GetProperty("problems").EnumerateArray().Where(p => p.GetProperty("severity").GetString() == "error").ToList();
        Assert.All(told, p => Assert.Equal("missing-value", p.GetProperty("rule").GetString()));
        var empty = CsvRows.ReadFile(path).SelectMany((row, i) => new[] { "high", "confidence", "low" }.Where(c => row[c].Length == 0).Select(c => (Row: i + 2, c)));
        Assert.Equal(empty, told.Select(p => (p.GetProperty("row").GetInt32(), p.GetProperty("column").GetString()!)));
        Assert.Equal(before, StoreTables.Dump(published.StorePath));
    }
}
