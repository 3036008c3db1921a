using System.Net;
using Analytics.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Imports;

/// <summary>Taking an import back on its page.</summary>
public sealed class WithdrawTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    async Task<(HttpClient Board, string Address)> Loaded(string results)
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", results));
        return (board, $"/imports/{(await Office.History(board))[0].GetProperty("import").GetInt32()}");
    }

    [Fact]
    public async Task The_Board_takes_an_import_back_with_a_reason_and_its_rows_no_longer_count()
    {
        var (board, address) = await Loaded(Office.Results);
        Assert.Contains("Còn hiệu lực 2/2 dòng đã nạp", await board.Read(address), StringComparison.Ordinal);
        Assert.Equal(2, (await board.Rows("/officials")).Count);

        var answer = await TestHost.Post(board, address, ("reason", "nhập nhầm tệp"));
        Assert.Equal((HttpStatusCode.SeeOther, address + "?view=rows"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var after = await board.Read(address);
        Assert.Contains("Còn hiệu lực 0/2 dòng đã nạp", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Rút lại số liệu của lần nhập này", after, StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
        Assert.Empty(reader.Db.Snapshots);
        using var db = office.Store.Open();
        Assert.Equal(["nhập nhầm tệp", "nhập nhầm tệp"], db.Results.IgnoreQueryFilters().Select(r => r.CloseReason));
        var entry = db.Audit.Single(a => a.Action == "withdraw");
        Assert.Equal(("board@example.org", 2), (entry.User, entry.Rows));
    }

    [Fact]
    public async Task Without_a_reason_nothing_changes_and_the_field_says_so()
    {
        var (board, address) = await Loaded(Office.Results);
        var answer = await TestHost.Post(board, address, ("reason", "  "));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Chưa ghi lý do", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Equal(2, reader.Db.Results.Count());
    }

    [Fact]
    public async Task An_auditor_sees_no_form_and_cannot_withdraw_by_hand()
    {
        var (_, address) = await Loaded(Office.Results);
        var auditor = await office.SignedIn(Roles.Auditor);
        Assert.DoesNotContain("Rút lại số liệu", await auditor.Read(address), StringComparison.Ordinal);
        var form = await auditor.GetStringAsync("/sign-out", Ct);
        var token = System.Text.RegularExpressions.Regex.Match(form, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEqual("", token);
        var answer = await auditor.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("reason", "x"), KeyValuePair.Create("__RequestVerificationToken", token)]), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var reader = office.Store.Read();
        Assert.Equal(2, reader.Db.Results.Count());
    }

    [Fact]
    public async Task An_areas_account_takes_back_its_own_import()
    {
        await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        await Office.Load(local, ("results.csv", Office.Results));
        var address = $"/imports/{(await Office.History(local))[0].GetProperty("import").GetInt32()}";
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(local, address, ("reason", "nhập nhầm"))).StatusCode);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Results);
    }
}
