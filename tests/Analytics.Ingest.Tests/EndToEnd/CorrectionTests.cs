using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Corrections are new versions; nothing loaded is changed in place, and what was known at a date stays known.</summary>
public sealed class CorrectionTests : IDisposable
{
    static readonly string[] First = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,30,10,10"];
    static readonly string[] Second = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,20,0,30"];

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    [Fact]
    public void A_row_that_differs_is_refused_and_the_message_shows_both_values()
    {
        city.Load("a.csv", First);
        var before = StoreTables.Dump(city.StorePath);
        var outcome = city.Load("b.csv", Second);
        Assert.Null(outcome.Import);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("conflicts-with-loaded", 2, "high"), (problem.Rule, problem.Row, problem.Column));
        Assert.Contains("high: loaded \"40\", in the file \"20\"; confidence: loaded \"8\", in the file \"0\"; low: loaded \"2\", in the file \"30\"", problem.MessageEn, StringComparison.Ordinal);
        Assert.Contains("high: đã nạp \"40\", trong tệp \"20\"", problem.MessageVi, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void With_replace_the_old_version_is_closed_with_the_reason_and_rows_missing_from_the_file_stay()
    {
        city.Load("a.csv", First);
        Assert.Equal(1, city.Load("b.csv", Second, replace: "kiểm phiếu lại").Corrected);
        Assert.Equal(
            ["1|1|Lê Văn Nam|2|5|2|1|2|kiểm phiếu lại", "2|2|Trần Thị Mai|10|5|3|1||", "3|1|Lê Văn Nam|30|6|2|2||"],
            city.Query("SELECT id, sequence, official_name, low, import_id, row_number, from_version, to_version, close_reason FROM result ORDER BY id"));
        Assert.Equal(["2"], city.Query("SELECT data_version FROM store_state"));
        Assert.Equal(["kiểm phiếu lại"], city.Query("SELECT reason FROM import WHERE id = 6"));
    }

    [Fact]
    public void The_same_bytes_after_a_correction_by_another_file_conflict()
    {
        city.Load("a.csv", First);
        city.Load("b.csv", Second, replace: "kiểm phiếu lại");
        var again = city.Load("a.csv", First);
        Assert.Equal(["conflicts-with-loaded"], again.Problems.Select(p => p.Rule));
        Assert.Equal((null, 0, 2), (again.Import, again.Loaded, again.Rejected));
        Assert.Equal(1, city.Load("b.csv", Second).Unchanged);
        Assert.Equal(1, city.Load("a.csv", First, replace: "bản đầu mới đúng").Corrected);
        Assert.Equal(["2"], city.Query("SELECT low FROM result WHERE to_version IS NULL AND official_name = 'Lê Văn Nam'"));
    }

    [Fact]
    public void Replace_of_what_is_the_same_changes_nothing()
    {
        city.Load("a.csv", First);
        var before = StoreTables.Dump(city.StorePath);
        var again = city.Load("a.csv", First, replace: "thừa");
        Assert.Equal((2, 0), (again.Unchanged, again.Corrected));
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void As_of_a_date_trends_and_officials_are_what_was_known_then()
    {
        city.Load("a.csv", First);
        var (trends, officials) = (Trends(), Officials());
        city.Load("b.csv", Second, replace: "kiểm phiếu lại");
        city.Load("c.csv", [SmallCity.ResultHeader, "R2026,00711,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        StoreTables.Execute(city.StorePath, "UPDATE publication SET at = '2026-01-10 12:00:00' WHERE version = 1; UPDATE publication SET at = '2026-02-10 18:00:00' WHERE version = 2; UPDATE publication SET at = '2026-03-10 12:00:00' WHERE version = 3");
        Assert.NotEqual(trends, Trends());
        Assert.NotEqual(officials, Officials());
        Assert.Equal(trends, Trends("--as-of", "2026-02-08"));
        // 18:00 in UTC is one o'clock of the next day in Viet Nam.
        Assert.Equal(officials, Officials("--as-of", "2026-02-10"));
        Assert.Contains(",30,20,0.6,", Officials("--as-of", "2026-02-11"), StringComparison.Ordinal);
        Assert.Single(CsvRows.ReadText(Trends("--as-of", "2026-02-11")));
        Assert.Empty(CsvRows.ReadText(Trends("--as-of", "2026-01-01")));
    }

    [Fact]
    public void Of_a_corrected_result_officials_shows_the_published_version_only_and_only_within_the_scope()
    {
        city.Load("a.csv", [.. First, "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,,1980,50,40,8,2"]);
        city.Load("b.csv", Second, replace: "kiểm phiếu lại");
        var unit = int.Parse(city.Query("SELECT id FROM unit WHERE code = '00701'")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["Lê Văn Nam 30", "Trần Thị Mai 10", "Đỗ Văn Sáu 2"], Officials(Scope.Everything));
        Assert.Equal(["Lê Văn Nam 30", "Trần Thị Mai 10"], Officials(Scope.Nothing with { UnitIds = [unit] }));

        IEnumerable<string> Officials(Scope scope)
        {
            using var reader = city.Store.Read(scope);
            var reference = ReferenceData.Load(reader.Db);
            return OfficialQuery.OfRound(reader.Db, reference, reference.Round("R2024")!).Select(r => $"{r.Result.OfficialName} {r.Result.Low}").ToList();
        }
    }

    string Trends(params string[] more) => city.Run(["trends", "--by", "district", "--format", "csv", .. more]).Ends(0).Output;

    string Officials(params string[] more) => city.Run(["officials", "--round", "R2024", "--format", "csv", .. more]).Ends(0).Output;

    [Fact]
    public void Units_changes_positions_rounds_and_rosters_are_corrected_only_with_replace()
    {
        city.Load("roster.csv", ["round,unit,position,official,status", "R2024,00701,PC-CHAIR,Lê Văn Nam,due"]);
        var files = new (string[] Lines, string Sql, string Corrected)[]
        {
            ([SmallCity.Units[0], "00701,Phường An Hòa,Phường,commune,072,,2025-07-01,"], "SELECT parent_code FROM unit WHERE code = '00701'", "072"),
            ([SmallCity.Changes[0], "2025-07-01,merge,00701,00711,no,01/NQ"], "SELECT whole FROM unit_change WHERE from_code = '00701'", "0"),
            ([SmallCity.Positions[0], "PC-CHAIR,Chủ tịch Hội đồng nhân dân,\"Chair, People's Council\",HĐND,1"], "SELECT name_vi FROM position WHERE code = 'PC-CHAIR'", "Chủ tịch Hội đồng nhân dân"),
            ([SmallCity.Rounds[0], "R2024,Đợt 2024,,CITY-2026,2024-12-01,2024-12-31,2025-01-15,commune,no"], "SELECT due FROM round WHERE code = 'R2024'", "2025-01-15"),
            (["round,unit,position,official,status,reason", "R2024,00701,PC-CHAIR,Lê Văn Nam,exempt,mới bầu"], "SELECT reason FROM roster_entry WHERE to_version IS NULL", "mới bầu"),
        };
        foreach (var (lines, sql, corrected) in files)
        {
            var before = StoreTables.Dump(city.StorePath);
            Assert.Equal(["conflicts-with-loaded"], city.Load("x.csv", lines).Problems.Select(p => p.Rule));
            Assert.Equal(before, StoreTables.Dump(city.StorePath));
            Assert.Equal(1, city.Load("x.csv", lines, replace: "sửa").Corrected);
            Assert.Equal([corrected], city.Query(sql));
        }
        Assert.Equal(["2"], city.Query("SELECT count(*) FROM roster_entry"));
    }
}
