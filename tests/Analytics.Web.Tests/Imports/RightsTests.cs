using System.Net;
using System.Text;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

/// <summary>Who sees what of an import, and for which units an area's account may load.</summary>
public sealed class RightsTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_areas_account_loads_results_of_its_own_units()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        Assert.Contains("01 tệp: 01 đã nạp.", await Office.Load(local, ("results.csv", Office.Results)), StringComparison.Ordinal);
        Assert.Equal("2 2 0 0 0 0", Office.Numbers(Assert.Single(await Office.History(local))));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_file_with_a_row_of_another_unit_is_refused_whole(bool acceptValid)
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        var both = Office.Results + "\n" + Office.ResultsOfSecondArea.Split('\n')[1] + "\n";
        var page = await Office.Load(local, acceptValid ? [("Upload.AcceptValid", "true")] : [], ("results.csv", both));
        Assert.Contains("out-of-scope", page, StringComparison.Ordinal);
        Assert.Contains("Đơn vị 090201 Xã Tân Khánh không thuộc phạm vi tài khoản được giao", page, StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
    }

    [Fact]
    public async Task Reference_data_is_not_for_an_areas_account()
    {
        var local = await office.SignedIn(Roles.Local);
        Assert.Contains("số liệu danh mục dùng chung", await Office.Load(local, ("units.csv", Office.Units)), StringComparison.Ordinal);
        using var db = office.Store.Open();
        Assert.Empty(db.Units);
    }

    [Fact]
    public async Task An_areas_account_sees_its_own_imports_only()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var batch = (await Office.Upload(board, ("results.csv", Office.Results))).Headers.Location?.OriginalString ?? "";
        await Office.Ended(board, batch);
        var id = (await Office.History(board))[0].GetProperty("import");
        var local = await office.SignedIn(Roles.Local);
        Assert.Empty(await Office.History(local));
        foreach (var address in new[] { $"/imports/{id}", $"/imports/{id}?view=rows", $"/imports/{id}?format=csv", $"/imports/{id}/original", batch })
            Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_spelling_known_from_another_area_is_not_told_to_an_areas_account()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("other.csv", Office.ResultsOfSecondArea));
        var local = await office.SignedIn(Roles.Local);
        await Office.Load(local, ("results.csv", Office.Results.Replace(",CB1,", ",CB3,", StringComparison.Ordinal)));
        var page = WebUtility.HtmlDecode(await local.GetStringAsync($"/imports/{(await Office.History(local))[0].GetProperty("import")}?view=problems", Ct));
        Assert.Contains("name-variant", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Vũ Bá Thành", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_place_and_rule_of_a_problem_but_no_names()
    {
        var board = await office.BoardWithReferenceData();
        var named = Office.Results.Replace("Đinh Văn Cường", new string('Đ', 301), StringComparison.Ordinal);
        var batch = (await Office.Upload(board, ("results.csv", named))).Headers.Location?.OriginalString ?? "";
        Assert.Contains("ĐĐĐ", await Office.Ended(board, batch), StringComparison.Ordinal);
        var id = (await Office.History(board))[0].GetProperty("import");

        var auditor = await office.SignedIn(Roles.Auditor);
        foreach (var address in new[] { $"/imports/{id}", $"/imports/{id}?format=csv", $"/imports/{id}?format=json", batch })
        {
            var seen = WebUtility.HtmlDecode(await auditor.GetStringAsync(address, Ct));
            Assert.DoesNotContain("ĐĐĐ", seen, StringComparison.Ordinal);
            Assert.Contains("official", seen, StringComparison.Ordinal);
        }
        Assert.Contains("nội dung quá dài", WebUtility.HtmlDecode(await auditor.GetStringAsync($"/imports/{id}", Ct)), StringComparison.Ordinal);
        foreach (var address in new[] { $"/imports/{id}?view=rows", $"/imports/{id}/original" })
            Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_under_its_name_and_the_export_is_recorded()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("kết quả.csv", "\uFEFF" + Office.Results));
        var id = (await Office.History(board))[0].GetProperty("import");
        var answer = await board.GetAsync($"/imports/{id}/original", Ct);
        Assert.Equal(Encoding.UTF8.GetBytes("\uFEFF" + Office.Results), await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("kết quả.csv", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(("export", 2), Recorded($"/imports/{id}/original"));
    }

    [Fact]
    public async Task Looking_at_the_rows_of_an_import_is_recorded_with_their_number()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var id = (await Office.History(board))[0].GetProperty("import");
        await board.GetAsync($"/imports/{id}?view=rows", Ct);
        Assert.Equal(("view", 2), Recorded($"/imports/{id}?view=rows"));
    }

    (string, int?) Recorded(string target)
    {
        office.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = office.Store.Open();
        var entry = db.Audit.Single(a => a.Target == target);
        return (entry.Action, entry.Rows);
    }
}
