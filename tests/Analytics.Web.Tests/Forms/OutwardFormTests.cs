using Analytics.Domain.Access;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Forms;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Forms;

/// <summary>Two chairs of councils and one of a committee: posts of fewer than three officials, in a city of three.</summary>
public sealed class OutwardFormTests : IDisposable
{
    readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Posts_of_few_officials_have_no_figures_in_a_form_that_leaves_the_house_and_the_sum_stays()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results), ("second.csv", Office.ResultsOfSecondArea));
        var whole = await office.Send(Roles.Board, new PublishedFormQuery(2, "T-2024", null)) ?? throw new InvalidOperationException("no form");
        await using var scope = office.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(office.ViewerOf(Roles.Board));
        var (print, outward) = (scope.ServiceProvider.GetRequiredService<FormPrint>(), scope.ServiceProvider.GetRequiredService<OutwardForm>());
        using var reader = office.Store.Read();
        var form = outward.Of(whole, WithheldGroups.Of(reader.Db, reader.Reference, reader.Reference.Round("T-2024")!));

        var low = form.IndexOf("low");
        Assert.Equal(2, form.Lines.Count(l => l.Group is { By: TrendBy.Position }));
        Assert.All(form.Lines.Where(l => l.Group is { By: TrendBy.Position }), l => Assert.Equal("không nêu", print.Cell(form, l, low)));
        // 5 + 4 + 10 low ballots of all three.
        Assert.Equal("19", print.Total(form, low));
        Assert.Contains(form.Notes, n => n.Contains("không nêu", StringComparison.Ordinal));
        Assert.Equal("9", print.Cell(whole, whole.Lines.First(l => l.Group is { By: TrendBy.Position }), low));
    }
}
