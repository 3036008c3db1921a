using System.Globalization;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Forms;

/// <summary>The forms of the sample against questions asked of its store in SQL.</summary>
[Collection(SampleCityCollection.Name)]
public class FormSampleTests(SampleCity city)
{
    /// <summary>Rows of a round that stand, with unit, area and post; the base is ballots collected.</summary>
    const string Standing = """
        FROM result r JOIN round o ON o.id = r.round_id JOIN unit u ON u.id = r.unit_id JOIN position p ON p.id = r.position_id
        WHERE r.to_version IS NULL AND o.code = '{0}'
        """;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string From(string round) => Standing.Replace("{0}", round, StringComparison.Ordinal);

    [Theory]
    [InlineData("GD-2026"), InlineData("GD-2024"), InlineData("GD-2012")]
    public async Task Form_2_equals_the_sums_of_the_store_post_by_post(string round)
    {
        var board = await city.SignedIn(Roles.Board);
        var two = round == "GD-2012";
        var expected = city.Ask($"""
            SELECT p.code, COUNT(*), SUM(r.collected), SUM(CASE WHEN r.collected IS NULL THEN 0 ELSE COALESCE(r.high, 0) END), SUM(CASE WHEN r.collected IS NULL THEN 0 ELSE r.middle END),
                SUM(CASE WHEN r.collected IS NULL THEN 0 ELSE r.low END), SUM(CASE WHEN 2 * r.low > r.collected THEN 1 ELSE 0 END), SUM(CASE WHEN 3 * r.low >= 2 * r.collected THEN 1 ELSE 0 END)
            {From(round)} AND r.exempt IS NULL GROUP BY p.code, p.sort ORDER BY p.sort
            """);
        var codes = city.Ask("SELECT code, name_vi FROM position").Select(r => r.Split('|')).ToDictionary(r => r[1], r => r[0]);
        var rows = await board.Rows($"/forms?form=2&round={round}");
        Assert.Equal(expected, rows.Select(r => string.Join('|', codes[r.Text("position")!], r.Int("officials"), r.Int("base"), two ? 0 : r.Int("high"), r.Int("confidence"), r.Int(two ? "no_confidence" : "low"), r.Int("low_over_half"), r.Int("low_from_two_thirds"))));
    }

    [Fact]
    public async Task The_shares_of_form_2_are_the_counts_beside_them_over_the_base()
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/forms?form=2&round=GD-2026");
        Assert.Equal(4, rows.Count);
        foreach (var level in new[] { "high", "confidence", "low" })
            Assert.All(rows, r => Assert.Equal(100.0 * r.Int(level) / r.Int("base"), r.GetProperty(level + "_percent").GetDouble(), 1e-9));
    }

    [Fact]
    public async Task Form_3_by_area_equals_the_bands_counted_in_SQL_with_integers()
    {
        var expected = city.Ask($"""
            SELECT u.area_code, COUNT(*),
                SUM(CASE WHEN 2 * f < b THEN 1 ELSE 0 END), SUM(CASE WHEN 2 * f >= b AND 3 * f < 2 * b THEN 1 ELSE 0 END), SUM(CASE WHEN 3 * f >= 2 * b AND 5 * f < 4 * b THEN 1 ELSE 0 END),
                SUM(CASE WHEN 5 * f >= 4 * b AND 10 * f < 9 * b THEN 1 ELSE 0 END), SUM(CASE WHEN 10 * f >= 9 * b THEN 1 ELSE 0 END)
            FROM (SELECT COALESCE(u.area_code, u.parent_code) AS area_code, r.high + r.middle AS f, r.collected AS b {From("GD-2026")} AND r.exempt IS NULL AND r.collected IS NOT NULL) u
            GROUP BY u.area_code ORDER BY u.area_code
            """);
        var rows = (await (await city.SignedIn(Roles.Board)).Rows("/forms?form=3&round=GD-2026")).Skip(4).ToList();
        Assert.Equal(expected.Select(e => e[(e.IndexOf('|', StringComparison.Ordinal) + 1)..]), rows.Select(r => string.Join('|', r.Int("officials"), r.Int("under_50"), r.Int("from_50"), r.Int("from_two_thirds"), r.Int("from_80"), r.Int("from_90"))));
    }

    [Fact]
    public async Task Form_4_has_every_row_of_the_store_with_its_counts()
    {
        static string Or(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32().ToString(CultureInfo.InvariantCulture) : "null";
        var expected = city.Ask($"SELECT r.official_name, r.issued, r.collected, r.valid, r.invalid, r.high, r.middle, r.low {From("GD-2026")}").Order(StringComparer.Ordinal);
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/forms?form=4&round=GD-2026");
        string[] counts = ["issued", "collected", "valid", "invalid", "high", "confidence", "low"];
        Assert.Equal(expected, rows.Select(r => r.Text("official") + "|" + string.Join('|', counts.Select(c => Or(r, c)))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Form_4_of_one_area_has_its_officials_only()
    {
        var expected = city.Ask($"SELECT r.official_name {From("GD-2026")} AND COALESCE(u.area_code, u.parent_code) = '0904'").Order(StringComparer.Ordinal);
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/forms?form=4&round=GD-2026&district=0904");
        Assert.Equal(expected, rows.Select(r => r.Text("official")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Form_1_has_the_roster_of_each_unit_and_what_its_rows_say_of_the_conference()
    {
        // Status 0 is due, 3 has no council.
        var due = city.Ask("""
            SELECT u.code, SUM(CASE WHEN e.status = 0 THEN 1 ELSE 0 END), SUM(CASE WHEN e.status = 0 THEN 0 ELSE 1 END)
            FROM roster_entry e JOIN round o ON o.id = e.round_id JOIN unit u ON u.id = e.unit_id WHERE o.code = 'GD-2026' AND e.to_version IS NULL GROUP BY u.code, u.area_code, u.parent_code
            ORDER BY COALESCE(u.area_code, u.parent_code), u.code
            """);
        var met = city.Ask($"SELECT u.code, MAX(r.invited), MAX(r.present) {From("GD-2026")} AND r.exempt IS NULL GROUP BY u.code").Select(r => r.Split('|')).ToDictionary(r => r[0], r => $"{r[1]}|{r[2]}");
        var expected = due.Select(d => d.Split('|')).Select(d => $"{d[1]}|{d[2]}|{met.GetValueOrDefault(d[0], "null|null")}");
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/forms?form=1&round=GD-2026");
        Assert.Equal(expected, rows.Select(r => string.Join('|', new[] { "due", "not_due", "invited", "present" }.Select(c => r.GetProperty(c) is { ValueKind: JsonValueKind.Number } n ? n.GetRawText() : "null"))));
    }

    [Fact]
    public async Task Form_5_holds_the_two_of_the_sample_at_a_line()
    {
        var rows = await (await city.SignedIn(Roles.Board)).Rows("/forms?form=5&round=GD-2026");
        // data/sample/README.md: exactly two thirds at Gia Mai; at the threshold at Hồng Hà.
        Assert.Equal(["Phó Chủ tịch UBND, Xã Hồng Hà", "Chủ tịch UBND, Phường Gia Mai"], rows.Select(r => r.Text("position")));
    }

    [Fact]
    public async Task The_last_page_of_a_long_form_has_the_last_row_and_the_first_has_not()
    {
        var board = await city.SignedIn(Roles.Board);
        Assert.DoesNotContain("Phường Gia Mai", await board.Read("/forms?form=4&round=GD-2026&page=1"), StringComparison.Ordinal);
        Assert.Equal(538, (await board.Rows("/forms?form=4&round=GD-2026")).Count);
        var last = (await board.FormRows("/forms?form=4&round=GD-2026&page=4"))[^1];
        Assert.StartsWith("538|", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "", "view"), InlineData(5, "", "view"), InlineData(4, "csv", "export"), InlineData(5, "xlsx", "export"), InlineData(4, "xlsx", "export"), InlineData(4, "docx", "export"), InlineData(5, "docx", "export"), InlineData(5, "json", "export")]
    public async Task A_look_at_a_form_with_names_is_written_down_and_so_is_a_file_of_it(int form, string format, string action)
    {
        var mark = $"mark=forms{form}{format}";
        var target = $"/forms?form={form.ToString(CultureInfo.InvariantCulture)}&round=GD-2026&district=0904{(format.Length > 0 ? "&format=" + format : "")}&{mark}";
        await (await city.SignedIn(Roles.Board)).GetByteArrayAsync(target, Ct);
        Assert.Equal(action, Assert.Single(Entries(mark)).Action);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_form_without_names_leaves_no_trace(int form)
    {
        var mark = $"mark=plain{form}";
        await (await city.SignedIn(Roles.Board)).GetByteArrayAsync($"/forms?form={form.ToString(CultureInfo.InvariantCulture)}&round=GD-2026&{mark}", Ct);
        Assert.Empty(Entries(mark));
    }

    [Fact]
    public async Task A_form_as_of_a_day_before_anything_was_loaded_holds_nothing()
    {
        var board = await city.SignedIn(Roles.Board);
        foreach (var form in new[] { 2, 3, 4, 5 })
            Assert.Empty(await board.Rows($"/forms?form={form}&round=GD-2026&as-of=2020-01-01"));
    }

    List<(string Action, string Target)> Entries(string mark)
    {
        city.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = city.Store.Open();
        return db.Audit.Where(a => a.Target.EndsWith(mark)).OrderBy(a => a.Id).Select(a => new { a.Action, a.Target }).AsEnumerable().Select(a => (a.Action, a.Target)).ToList();
    }
}
