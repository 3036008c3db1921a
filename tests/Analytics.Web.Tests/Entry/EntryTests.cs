using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Entry;

/// <summary>Results typed in from the minutes obey the rules of files, lead back to one, and are corrected only with a reason.</summary>
public sealed class EntryTests : IDisposable
{
    const string Address = "/entry/T-2024/090101";

    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    /// <summary>The first chair's line as a browser sends it.</summary>
    static (string, string)[] Chair(string low = "5", string reason = "") =>
    [
        ("HeldOn", "10/12/2024"), ("Invited", "66"), ("Present", "60"), ("Reason", reason),
        ("Lines[0].Position", "PC-CHAIR"), ("Lines[0].Official", "Nguyễn Thị Giang"), ("Lines[0].Issued", "60"), ("Lines[0].Collected", "60"),
        ("Lines[0].Valid", "60"), ("Lines[0].Invalid", "0"), ("Lines[0].High", "40"), ("Lines[0].Middle", "15"), ("Lines[0].Low", low),
        ("Lines[1].Position", "PPC-CHAIR"), ("Lines[1].Official", ""),
    ];

    static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    [Fact]
    public async Task What_is_typed_in_is_loaded_published_and_leads_back_to_a_file_without_names_in_its_name()
    {
        var board = await office.BoardWithReferenceData();
        Assert.Contains("Xã Trung Lạc", await board.Read("/entry?round=T-2024"), StringComparison.Ordinal);
        Assert.Contains("Chủ tịch HĐND", await board.Read(Address), StringComparison.Ordinal);

        var answer = await TestHost.Post(board, Address, Chair());
        var import = (await Office.ImportOf(board, "bien-ban-T-2024-090101.csv")).Split('/')[^1];
        Assert.Equal((HttpStatusCode.SeeOther, $"{Address}?saved={import}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("Đã lưu, số liệu đã được tính lại.", await board.Read($"{Address}?saved={import}"), StringComparison.Ordinal);
        using var reader = office.Store.Read();
        var result = reader.Db.Results.Single();
        Assert.Equal((60, 66, 60, 40, 15, 5, new DateOnly(2024, 12, 10)), (result.Collected, result.Invited, result.Present, result.High, result.Middle, result.Low, result.HeldOn));
        Assert.Equal("board@example.org", reader.Db.Imports.Single(i => i.FileName == "bien-ban-T-2024-090101.csv").By);
        Assert.NotEmpty(reader.Db.Snapshots);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(office.Folder, "uploads"), "entry-*"));
    }

    [Fact]
    public async Task What_does_not_add_up_is_told_beside_the_row_keeps_what_was_typed_and_saves_nothing()
    {
        var board = await office.BoardWithReferenceData();
        var answer = await TestHost.Post(board, Address, Chair(low: "6"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Text(answer);
        Assert.Contains("Tổng số phiếu các mức tín nhiệm là 61, lớn hơn số phiếu hợp lệ 60", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Lines[0].Low\" value=\"6\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"10/12/2024\"", page, StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
    }

    [Fact]
    public async Task Another_figure_than_the_loaded_one_needs_a_reason_and_shows_both_first()
    {
        var board = await office.BoardWithReferenceData();
        await TestHost.Post(board, Address, Chair());
        var page = await Text(await TestHost.Post(board, Address, Chair(low: "4")));
        Assert.Contains("ghi lý do sửa rồi lưu lại", page, StringComparison.Ordinal);
        Assert.Contains("low: đã nạp \"5\", trong tệp \"4\"", page, StringComparison.Ordinal);
        using (var before = office.Store.Read()) Assert.Equal(5, before.Db.Results.Single().Low);

        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, Address, Chair(low: "4", reason: "đếm lại"))).StatusCode);
        using var reader = office.Store.Read();
        Assert.Equal(4, reader.Db.Results.Single().Low);
        Assert.Equal(["đếm lại"], reader.Db.Results.IgnoreQueryFilters().Where(r => r.ToVersion != null).Select(r => r.CloseReason));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_says_so()
    {
        var board = await office.BoardWithReferenceData();
        await TestHost.Post(board, Address, Chair());
        Assert.Contains("Không có gì thay đổi so với số liệu đã có", await Text(await TestHost.Post(board, Address, Chair())), StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu nào được ghi", await Text(await TestHost.Post(board, Address, ("Lines[0].Official", "Ai đó"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_that_would_break_a_file_are_only_text()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Text(await TestHost.Post(board, Address,
            ("Lines[0].Position", "PC-CHAIR"), ("Lines[0].Official", "A\",\"B"), ("Lines[0].High", "=1+1"), ("Lines[0].Middle", "1"), ("Lines[0].Low", "1")));
        Assert.Contains("\"=1+1\"", page, StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
    }

    [Fact]
    public async Task An_area_types_in_for_its_own_units_and_finds_no_others()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        var list = await local.Read("/entry?round=T-2024");
        Assert.Contains("Xã Trung Lạc", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Tân Khánh", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(local, Address, Chair())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await local.Status("/entry/T-2024/090201"));
    }

    [Fact]
    public async Task Somebody_exempt_is_no_result_to_wait_for()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", """
            round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low,exempt
            T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,60,60,0,50,9,1,
            T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,,,,,,,,mới bầu trong năm
            """));
        Assert.Equal(1, (await board.Rows("/entry?round=T-2024")).Single(r => r.Text("unit") == "090101").Int("results"));
    }

    [Fact]
    public async Task A_roster_says_who_stands_in_the_minutes()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("roster.csv", """
            round,unit,position,official,official_code,born,in_post_since,status,reason
            T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,,due,
            T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,,exempt,mới được bầu
            T-2024,090201,PC-CHAIR,,,,,vacant,
            """));
        var page = WebUtility.HtmlDecode(await board.GetStringAsync(Address, Ct));
        Assert.Contains("value=\"Nguyễn Thị Giang\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"CB1\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"mới được bầu\"", page, StringComparison.Ordinal);
        var other = await board.GetStringAsync("/entry/T-2024/090201", Ct);
        Assert.DoesNotContain("name=\"Lines[2].Official\"", other, StringComparison.Ordinal); // two spare rows and nobody due
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var board = await office.BoardWithReferenceData();
        foreach (var address in new[] { "/entry/T-2024/099999", "/entry/T-1999/090101", "/entry?round=T-1999", "/entry?state=odd" })
            Assert.Equal((address, HttpStatusCode.NotFound), (address, await board.Status(address)));
    }
}
