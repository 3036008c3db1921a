using System.Net;
using System.Text.Json;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Compare;

/// <summary>Two rounds or two areas side by side.</summary>
[Collection(SampleCityCollection.Name)]
public class CompareTests(SampleCity host)
{
    static double? Number(JsonElement row, string column) => row.GetProperty(column) is { ValueKind: JsonValueKind.Number } n ? n.GetDouble() : null;

    async Task<List<JsonElement>> Rows(string query) => await (await host.SignedIn(Roles.Board)).Rows("/compare?" + query);

    [Fact]
    public async Task Two_rounds_running_of_one_place_use_the_stored_change()
    {
        var rows = await Rows("round=GD-2026&other-round=GD-2024");
        var changes = (await (await host.SignedIn(Roles.Board)).Rows("/?round=GD-2026")).ToDictionary(r => r.Text("position")!, r => (Number(r, "change"), Number(r, "change_lower"), Number(r, "change_upper")));
        Assert.Equal(5, rows.Count);
        foreach (var row in rows.Where(r => r.Text("position") is not null))
            Assert.Equal(changes[row.Text("position")!], (Number(row, "difference"), Number(row, "difference_lower"), Number(row, "difference_upper")));
        Assert.All(rows, r => Assert.Equal("within", r.Text("verdict")));
    }

    [Fact]
    public async Task Turned_round_the_change_has_the_other_sign()
    {
        var (there, back) = ((await Rows("round=GD-2026&other-round=GD-2024"))[^1], (await Rows("round=GD-2024&other-round=GD-2026"))[^1]);
        Assert.Equal((-Number(there, "difference"), -Number(there, "difference_upper"), -Number(there, "difference_lower")), (Number(back, "difference"), Number(back, "difference_lower"), Number(back, "difference_upper")));
    }

    [Fact]
    public async Task Two_areas_have_an_interval_made_of_both()
    {
        var row = (await Rows("round=GD-2026&district=0904&other-round=GD-2026&other-district=0921"))[^1];
        var (p, l, u) = (Number(row, "low_share")!.Value, Number(row, "low_lower")!.Value, Number(row, "low_upper")!.Value);
        var (q, m, v) = (Number(row, "other_low_share")!.Value, Number(row, "other_low_lower")!.Value, Number(row, "other_low_upper")!.Value);
        Assert.Equal(p - q - Math.Sqrt((p - l) * (p - l) + (v - q) * (v - q)), Number(row, "difference_lower")!.Value, 1e-12);
        Assert.Equal(p - q + Math.Sqrt((u - p) * (u - p) + (q - m) * (q - m)), Number(row, "difference_upper")!.Value, 1e-12);
        Assert.Equal("beyond", row.Text("verdict"));
    }

    [Fact]
    public async Task Low_shares_of_two_kinds_of_ballot_are_not_subtracted()
    {
        Assert.All(await Rows("round=GD-2026&other-round=GD-2022"), r => Assert.Equal(("otherkind", null), (r.Text("verdict"), Number(r, "difference"))));
        Assert.Contains("khác loại phiếu hoặc khác thành phần bỏ phiếu", await (await host.SignedIn(Roles.Board)).Read("/compare?round=GD-2026&other-round=GD-2022"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("round=GD-2020&other-round=GD-2012", "notassessed")]
    [InlineData("round=GD-2026&district=0904&other-round=GD-2026", "notassessed")]
    [InlineData("round=GD-2026&district=0904&other-round=GD-2026&other-district=0902", "toofew")]
    public async Task What_shares_units_or_has_few_of_them_gets_a_difference_without_an_interval(string query, string verdict)
    {
        var row = (await Rows(query))[^1];
        Assert.Equal((verdict, null), (row.Text("verdict"), Number(row, "difference_lower")));
        Assert.Equal(Number(row, "low_share") - Number(row, "other_low_share"), Number(row, "difference"));
    }

    [Fact]
    public async Task The_page_says_the_difference_in_one_sentence()
    {
        var text = await (await host.SignedIn(Roles.Board)).Read("/compare?round=GD-2026&district=0904&other-round=GD-2026&other-district=0921");
        Assert.Contains("Huyện Diên Hà, 2026: tín nhiệm 90,9%, tín nhiệm thấp 8,1% (118/126 đơn vị). Quận Tam Giang, 2026: tín nhiệm 97,1%, tín nhiệm thấp 1,3% (118/126 đơn vị). Bên trái cao hơn 6,8 điểm % so với Quận Tam Giang, 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_the_latest_round_stands_beside_the_one_before_it()
    {
        var text = await (await host.SignedIn(Roles.Board)).Read("/compare?lang=en");
        Assert.Contains("Thành phố Giả Định, 2026: favourable 94.5%", text, StringComparison.Ordinal);
        Assert.Contains("Thành phố Giả Định, 2024: favourable 95.2%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_user_compares_the_own_area_and_no_other()
    {
        var local = await host.SignedIn(Roles.Local);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await local.Status("/compare?round=GD-2026&district=0901&other-round=GD-2026"), await local.Status("/compare?round=GD-2026&district=0904&other-round=GD-2026")));
    }
}
