using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Shared.AsOf;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.AsOf;

/// <summary>
/// Loaded on 20 November, corrected on the 22nd, the second area added on the 23rd, looked at on the 24th: each day shows what was
/// known at its end, in Viet Nam.
/// </summary>
public sealed class AsOfTests : IDisposable
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));
    readonly Office office;

    public AsOfTests() => office = new Office { Replace = services => services.AddSingleton<TimeProvider>(clock) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    async Task<HttpClient> Told()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        board = await DaysLater(2);
        await Office.Correct(board, "đếm lại", ("r.csv", Office.Results.Replace(",40,15,5", ",25,15,20", StringComparison.Ordinal)));
        board = await DaysLater(1);
        await Office.Load(board, ("second.csv", Office.ResultsOfSecondArea));
        return await DaysLater(1);
    }

    /// <summary>Nobody stays signed in for a day.</summary>
    Task<HttpClient> DaysLater(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        return office.SignedIn(Roles.Board);
    }

    [Theory]
    [InlineData("2026-11-19", "")]                                            // nothing was known
    [InlineData("2026-11-20", "PC-CHAIR 5 60, PPC-CHAIR 10 60")]
    [InlineData("2026-11-21", "PC-CHAIR 5 60, PPC-CHAIR 10 60")]
    [InlineData("2026-11-22", "PC-CHAIR 20 60, PPC-CHAIR 10 60")]
    [InlineData("2026-11-23", "PC-CHAIR 24 110, PPC-CHAIR 10 60")]
    [InlineData("2026-11-24", "PC-CHAIR 24 110, PPC-CHAIR 10 60")]              // today is the present
    [InlineData("2099-01-01", "PC-CHAIR 24 110, PPC-CHAIR 10 60")]
    public async Task The_overview_shows_what_was_known_at_the_end_of_the_day(string day, string expected)
    {
        var board = await Told();
        var rows = await board.Rows($"/?round=T-2024&as-of={day}");
        Assert.Equal(expected, string.Join(", ", rows.Select(r => $"{r.Text("key")} {r.Int("low")} {r.Int("base")}")));
    }

    [Fact]
    public async Task Areas_posts_units_officials_charts_and_quality_are_of_the_day()
    {
        var board = await Told();
        Assert.Equal("0901", Assert.Single(await board.Rows("/districts?round=T-2024&as-of=2026-11-21")).Text("key"));
        Assert.Equal(["5", "10"], (await board.Rows("/officials?round=T-2024&as-of=2026-11-21")).Select(r => r.Int("low").ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(3, (await board.Rows("/officials?round=T-2024")).Count);
        Assert.Equal(5, (await board.Rows("/units/090101?as-of=2026-11-21"))[0].Int("low"));
        Assert.Equal(20, (await board.Rows("/units/090101?as-of=2026-11-22"))[0].Int("low"));
        Assert.Contains("Nguồn không cho đủ các số của biên bản ở người nào (0/2)", await board.Read("/rounds/T-2024?as-of=2026-11-21"), StringComparison.Ordinal);
        Assert.Contains("(0/3)", await board.Read("/rounds/T-2024"), StringComparison.Ordinal);
        var then = await board.GetStringAsync("/charts/ballots.svg?round=T-2024&as-of=2026-11-21", Ct);
        Assert.NotEqual(then, await board.GetStringAsync("/charts/ballots.svg?round=T-2024", Ct));
    }

    [Fact]
    public async Task Every_link_and_search_form_stays_with_the_day_and_one_leads_back()
    {
        var board = await Told();
        var page = await board.GetStringAsync("/?round=T-2024&as-of=2026-11-21", Ct);
        Assert.Contains("Đang xem số liệu như đã biết vào cuối ngày 21/11/2026 (phiên bản 1)", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("href=\"/districts?as-of=2026-11-21\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?round=T-2024\" data-present", page, StringComparison.Ordinal);
        var officials = await board.GetStringAsync("/officials?round=T-2024&as-of=2026-11-21", Ct);
        Assert.Contains("<input type=\"hidden\" name=\"as-of\" value=\"2026-11-21\">", officials, StringComparison.Ordinal);
        Assert.DoesNotContain("as-of=", await board.GetStringAsync("/?round=T-2024", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_entered_withdrawn_or_answered_in_the_past()
    {
        var board = await Told();
        Assert.Equal(HttpStatusCode.NotFound, await board.Status("/entry?as-of=2026-11-21"));
        Assert.DoesNotContain("type=\"file\"", await board.GetStringAsync("/imports?as-of=2026-11-21", Ct), StringComparison.Ordinal);
        var answer = await TestHost.Post(board, await Office.ImportOf(board, "results.csv") + "?as-of=2026-11-21", ("reason", "x"));
        Assert.NotEqual(HttpStatusCode.SeeOther, answer.StatusCode);
        using var reader = office.Store.Read();
        Assert.Equal(3, reader.Db.Results.Count());
    }

    [Fact]
    public async Task An_area_sees_its_own_past_only_and_what_is_no_day_is_told()
    {
        await Told();
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(2, (await local.Rows("/officials?round=T-2024&as-of=2026-11-23")).Count);
        Assert.Equal(HttpStatusCode.BadRequest, await local.Status("/?as-of=24/11/2026"));
    }

    [Fact]
    public async Task The_present_is_untouched_by_looks_at_the_past()
    {
        var board = await Told();
        for (var i = 0; i < 3; i++)
        {
            await board.Rows("/?round=T-2024&as-of=2026-11-21");
            Assert.Equal("24", (await board.Rows("/?round=T-2024"))[0].Int("low").ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("<a href=\"/x\">", "<a href=\"/x?as-of=2026-11-21\">")]
    [InlineData("<a class=\"b\" href=\"/x?a=1&amp;b=2#c\">", "<a class=\"b\" href=\"/x?a=1&amp;b=2&amp;as-of=2026-11-21#c\">")]
    [InlineData("<a href=\"https://example.org/\">", "<a href=\"https://example.org/\">")]
    [InlineData("<a href=\"#main\">", "<a href=\"#main\">")]
    [InlineData("<form method=\"post\" action=\"/sign-out\">", "<form method=\"post\" action=\"/sign-out\">")]
    [InlineData("<a href=\"/x?as-of=2026-01-01\">", "<a href=\"/x?as-of=2026-01-01\">")]
    [InlineData("<link href=\"/site.css\">", "<link href=\"/site.css\">")]
    public void Addresses_of_the_program_carry_the_day(string html, string carried) => Assert.Equal(carried, AsOfLinks.Carry(html, "2026-11-21"));
}
