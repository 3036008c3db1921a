using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Charts;

/// <summary>A figure that is remembered is remembered for those who may see just that.</summary>
[Collection(SampleCityCollection.Name)]
public class FigureCacheTests(SampleCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_who_may_annotate_is_offered_to()
    {
        const string annotate = "/admin/annotations?place=";
        Assert.Contains(annotate, await (await city.SignedIn(Roles.Board)).GetStringAsync("/districts/0904", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(annotate, await (await city.SignedIn(Roles.Auditor)).GetStringAsync("/districts/0904", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_has_its_own()
    {
        var board = await city.SignedIn(Roles.Board);
        Assert.Contains("thứ tự hành chính", await board.GetStringAsync("/districts?lang=vi", Ct), StringComparison.Ordinal);
        Assert.Contains("administrative order", await board.GetStringAsync("/districts?lang=en", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_all_areas_names_no_part() =>
        Assert.DoesNotContain("part=", await (await city.SignedIn(Roles.Board)).GetStringAsync("/districts", Ct), StringComparison.Ordinal);
}
