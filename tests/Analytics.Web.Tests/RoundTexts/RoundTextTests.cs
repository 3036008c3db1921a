using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Urging;

namespace Analytics.Web.Tests.RoundTexts;

/// <summary>The text of a round and its opinions, written on the page.</summary>
public sealed class RoundTextTests : IDisposable
{
    const string Text = "/rounds/T-2026/text";

    readonly UrgingCity city = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => city.Dispose();

    static Task<HttpResponseMessage> Write(HttpClient client, string page, string section, string body, int seen = 0) =>
        UrgingCity.Post(client, page, "", ($"body[{section}]", body), ($"seen[{section}]", seen.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    static Task<HttpResponseMessage> Count(HttpClient client, string page, string theme, string count) => UrgingCity.Post(client, page, "Opinion", ("theme", theme), ("count", count));

    List<string> Versions() => Forms.Sql.Ask(city, "SELECT COALESCE(u.code, 'city'), t.section, t.body, t.\"by\" FROM round_text t LEFT JOIN unit u ON u.id = t.unit_id ORDER BY t.id");

    List<string> Standing() => Forms.Sql.Ask(city, "SELECT COALESCE(u.code, 'city'), o.theme, o.count FROM opinion o LEFT JOIN unit u ON u.id = o.unit_id WHERE o.removed_at IS NULL ORDER BY o.id");

    int Latest() => int.Parse(Forms.Sql.Ask(city, "SELECT MAX(id) FROM round_text")[0], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_is_written_later_stands_and_the_earlier_version_can_be_read()
    {
        var board = await city.Board();
        await Write(board, Text, "strengths", "Bản một");
        var answer = await Write(board, Text, "strengths", "Bản hai", Latest());
        Assert.Equal(Text + "?saved=1", answer.Headers.Location?.OriginalString);
        Assert.Equal(["city|1|Bản một|board@example.org", "city|1|Bản hai|board@example.org"], Versions());
        var page = await board.Read(Text);
        Assert.Contains("1 bản trước", page, StringComparison.Ordinal);
        Assert.Contains("Bản một", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_again_is_no_version()
    {
        var board = await city.Board();
        await Write(board, Text, "limits", "Một\r\nHai ");
        var answer = await Write(board, Text, "limits", "Một\nHai", Latest());
        Assert.Equal(Text + "?saved=0", answer.Headers.Location?.OriginalString);
        Assert.Equal(["city|2|Một\nHai|board@example.org"], Versions());
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_not_overwritten_and_what_was_typed_is_kept()
    {
        var board = await city.Board();
        await Write(board, Text, "causes", "của người khác");
        var html = await UrgingCity.Html(await Write(board, Text, "causes", "của tôi"));
        Assert.Equal(["city|3|của người khác|board@example.org"], Versions());
        Assert.Contains("người khác đã sửa phần được đánh dấu", html, StringComparison.Ordinal);
        Assert.Contains(">của tôi</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"as-typed\">của người khác</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_conflict_what_was_typed_can_be_saved_over_the_version_it_was_shown()
    {
        var board = await city.Board();
        await Write(board, Text, "causes", "của người khác");
        var html = await UrgingCity.Html(await Write(board, Text, "causes", "của tôi"));
        Assert.Contains($"name=\"seen[causes]\" value=\"{Latest()}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_in_one_section_keeps_the_others_and_shows_them_as_saved()
    {
        var board = await city.Board();
        await Write(board, Text, "causes", "của người khác");
        var html = await UrgingCity.Html(await UrgingCity.Post(board, Text, "", ("body[causes]", "của tôi"), ("seen[causes]", "0"), ("body[limits]", "hạn chế mới"), ("seen[limits]", "0")));
        Assert.Contains("city|2|hạn chế mới|board@example.org", Versions());
        Assert.Contains(">hạn chế mới</textarea>", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"seen[limits]\" value=\"{Latest()}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_is_kept_and_the_other_told()
    {
        var boards = new[] { await city.Board(), await city.Board() };
        var answers = await Task.WhenAll(boards.Select((b, i) => Write(b, Text, "direction", $"người {i}")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.SeeOther], answers.Select(a => a.StatusCode).Order());
        Assert.Single(Versions());
    }

    [Fact]
    public async Task A_section_that_is_too_long_keeps_everything_typed_and_saves_nothing()
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await UrgingCity.Post(board, Text, "", ("body[causes]", new string('x', 8001)), ("body[limits]", "hạn chế mới")));
        Assert.Contains("Một phần dài quá 8.000 ký tự; chưa lưu gì.", html, StringComparison.Ordinal);
        Assert.Contains(">hạn chế mới</textarea>", html, StringComparison.Ordinal);
        Assert.Contains(new string('x', 8001), html, StringComparison.Ordinal);
        Assert.Empty(Versions());
    }

    [Fact]
    public async Task A_unit_has_a_text_of_its_own_beside_that_of_the_city()
    {
        var board = await city.Board();
        await Write(board, Text, "limits", "của thành phố");
        await Write(board, Text + "?unit=110201", "limits", "của phường");
        Assert.Equal(["city|2|của thành phố|board@example.org", "110201|2|của phường|board@example.org"], Versions());
        Assert.DoesNotContain("của thành phố", await board.GetStringAsync(Text + "?unit=110201", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_of_another_round_has_no_text_here()
    {
        var board = await city.Board();
        Assert.Equal(HttpStatusCode.NotFound, await board.Status(Text + "?unit=090101"));
        Assert.Equal(HttpStatusCode.NotFound, await board.Status(Text + "?unit=0901"));
    }

    [Fact]
    public async Task A_theme_written_with_other_accents_and_case_is_the_same_and_the_new_number_replaces_the_old()
    {
        var board = await city.Board();
        await Count(board, Text, "Cải cách hành chính", "5");
        await Count(board, Text, "  CAI CACH hành chính ", "8");
        Assert.Equal(["city|CAI CACH hành chính|8"], Standing());
    }

    [Fact]
    public async Task No_opinions_take_the_theme_back_and_leave_what_was_counted_in_the_store()
    {
        var board = await city.Board();
        await Count(board, Text, "Đất đai", "5");
        await Count(board, Text, "đất đai", "0");
        Assert.Empty(Standing());
        Assert.Equal(["Đất đai|5|board@example.org"], Forms.Sql.Ask(city, "SELECT theme, count, removed_by FROM opinion"));
    }

    [Fact]
    public async Task Opinions_of_city_and_units_are_added_up_by_theme_with_the_units_counted()
    {
        var board = await city.Board();
        await Count(board, Text, "Đất đai", "5");
        await Count(board, Text + "?unit=110201", "đất đai", "2");
        await Count(board, Text + "?unit=110401", "Dat dai", "3");
        await Count(board, Text + "?unit=110401", "Môi trường", "4");
        Assert.Contains("Dat dai 10 2 Môi trường 4 1", await board.Read(Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "5", "Hãy ghi nhóm vấn đề.")]
    [InlineData("Đất đai", "-1", "Số ý kiến phải là số nguyên từ 0 đến 1.000.000.")]
    [InlineData("Đất đai", "1000001", "Số ý kiến phải là số nguyên từ 0 đến 1.000.000.")]
    [InlineData("Đất đai", "năm", "Số ý kiến phải là số nguyên từ 0 đến 1.000.000.")]
    [InlineData("Đất đai", "", "Số ý kiến phải là số nguyên từ 0 đến 1.000.000.")]
    public async Task A_count_with_a_mistake_is_told_and_keeps_what_was_typed(string theme, string count, string message)
    {
        var board = await city.Board();
        var html = await UrgingCity.Html(await Count(board, Text, theme, count));
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains($"name=\"theme\" maxlength=\"200\" value=\"{theme}\"", html, StringComparison.Ordinal);
        if (count.Length > 0) Assert.Contains($"value=\"{count}\"", html, StringComparison.Ordinal);
        Assert.Empty(Standing());
    }

    [Fact]
    public async Task Local_writes_of_the_own_units_and_not_of_the_city_or_another_unit()
    {
        await city.Board();
        var local = await city.SignedIn(Roles.Local);
        // The local account holds the area 0901, to which 110101 belongs.
        Assert.Equal(HttpStatusCode.SeeOther, (await Write(local, Text + "?unit=110101", "limits", "của xã")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostFrom(local, Text + "?unit=110101", Text)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostFrom(local, Text + "?unit=110101", Text + "?unit=110201")).StatusCode);
        Assert.Equal(["110101|2|của xã|local@example.org"], Versions());
    }

    [Fact]
    public async Task Local_reads_no_text_of_the_city_and_no_opinions_of_other_units()
    {
        var board = await city.Board();
        await Write(board, Text, "limits", "của thành phố");
        await Count(board, Text, "Chung", "9");
        await Count(board, Text + "?unit=110201", "Nơi khác", "7");
        await Count(board, Text + "?unit=110101", "Nơi mình", "5");
        var page = await (await city.SignedIn(Roles.Local)).GetStringAsync(Text, Ct);
        Assert.DoesNotContain("của thành phố", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Chung", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi khác", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Nơi mình", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_earlier_day_the_text_of_that_day_is_read_and_nothing_written()
    {
        var board = await city.Board();
        await Write(board, Text, "limits", "bản hôm đó");
        board = await city.DaysLater(2);
        await Write(board, Text, "limits", "bản hôm nay", Latest());
        var page = await board.GetStringAsync(Text + "?as-of=2026-11-25", Ct);
        Assert.Contains("bản hôm đó", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("bản hôm nay", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostFrom(board, Text, Text + "?as-of=2026-11-25")).StatusCode);
    }

    [Fact]
    public async Task Markup_is_text_and_signs_that_cannot_be_seen_are_not_kept()
    {
        var board = await city.Board();
        await Write(board, Text, "limits", "<script>alert(1)</script>\u0007\u000b hết");
        Assert.Equal(["city|2|<script>alert(1)</script> hết|board@example.org"], Versions());
        Assert.DoesNotContain("<script>alert", await board.GetStringAsync(Text, Ct), StringComparison.Ordinal);
    }

    /// <summary>With the token of a page the writer may open.</summary>
    static async Task<HttpResponseMessage> PostFrom(HttpClient client, string page, string address)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(page, Ct), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("body[limits]", "trái phép"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(address, form, Ct);
    }
}
