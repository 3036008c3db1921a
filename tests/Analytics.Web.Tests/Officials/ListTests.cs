using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Officials;

[Collection(nameof(OnTheSample))]
public class ListTests(SampleHost host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exactly_two_thirds_is_told_with_its_sum_and_without_a_consequence_under_an_assumed_rule()
    {
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2026");
        var told = SampleHost.Told(page, host.Holder("GD-2026", "091602", "PPC-CHAIR").Name);
        Assert.Contains("Chủ tịch UBND Phường Gia Mai, Quận Ngọc Lĩnh 100/150 phiếu tín nhiệm thấp = 2/3 (quy định CITY-2026: phiếu tín nhiệm thấp từ 2/3 số phiếu thu về trở lên); chưa đủ căn cứ kết luận, chờ xác nhận quy định;", told, StringComparison.Ordinal);
        Assert.DoesNotContain("miễn nhiệm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("từ chức", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_half_is_told_with_what_is_missing_to_two_thirds()
    {
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2026");
        // 168 ballots: two thirds are 112, 21 more than 91.
        Assert.Contains("91/168 phiếu tín nhiệm thấp > 1/2 (quy định CITY-2026: phiếu tín nhiệm thấp quá 1/2 số phiếu thu về); chưa đủ căn cứ kết luận, chờ xác nhận quy định; còn 21 phiếu đến ngưỡng 2/3;",
            SampleHost.Told(page, host.Holder("GD-2026", "090302", "PPC-VICE").Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_ballot_short_of_over_half_is_not_at_the_threshold_and_says_how_near()
    {
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2026");
        Assert.Contains("Đến ngưỡng xem xét theo quy định: 02", page, StringComparison.Ordinal);
        Assert.Contains("72/145 phiếu tín nhiệm thấp < 1/2, còn 1 phiếu đến ngưỡng quá 1/2;", SampleHost.Told(page, host.Holder("GD-2026", "091103", "PPC-VICE").Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_half_confidence_of_two_options_is_at_the_threshold()
    {
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2010");
        Assert.Contains("Không đạt quá nửa số phiếu tín nhiệm: 01", page, StringComparison.Ordinal);
        Assert.Contains("30/60 phiếu tín nhiệm = 1/2 (quy định VFF-2007: phiếu tín nhiệm không quá 1/2 số phiếu thu về); chưa đủ căn cứ kết luận",
            SampleHost.Told(page, host.Holder("GD-2010", "090602", "PPC-CHAIR").Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_half_low_of_three_options_is_not_at_the_threshold()
    {
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2024&standing=at-threshold");
        var (_, name) = host.Holder("GD-2024", "091302", "PPC-VICE");
        Assert.Contains("32/64 phiếu tín nhiệm thấp = 1/2, còn 1 phiếu đến ngưỡng quá 1/2", SampleHost.Told(page, name), StringComparison.Ordinal);
        var list = page[page.IndexOf("Dòng 1–", StringComparison.Ordinal)..];
        Assert.DoesNotContain(name, list, StringComparison.Ordinal);
        Assert.Contains(host.Holder("GD-2024", "090603", "PPC-CHAIR").Name, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_are_named_alerts_are_only_counted_and_chance_is_told_for_both()
    {
        var rows = await Json(await host.As(Roles.Board), "/officials?round=GD-2026&format=json");
        int Of(string state) => rows.Count(r => r.GetProperty("funnel").GetString() == state);
        int compared = rows.Count(r => r.GetProperty("base").ValueKind == JsonValueKind.Number);
        var page = await SampleHost.Read(await host.As(Roles.Board), "/officials?round=GD-2026");
        // 526 × 0.001 = 0.526 and 526 × 0.025 = 13.15
        Assert.Equal(526, compared);
        Assert.Contains($"So sánh 526 người với những người cùng chức danh trong đợt: riêng dao động ngẫu nhiên cũng có thể cho khoảng 0,5 trường hợp khác hẳn", page, StringComparison.Ordinal);
        Assert.Contains($"có {Of("alert") + Of("alarm")} trường hợp, trong đó khoảng 13 trường hợp có thể chỉ do dao động ngẫu nhiên", page, StringComparison.Ordinal);
        var first = page[..page.IndexOf("So sánh 526 người", StringComparison.Ordinal)];
        Assert.All(rows.Where(r => r.GetProperty("funnel").GetString() == "alarm"), r => Assert.Contains(r.GetProperty("official").GetString()!, first, StringComparison.Ordinal));
        Assert.Equal(Of("alarm"), first.Split("khác hẳn những người cùng chức danh trong đợt (tính chung").Length - 1);
        Assert.Contains("khác hẳn những người cùng chức danh trong đợt (tính chung 4,6%; xác suất do ngẫu nhiên 0,0003); cần nắm thêm tình hình; chờ đối chiếu biên bản.", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_csv_holds_the_rows_the_command_line_prints()
    {
        var client = await host.As(Roles.Board);
        var answer = await client.GetAsync("/officials?round=GD-2026&format=csv", Ct);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("sample-officials-gd-2026-", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        var ours = Lines(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)).TrimStart('\uFEFF'));
        var theirs = Lines(await Command("officials", "--round", "GD-2026", "--format", "csv"));
        Assert.Equal(theirs[0], ours[0]);
        Assert.Equal(539, ours.Count);
        Assert.Equal(theirs.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_whole_list_comes_in_pages_of_a_hundred_unit_by_unit()
    {
        var client = await host.As(Roles.Board);
        var first = await SampleHost.Read(client, "/officials?round=GD-2026");
        var last = await SampleHost.Read(client, "/officials?round=GD-2026&p=6");
        Assert.Contains("Dòng 1–100 trong 538.", first, StringComparison.Ordinal);
        Assert.Contains("Dòng 501–538 trong 538.", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần nắm thêm tình hình", last, StringComparison.Ordinal);
        var rows = await Json(client, "/officials?round=GD-2026&format=json");
        var places = rows.Select(r => r.GetProperty("district").GetString() + r.GetProperty("unit").GetString()).ToList();
        Assert.Equal(places.Order(StringComparer.Ordinal), places);
    }

    [Fact]
    public async Task Names_sort_by_given_name()
    {
        var rows = await Json(await host.As(Roles.Board), "/officials?round=GD-2026&sort=name&format=json");
        var given = rows.Select(r => r.GetProperty("official").GetString()!.Split(' ')[^1]).ToList();
        Assert.StartsWith("An", given[0], StringComparison.Ordinal);
        Assert.Equal(given.Order(StringComparer.Create(new("vi-VN"), ignoreCase: true)), given);
    }

    [Theory]
    [InlineData("district=0916", "district", "0916")]
    [InlineData("position=PC-VICE", "position", "PC-VICE")]
    [InlineData("standing=exempt", "standing", "exempt")]
    [InlineData("funnel=alarm", "funnel", "alarm")]
    public async Task A_filter_in_the_address_leaves_what_it_names(string query, string column, string value)
    {
        var rows = await Json(await host.As(Roles.Board), "/officials?round=GD-2026&format=json&" + query);
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(value, r.GetProperty(column).GetString()));
    }

    [Fact]
    public async Task The_exempt_the_vacant_and_the_waiting_are_told()
    {
        var client = await host.As(Roles.Board);
        var page = await SampleHost.Read(client, "/officials?round=GD-2026&standing=exempt");
        Assert.Contains("không lấy phiếu: Đang chờ nghỉ hưu", page, StringComparison.Ordinal);
        Assert.Contains("Phường Tân Cương Phó Chủ tịch HĐND khuyết", page, StringComparison.Ordinal);
        Assert.Contains("ở 08 đơn vị chưa gửi kết quả", page, StringComparison.Ordinal);
        Assert.Contains("không tổ chức HĐND", await SampleHost.Read(client, "/officials?round=GD-2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.As(Roles.Board)).GetAsync("/officials?round=GD-1999", Ct)).StatusCode);

    [Fact]
    public async Task English_pages_say_the_same()
    {
        var page = await SampleHost.Read(await host.SignedIn(Roles.Board), "/officials?round=GD-2026&lang=en");
        Assert.Contains("100/150 low confidence ballots = 2/3 (rule CITY-2026: low confidence ballots 2/3 of ballots collected or more); no conclusion yet, the rule is to be confirmed;", page, StringComparison.Ordinal);
        Assert.Contains("2 at the threshold of the rule; 10 more to look into.", page, StringComparison.Ordinal);
    }

    internal static async Task<List<JsonElement>> Json(HttpClient client, string address)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(address, Ct));
        return document.RootElement.EnumerateArray().Select(e => e.Clone()).ToList();
    }

    static List<string> Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();

    async Task<string> Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = host.Folder, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll"))) start.ArgumentList.Add(argument);
        start.Environment["ANALYTICS_DB"] = host.StoreSetting;
        start.Environment["ANALYTICS_DATA"] = host.Folder;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
