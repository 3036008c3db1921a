using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Files of steps: each day is a record that leads back to its row; another day for a step takes its place and the old one is kept.</summary>
public sealed class StepsTests : IDisposable
{
    const string Header = "Đợt,Mã đơn vị,Đơn vị,Ngày dự kiến,Ngày gửi bản kiểm điểm,Ngày tổ chức hội nghị,Ngày nhận biên bản,Ghi chú";

    static readonly string[][] Good =
    [
        Header.Split(','),
        ["R2026", "00711", "Phường Hòa Lập", "2026-10-20", "2026-10-05", "2026-10-21", "2026-10-30", "Hoãn một ngày"],
        ["R2026", "00712", "", "2026-10-22", "", "", "", ""],
        ["R2026", "00713", "", "", "", "", "", "Chưa rõ"],
    ];

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    List<string> Standing() => city.Query("""
        SELECT u.code, s.step, s."on", s.note, s.import_id, s.row_number FROM step_record s JOIN unit u ON u.id = s.unit_id WHERE s.removed_at IS NULL ORDER BY u.code, s.step
        """);

    LoadOutcome Load(string name, byte[] bytes, string? replace = null)
    {
        var path = Path.Combine(city.Folder, name);
        File.WriteAllBytes(path, bytes);
        return city.LoadFile(path, replace);
    }

    // Steps are numbered as they follow each other: 0 planned, 1 self-review, 2 conference, 3 minutes. Import 5 comes after the four of the city.
    static readonly string[] Loaded =
    [
        "00711|0|2026-10-20|Hoãn một ngày|5|2", "00711|1|2026-10-05|Hoãn một ngày|5|2", "00711|2|2026-10-21|Hoãn một ngày|5|2", "00711|3|2026-10-30|Hoãn một ngày|5|2", "00712|0|2026-10-22||5|3",
    ];

    [Fact]
    public void Vietnamese_headers_of_a_csv_are_understood_and_each_day_becomes_a_record_of_its_row()
    {
        var outcome = Load("tiến độ.csv", CellFiles.Csv(Good));
        Assert.Empty(outcome.Problems);
        // A row without a day says nothing and changes nothing.
        Assert.Equal((FileKind.Steps, 3, 2, 1), (outcome.Kind!.Value, outcome.Rows, outcome.Loaded, outcome.Unchanged));
        Assert.Equal(Loaded, Standing());
        Assert.Equal(["test|steps|import 5 steps|2"], city.Query("""SELECT "user", action, target, rows FROM audit_entry WHERE action = 'steps'"""));
    }

    [Fact]
    public void A_workbook_of_the_same_cells_comes_to_the_same_records()
    {
        Assert.Empty(Load("tiến độ.xlsx", CellFiles.Workbook(Good)).Problems);
        Assert.Equal(Loaded, Standing());
        Assert.Equal([CellFiles.Sheet], city.Query("SELECT DISTINCT sheet FROM step_record"));
    }

    [Fact]
    public void The_same_days_again_change_nothing()
    {
        Load("a.csv", CellFiles.Csv(Good));
        var before = StoreTables.Dump(city.StorePath);
        var again = Load("a.csv", CellFiles.Csv(Good));
        Assert.Equal((5, 0, 3), (again.Import!.Value, again.Loaded, again.Unchanged));
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void A_later_file_adds_the_steps_that_came_since_and_an_empty_day_takes_nothing_back()
    {
        Load("a.csv", CellFiles.Csv(Good));
        var later = Load("b.csv", CellFiles.Csv([Good[0], ["R2026", "00712", "", "", "", "2026-10-22", "2026-11-03", ""]]));
        Assert.Equal((1, 0), (later.Loaded, later.Corrected));
        Assert.Equal([.. Loaded, "00712|2|2026-10-22||6|2", "00712|3|2026-11-03||6|2"], Standing());
    }

    [Fact]
    public void Another_day_for_a_step_is_refused_and_both_days_are_told()
    {
        Load("a.csv", CellFiles.Csv(Good));
        var other = Load("b.csv", CellFiles.Csv([Good[0], ["R2026", "00711", "", "2026-10-20", "", "2026-10-22", "", ""]]));
        var problem = Assert.Single(other.Problems);
        Assert.Equal(("conflicts-with-loaded", 2, "conference_on", "2026-10-22"), (problem.Rule, problem.Row, problem.Column, problem.Value));
        Assert.Contains("conference_on: đã nạp \"2026-10-21\", trong tệp \"2026-10-22\"", problem.MessageVi, StringComparison.Ordinal);
        Assert.Equal(Loaded, Standing());
    }

    [Fact]
    public void With_replace_the_new_day_takes_the_place_of_the_old_one_which_stays_in_the_history()
    {
        Load("a.csv", CellFiles.Csv(Good));
        var other = Load("b.csv", CellFiles.Csv([Good[0], ["R2026", "00711", "", "2026-10-20", "", "2026-10-22", "", "Đính chính"]]), replace: "ghi nhầm ngày");
        Assert.Equal((0, 1), (other.Loaded, other.Corrected));
        Assert.Equal(["2026-10-21||5", "2026-10-22||6"], city.Query("""SELECT "on", '', import_id FROM step_record WHERE step = 2 ORDER BY id"""));
        Assert.Equal(["test"], city.Query("SELECT removed_by FROM step_record WHERE removed_at IS NOT NULL"));
        Assert.Contains("00711|2|2026-10-22|Đính chính|6|2", Standing());
        Assert.Equal(5, Standing().Count);
    }

    [Fact]
    public void A_correction_can_be_looked_at_before_it_is_made_and_names_round_and_unit()
    {
        Load("a.csv", CellFiles.Csv(Good));
        var before = StoreTables.Dump(city.StorePath);
        var text = city.Run("check", city.Write("b.csv", "round,unit,conference_on", "R2026,00711,2026-10-22"), "--replace").Ends(0).Output;
        Assert.Contains("row 2, R2026 00711: conference_on 2026-10-21 -> 2026-10-22", text, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void The_round_may_be_named_on_the_command_line()
    {
        city.Run("import", city.Write("a.csv", "unit,minutes_on", "00711,2026-10-30"), "--round", "R2026").Ends(0);
        Assert.Equal(["00711|3|2026-10-30||5|2"], Standing());
    }

    [Fact]
    public void Who_may_load_for_some_units_only_may_not_write_down_the_steps_of_others()
    {
        var path = city.Write("a.csv", "round,unit,minutes_on", "R2026,00711,2026-10-30", "R2026,00712,2026-10-30");
        var allowed = city.Query("SELECT id FROM unit WHERE code = '00711'").Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        LoadOutcome As(IReadOnlySet<int> units) => new Importer(city.Store, new Archive(city.Folder), TimeProvider.System)
            .Run([new InputFile(path, "a.csv")], null, null, new LoadOptions("local@example.org", AllowedUnits: units), null, TestContext.Current.CancellationToken).Single();
        var refused = As(allowed);
        Assert.Equal([(3, "out-of-scope")], refused.Problems.Select(p => (p.Row!.Value, p.Rule)));
        Assert.Empty(Standing());
    }

    [Fact]
    public void Steps_of_an_earlier_round_are_those_of_the_units_of_then()
    {
        Assert.Empty(Load("a.csv", CellFiles.Csv([["round", "unit_name", "district", "minutes_on"], ["R2024", "Xã Tân Lập", "Huyện Hai", "2025-01-10"]])).Problems);
        Assert.Equal(["00702|3|2025-01-10||5|2"], Standing());
    }
}
