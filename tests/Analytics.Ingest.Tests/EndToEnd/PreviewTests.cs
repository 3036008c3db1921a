using System.Text.Json;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Previews;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What a correction would change is told before it is made, exactly, and nothing is changed by telling.</summary>
public sealed class PreviewTests : IDisposable
{
    static readonly string[] First = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,30,10,10"];
    static readonly string[] Second = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,20,0,30"];

    readonly CommandRun city = SmallCity.Run();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => city.Dispose();

    [Fact]
    public void Check_with_replace_prints_old_and_new_values_standings_and_trends_and_changes_nothing()
    {
        city.Load("a.csv", First);
        var before = StoreTables.Dump(city.StorePath);
        var text = city.Run("check", city.Write("b.csv", Second), "--replace").Ends(0).Output;
        Assert.Contains("b.csv: results, would be loaded: 1 rows, 0 would load, 0 unchanged, 1 corrected, 0 rejected", text, StringComparison.Ordinal);
        Assert.Contains("row 2, R2024 00701 PC-CHAIR Lê Văn Nam: high 40 -> 20; confidence 8 -> 0; low 2 -> 30", text, StringComparison.Ordinal);
        // 2·30 > 50 and 3·30 < 2·50.
        Assert.Contains("R2024 00701 PC-CHAIR Lê Văn Nam: none (2/50) -> may-resign (30/50)", text, StringComparison.Ordinal);
        // 12 and 40 low of 100 ballots; 2 and 30 of the chair's 50.
        Assert.Contains("city 07 Thành phố Giả Định, R2024: 12.00 % none -> 40.00 % none", text, StringComparison.Ordinal);
        Assert.Contains("district 071 Quận Một, R2024: 12.00 % none -> 40.00 % none", text, StringComparison.Ordinal);
        Assert.Contains("position PC-CHAIR Chủ tịch HĐND, R2024: 4.00 % none -> 60.00 % none", text, StringComparison.Ordinal);
        Assert.Contains("Trends that would change (low share, direction): 3", text, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void Json_of_check_has_differences_standings_and_trends_and_that_of_import_has_not()
    {
        city.Load("a.csv", First);
        var b = city.Write("b.csv", Second);
        using var check = JsonDocument.Parse(city.Run("check", b, "--replace", "--reason", "kiểm phiếu lại", "--json").Ends(0).Output);
        var file = check.RootElement[0];
        Assert.Equal(1, file.GetProperty("corrected").GetInt32());
        var difference = file.GetProperty("differences")[0];
        Assert.Equal(("R2024", 2), (difference.GetProperty("round").GetString(), difference.GetProperty("row").GetInt32()));
        Assert.Equal(["high 40 20", "confidence 8 0", "low 2 30"], difference.GetProperty("columns").EnumerateArray().Select(c => $"{c.GetProperty("column")} {c.GetProperty("old")} {c.GetProperty("new")}"));
        Assert.Equal("may-resign", file.GetProperty("standings")[0].GetProperty("new").GetProperty("standing").GetString());
        Assert.Equal(0.4, file.GetProperty("trends")[0].GetProperty("new").GetProperty("low_share").GetDouble(), 12);
        using var plain = JsonDocument.Parse(city.Run("check", b, "--json").Ends(1).Output);
        Assert.Equal(0, plain.RootElement[0].GetProperty("differences").GetArrayLength());
        using var import = JsonDocument.Parse(city.Run("import", b, "--replace", "--reason", "kiểm phiếu lại", "--json").Ends(0).Output);
        Assert.False(import.RootElement[0].TryGetProperty("differences", out _));
    }

    [Fact]
    public void Import_with_replace_still_needs_a_reason() => city.Run("import", city.Write("b.csv", Second), "--replace").Ends(2);

    [Fact]
    public void What_is_foretold_is_what_the_correction_then_does()
    {
        city.Load("a.csv", [.. First, "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2", "R2026,00712,PC-CHAIR,Đỗ Văn Sáu,,1980,50,30,8,12"]);
        var preview = Foretold(Second);
        var dump = StoreTables.Dump(city.StorePath);
        city.Load("b.csv", Second, replace: "kiểm phiếu lại");
        Assert.NotEqual(dump, StoreTables.Dump(city.StorePath));
        using var reader = city.Store.Read();
        var reference = ReferenceData.Load(reader.Db);
        var rows = new[] { TrendBy.City, TrendBy.District, TrendBy.Position }.SelectMany(by => TrendQuery.Stored(reader.Db, reference, by))
            .ToDictionary(r => $"{GroupKey.Word(r.Snapshot.By)} {r.Snapshot.Key} {r.Round.Code}", r => r.Snapshot.LowShare);
        Assert.Equal(["city 07 R2024", "district 071 R2024", "position PC-CHAIR R2024"], preview.Trends.Shown.Select(t => $"{t.By} {t.Key} {t.Round}"));
        Assert.All(preview.Trends.Shown, t => Assert.Equal(rows[$"{t.By} {t.Key} {t.Round}"], t.New?.LowShare));
    }

    [Fact]
    public void What_the_process_remembers_of_published_sums_is_not_spoilt()
    {
        city.Load("a.csv", First);
        Foretold(Second);
        city.Load("c.csv", [SmallCity.ResultHeader, "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        const string Snapshots = "SELECT * FROM snapshot ORDER BY 1, 2, 3, 4";
        var followed = city.Query(Snapshots);
        city.Run("refresh", "--all").Ends(0);
        Assert.Equal(city.Query(Snapshots), followed);
    }

    [Fact]
    public void A_corrected_earlier_round_changes_the_standing_of_the_next_where_the_rule_looks_at_two()
    {
        const string Header = "round,unit,position,official,official_code,delegates,high,confidence,low";
        city.Load("d.csv", [Header, "D2013,07,PC-CHAIR,Vũ Bá Thành,CB1,100,40,20,40", "D2014,07,PC-CHAIR,Vũ Bá Thành,CB1,100,20,20,60"]);
        var preview = Foretold([Header, "D2013,07,PC-CHAIR,Vũ Bá Thành,CB1,100,20,20,60"]);
        Assert.Equal(["D2013 none may-resign", "D2014 may-resign council-vote"], preview.Standings.Shown.Select(s => $"{s.Subject.Round} {s.Old?.Code} {s.New?.Code}"));
    }

    [Fact]
    public void A_corrected_rule_of_a_round_changes_the_standings_of_the_whole_round()
    {
        city.Load("d.csv", ["round,unit,position,official,official_code,delegates,collected,high,confidence,low", "D2014,07,PC-CHAIR,Vũ Bá Thành,CB1,100,90,20,10,60"]);
        // NA-35 counts of 100 delegates, strictly more than two thirds; PARTY-262 of 90 ballots, two thirds or more.
        var preview = Foretold([SmallCity.Rounds[0], "D2014,HĐND 2014,,PARTY-262,2014-07-01,2014-12-31,,province,no"]);
        Assert.Equal("regime NA-35 PARTY-262", preview.Files[0].Differences.Shown.SelectMany(d => d.Columns).Select(c => $"{c.Column} {c.Loaded} {c.Found}").Single());
        Assert.Equal("may-resign dismissal", preview.Standings.Shown.Select(s => $"{s.Old?.Code} {s.New?.Code}").Single());
    }

    [Fact]
    public void Lists_are_bounded_and_say_how_many_there_are()
    {
        city.Load("a.csv", First);
        var preview = Foretold([SmallCity.ResultHeader, First[1].Replace(",2", ",1", StringComparison.Ordinal), First[2].Replace(",30,", ",29,", StringComparison.Ordinal)], most: 1);
        Assert.Equal((1, 2), (preview.Files[0].Differences.Shown.Count, preview.Files[0].Differences.Count));
    }

    [Fact]
    public void Reports_made_with_the_old_figures_are_named_and_later_or_earlier_ones_are_not()
    {
        city.Load("c.csv", [SmallCity.ResultHeader, "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        city.Load("a.csv", First);
        var round = city.Query("SELECT id FROM round WHERE code = 'R2024'")[0];
        var other = city.Query("SELECT id FROM round WHERE code = 'R2026'")[0];
        foreach (var (id, of, version) in new[] { ("1", round, 1), ("2", round, 2), ("3", other, 2) })
            StoreTables.Execute(city.StorePath, $"INSERT INTO briefing (id, title, created_at, by, round_id, data_version, language, folder, html_bytes, zip_bytes, sha256, zip_sha256) VALUES ({id}, 'Báo cáo {id}', '2026-01-01 00:00:00', 'x', {of}, {version}, 'vi', 'f{id}', 1, 1, 'a{id}', 'b{id}')");
        Assert.Equal([2], Foretold(Second).Briefings.Shown.Select(b => b.Id));
    }

    Preview Foretold(string[] lines, int most = 100)
    {
        var path = city.Write("preview.csv", lines);
        return new Importer(city.Store, new Archive(city.Folder), TimeProvider.System)
            .Preview(ReadFile.All([new InputFile(path, "preview.csv")], null, ct: Ct), null, new LoadOptions("test", ReplaceReason: ""), most, ct: Ct);
    }
}
