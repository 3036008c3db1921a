using System.Globalization;
using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Entry;

/// <summary>A second person compares results with the minutes; at a threshold a result says that it waits for that.</summary>
public sealed class VerificationTests : IDisposable
{
    const string Address = "/entry/T-2024/090101";

    /// <summary>The chair is at the rule's first line: 40 of 60 ballots low would be the second, 31 of 60 are over half.</summary>
    const string AtThreshold = """
        round,unit,position,official,official_code,born,held_on,collected,valid,invalid,high,confidence,low
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,CB1,1970,2024-12-10,60,60,0,20,9,31
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,CB2,1971,2024-12-10,60,60,0,30,20,10
        """;

    readonly Office office = new();

    public void Dispose() => office.Dispose();

    int[] Results()
    {
        using var reader = office.Store.Read();
        return [.. reader.Db.Results.OrderBy(r => r.Sequence).Select(r => r.Id)];
    }

    static Task<HttpResponseMessage> Mark(HttpClient client, params int[] results) => TestHost.Post(client, Address + "?handler=Verify",
        [.. results.Select(r => ("results", r.ToString(CultureInfo.InvariantCulture))), ("document", "01/BB-KP")]);

    /// <summary>Loaded by an area, to be compared by the Board.</summary>
    async Task<HttpClient> LoadedByArea()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(await office.SignedIn(Roles.Local), ("results.csv", AtThreshold));
        return board;
    }

    [Fact]
    public async Task A_result_at_a_threshold_waits_until_somebody_else_has_compared_it()
    {
        var board = await LoadedByArea();
        const string waits = "chờ đối chiếu biên bản";
        Assert.Contains("1 chờ đối chiếu biên bản", await board.Read("/"), StringComparison.Ordinal);
        Assert.Contains(waits, await board.Read("/officials"), StringComparison.Ordinal);
        Assert.Contains("01 kết quả đến ngưỡng đang chờ đối chiếu biên bản", await board.Read("/entry?round=T-2024"), StringComparison.Ordinal);

        Assert.Equal("090101", Assert.Single(await board.Rows("/entry?round=T-2024&state=pressing")).Text("unit"));

        var answer = await Mark(board, Results());
        Assert.Equal((HttpStatusCode.SeeOther, Address + "?marked=2#compare"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.DoesNotContain(waits, await board.Read("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(waits, await board.Read("/officials"), StringComparison.Ordinal);
        Assert.Contains("đều đã đối chiếu biên bản", await board.Read(Address), StringComparison.Ordinal);
        Assert.Empty(await board.Rows("/entry?round=T-2024&state=pressing"));
        Assert.Contains("01/BB-KP", await board.Read(Address), StringComparison.Ordinal);
        Assert.Equal("verified", (await board.Rows("/entry?round=T-2024"))[0].Text("state"));
        using var reader = office.Store.Read();
        Assert.Equal(2, reader.Db.Audit.Count(a => a.Action == "verify" && a.User == "board@example.org"));
        var person = reader.Db.Results.First().PersonId;
        Assert.Contains("Đã đối chiếu biên bản: board@example.org", await board.Read($"/officials/{person}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_brought_the_figures_does_not_compare_them()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", AtThreshold));
        Assert.Contains("do bạn nhập, người khác đối chiếu", await board.Read(Address), StringComparison.Ordinal);
        var answer = await Mark(board, Results());
        Assert.Equal(Address + "?marked=0#compare", answer.Headers.Location?.OriginalString);
        using var reader = office.Store.Read();
        Assert.Empty(reader.Db.Verifications);
    }

    [Fact]
    public async Task A_correction_waits_anew_and_the_other_officials_do_not()
    {
        var board = await LoadedByArea();
        await Mark(board, Results());
        await Office.Correct(await office.SignedIn(Roles.Local), "đếm lại",
            ("results.csv", AtThreshold.Replace(",20,9,31", ",19,9,32", StringComparison.Ordinal)));
        Assert.Contains("1 chờ đối chiếu biên bản", await board.Read("/"), StringComparison.Ordinal);
        Assert.Equal(1, (await board.Rows("/entry?round=T-2024"))[0].Int("verified"));
    }

    [Fact]
    public async Task A_mark_can_be_taken_back_and_stays_on_record()
    {
        var board = await LoadedByArea();
        await Mark(board, Results());
        var answer = await TestHost.Post(board, Address + "?handler=Verify", [.. Results().Select(r => ("results", r.ToString(CultureInfo.InvariantCulture))), ("revoke", "true")]);
        Assert.Equal(Address + "?marked=-2#compare", answer.Headers.Location?.OriginalString);
        Assert.Contains("1 chờ đối chiếu biên bản", await board.Read("/"), StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Equal(2, reader.Db.Verifications.Count(v => v.RevokedBy == "board@example.org"));
    }

    [Fact]
    public async Task An_area_does_not_mark_and_results_of_another_unit_are_not_marked()
    {
        var board = await LoadedByArea();
        var local = await office.SignedIn(Roles.Local);
        Assert.Equal(HttpStatusCode.NotFound, (await Mark(local, Results())).StatusCode);
        await Office.Load(local, ("other.csv", Office.Results));
        var answer = await TestHost.Post(board, "/entry/T-2024/090201?handler=Verify", ("results", Results()[0].ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("/entry/T-2024/090201?marked=0#compare", answer.Headers.Location?.OriginalString);
    }
}
