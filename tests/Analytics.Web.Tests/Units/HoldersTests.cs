using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Web.Pages.Units;

namespace Analytics.Web.Tests.Units;

[Collection(SampleCityCollection.Name)]
public class HoldersTests(SampleCity city)
{
    const string Chart = "/charts/holders.svg?unit=090401&at=2024-12-01&position=PPC-CHAIR";

    static readonly Position Post = new() { Id = 1, Code = "PPC-VICE", NameVi = "Phó Chủ tịch UBND", Sort = 1 };

    static readonly Round[] Rounds = [Held(2018, "VFF-2007"), Held(2020, "VFF-2007"), Held(2022, "VFF-2007"), Held(2024, "CITY-2026"), Held(2026, "CITY-2026")];

    static readonly ReferenceData Reference = new(UnitBook.Empty, [Post], Rounds, [.. RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json))]);

    static Round Held(int year, string regime) => new() { Id = year, Code = $"R{year}", NameVi = "", RegimeId = regime, HeldFrom = new(year, 12, 1), HeldTo = new(year, 12, 31), Level = UnitLevel.Commune };

    static string Lines(params (int Year, int Holder)[] votes) => string.Join("; ", HolderLine.Of([.. votes.Select(v => new Vote(0, Reference.Round(v.Year)!, Post, false, 60, 5, 55, v.Holder, false))], Reference)
        .Select(l => $"{l.Family}/{l.Holder}: {string.Join(' ', l.Votes.Select(v => v.Round.Id))}"));

    [Fact]
    public void A_line_joins_one_person_in_rounds_running() =>
        Assert.Equal("0/1: 2018 2020; 0/2: 2022", Lines((2018, 1), (2020, 1), (2022, 2)));

    [Fact]
    public void Who_comes_back_is_not_joined_over_another() =>
        Assert.Equal("0/1: 2018; 0/2: 2020; 0/1: 2022", Lines((2018, 1), (2020, 2), (2022, 1)));

    [Fact]
    public void Two_holders_at_once_are_two_lines() =>
        Assert.Equal("0/1: 2018 2020; 0/2: 2018; 0/3: 2020", Lines((2018, 1), (2018, 2), (2020, 1), (2020, 3)));

    [Fact]
    public void Another_family_breaks_the_line_of_the_same_person() =>
        Assert.Equal("0/1: 2020 2022; 1/1: 2024 2026", Lines((2020, 1), (2022, 1), (2024, 1), (2026, 1)));

    [Fact]
    public async Task The_picture_marks_each_change_and_names_nobody()
    {
        var client = await city.SignedIn(Roles.Board);
        var svg = WebUtility.HtmlDecode(await client.GetStringAsync(Chart, TestContext.Current.CancellationToken));
        Assert.Contains("người khác giữ chức vụ", svg, StringComparison.Ordinal);
        Assert.Contains("Chủ tịch UBND, Xã Hòa Cát", svg, StringComparison.Ordinal);
        using var reader = city.Store.Read();
        // Past the program: chairs of the committee of 090401 in data/sample/results-*.csv to 2024 are four people.
        var names = reader.Db.Results.Where(r => reader.Db.Units.Any(u => u.Id == r.UnitId && u.Code == "090401")).Select(r => r.OfficialName).Distinct().ToList();
        Assert.DoesNotContain(names, name => svg.Contains(name, StringComparison.Ordinal));
        Assert.Equal(4, (await client.Rows("/units/090401?at=2024-12-01")).Where(r => r.Text("position") == "PPC-CHAIR").Select(r => r.Int("holder")).Distinct().Count());
    }

    [Theory]
    [InlineData("/charts/holders.png?unit=090401"), InlineData("/charts/holders.png?unit=000000&position=PC-CHAIR"), InlineData("/charts/holders.png?unit=090401&position=XX"), InlineData("/charts/holders.png?unit=090401&position=PC-CHAIR&at=soon")]
    public async Task What_is_not_there_is_404(string address) => Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Board)).Status(address));

    [Fact]
    public async Task Whoever_does_not_see_units_or_this_one_has_no_picture()
    {
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Auditor)).Status(Chart));
        Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(Roles.Local)).Status(Chart));
    }
}
