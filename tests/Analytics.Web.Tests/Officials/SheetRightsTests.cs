using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Officials;

/// <summary>Who gets a sheet, what is written down of it, and what there is no sheet of. On the sample, where the local account has area 0901.</summary>
[Collection(nameof(OnTheSample))]
public class SheetRightsTests(SampleHost host)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    int Person(string unit) => host.Holder("GD-2026", unit, unit == "090101" ? "PC-CHAIR" : "PPC-CHAIR").Id;

    [Fact]
    public async Task A_local_account_gets_those_of_its_units_and_who_may_not_see_names_gets_none()
    {
        var own = SheetCity.Address(Person("090101"), "GD-2026", "pdf");
        var elsewhere = SheetCity.Address(Person("091602"), "GD-2026", "pdf");
        var local = await host.As(Roles.Local);
        Assert.Equal(HttpStatusCode.OK, (await local.GetAsync(own, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync(elsewhere, Ct)).StatusCode);
        foreach (var role in new[] { Roles.Auditor, Roles.Admin }) Assert.Equal(HttpStatusCode.NotFound, (await (await host.As(role)).GetAsync(own, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().GetAsync(own, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_local_accounts_sheet_says_that_other_units_are_left_out()
    {
        var local = await host.As(Roles.Local);
        Assert.Contains("Chỉ gồm các đơn vị mà người lập phiếu được giao xem.", await SheetCity.Word(local, Person("090101"), "GD-2026"), StringComparison.Ordinal);
        Assert.DoesNotContain("người lập phiếu được giao xem", await SheetCity.Word(await host.As(Roles.Board), Person("090101"), "GD-2026"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf", "application/pdf"), InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Each_download_is_written_down_once_as_an_export_of_one_person(string format, string type)
    {
        var (id, name) = host.Holder("GD-2026", "091602", "PPC-CHAIR");
        var address = SheetCity.Address(id, "GD-2026", format) + "&mark=s1";
        var answer = await (await host.As(Roles.Board)).GetAsync(address, Ct);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches($"^sample-sheet-{id}-gd-2026-[0-9]{{8}}-[0-9]{{4}}\\.{format}$", answer.Content.Headers.ContentDisposition!.FileName!);
        Assert.DoesNotContain(name, answer.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        var entry = Assert.Single(db.Audit.Where(a => a.Target == address));
        Assert.Equal(("board@example.org", "export", 1), (entry.User, entry.Action, entry.Rows));
    }

    // Counted from the store apart: 110 others, none with 2/3 or more; quartiles 2.09 and 8.32, the middle 4.10.
    [Fact]
    public async Task Under_the_samples_assumed_rule_no_consequence_is_named_and_the_place_says_how_complete_the_round_is()
    {
        var sheet = await SheetCity.Word(await host.As(Roles.Board), Person("091602"), "GD-2026");
        Assert.Contains("100/150 phiếu tín nhiệm thấp = 2/3 | đã đến ngưỡng; chưa đủ căn cứ kết luận, chờ xác nhận quy định", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("miễn nhiệm", sheet, StringComparison.Ordinal);
        Assert.Contains("Trong 110 người khác cùng chức danh của đợt (118/126 đơn vị): 0 người có tỷ lệ cao hơn, 0 người có tỷ lệ bằng, 110 người có tỷ lệ thấp hơn. Người đứng giữa có 4,1%; một nửa số người ở giữa có từ 2,1 đến 8,3%.", sheet, StringComparison.Ordinal);
        Assert.Contains("Ở địa bàn Quận Ngọc Lĩnh có dưới 10 người cùng chức danh", sheet, StringComparison.Ordinal);
        using var reader = host.Store.Read();
        var (_, name) = host.Holder("GD-2026", "091602", "PPC-CHAIR");
        var others = reader.Db.Results.Where(r => r.OfficialName != name).Select(r => r.OfficialName).Distinct().ToList();
        Assert.DoesNotContain(others, other => sheet.Contains(other, StringComparison.Ordinal));
    }

    // Counted from the store apart: 0 of 44 among 177 others, 164 above and 13 without a low ballot either.
    [Fact]
    public async Task Ties_are_told_as_ties()
    {
        int person;
        using (var reader = host.Store.Read())
            person = reader.Db.Results.Single(r => reader.Db.Rounds.Any(x => x.Id == r.RoundId && x.Code == "GD-2012") && reader.Db.Units.Any(u => u.Id == r.UnitId && u.Code == "091602") && reader.Db.Positions.Any(p => p.Id == r.PositionId && p.Code == "PPC-CHAIR")).PersonId;
        Assert.Contains("Trong 177 người khác cùng chức danh của đợt: 164 người có tỷ lệ cao hơn, 13 người có tỷ lệ bằng, 0 người có tỷ lệ thấp hơn.", await SheetCity.Word(await host.As(Roles.Board), person, "GD-2012"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_sheet_of_a_round_without_a_result_of_another_format_or_of_an_earlier_day()
    {
        var board = await host.As(Roles.Board);
        var person = Person("091602");
        await Refused(SheetCity.Address(person, "GD-2008", "pdf"), "không có kết quả nào trong đợt được hỏi");
        await Refused(SheetCity.Address(person, "XX", "pdf"), "không có kết quả nào trong đợt được hỏi");
        await Refused(SheetCity.Address(person, "GD-2026", "csv"), "chỉ có các định dạng docx, pdf");
        await Refused(SheetCity.Address(person, "GD-2026", "pdf") + "&as-of=" + Yesterday(), "chỉ lập theo số liệu hiện tại");

        async Task Refused(string address, string why)
        {
            var answer = await board.GetAsync(address, Ct);
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType!));
            Assert.Contains(why, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    static string Yesterday() => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_page_of_the_official_offers_both_and_a_look_at_an_earlier_day_neither()
    {
        var board = await host.As(Roles.Board);
        var page = System.Net.WebUtility.HtmlDecode(await board.GetStringAsync($"/officials/{Person("091602")}", Ct));
        foreach (var format in new[] { "docx", "pdf" }) Assert.Contains($"href=\"{SheetCity.Address(Person("091602"), "GD-2026", format)}\"", page, StringComparison.Ordinal);
        var past = await board.GetAsync($"/officials/{Person("091602")}?as-of={Yesterday()}", Ct);
        Assert.DoesNotContain("/sheet?", await past.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }
}
