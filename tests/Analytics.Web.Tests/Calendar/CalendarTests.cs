using Analytics.Domain.Access;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Web.Tests.Calendar;

/// <summary>When units of today were last put to the vote, followed back through what they came from.</summary>
public class CalendarTests(CalendarCity city) : IClassFixture<CalendarCity>
{
    static string Line(System.Text.Json.JsonElement row) => string.Join(' ', new[] { "unit", "not_due", "last_round", "unit_then" }.Select(c => row.Text(c) ?? "-"));

    [Fact]
    public async Task Units_over_two_years_are_told_with_the_round_and_the_unit_they_were_then() => Assert.Equal(
        [
            // Each part of what was divided, by the whole.
            "110102 no T-2022 090103",
            // Exempt in 2024 is not put to the vote.
            "110104 no T-2016 090104",
            "110105 no - -",
            "090201 no T-2022 090201",
            // Owed nothing in the latest round: last.
            "110103 yes T-2022 090103",
        ],
        (await (await city.As(Roles.Board)).Rows("/calendar")).Select(Line));

    [Fact]
    public async Task A_merged_unit_counts_by_the_latest_vote_of_any_it_was_made_of() =>
        Assert.DoesNotContain("110101", (await (await city.As(Roles.Board)).Rows("/calendar")).Select(r => r.Text("unit")));

    [Fact]
    public async Task The_page_says_when_the_next_round_is_due_and_how_many_are_late()
    {
        var page = await (await city.As(Roles.Board)).Read("/calendar");
        Assert.Contains("đợt tiếp theo vào cuối năm 2028. 04/6 đơn vị đã quá hai năm", page, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_last_day_of_two_years_a_unit_is_not_late_yet()
    {
        var round = new Round { Code = "T", NameVi = "Đợt", RegimeId = "CITY-2026", HeldFrom = new(2022, 12, 1), HeldTo = new(2022, 12, 31) };
        var vote = new LastVote(new Unit { Code = "1", Name = "Xã", NameFolded = "xa", SortKey = "1" }, null, round, null, false);
        Assert.Equal([false, true], new[] { new DateOnly(2024, 12, 31), new DateOnly(2025, 1, 1) }.Select(vote.IsOver));
    }

    [Fact]
    public async Task A_local_viewer_has_the_own_units_only() =>
        Assert.Equal(["110102", "110104", "110105", "110103"], (await (await city.As(Roles.Local)).Rows("/calendar")).Select(r => r.Text("unit")));

    [Fact]
    public async Task An_earlier_day_has_the_units_of_that_day() =>
        Assert.Equal([], (await (await city.As(Roles.Board)).Rows("/calendar?as-of=2019-01-01")).Where(r => r.Text("unit")!.StartsWith("11", StringComparison.Ordinal)).Select(Line));

    [Fact]
    public async Task The_latest_rounds_stand_with_their_last_days_the_latest_first()
    {
        var page = await (await city.As(Roles.Board)).Read("/calendar");
        var places = new[] { "Đợt năm 2026", "Đợt năm 2024", "Đợt năm 2022", "Đợt năm 2016" }.Select(n => page.IndexOf(n, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("01/10/2026 – 31/10/2026 – – 31/10/2026 10/11/2026", page, StringComparison.Ordinal);
    }
}
