using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Forms;

/// <summary>Loaded on 20 November 2026, corrected on the 22nd.</summary>
public sealed class FormAsOfTests : IDisposable
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));
    readonly Office office;

    public FormAsOfTests() => office = new Office { Replace = services => services.AddSingleton<TimeProvider>(clock) };

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_form_of_an_earlier_day_has_the_counts_before_the_correction()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        clock.Advance(TimeSpan.FromDays(2));
        board = await office.SignedIn(Roles.Board);
        await Office.Correct(board, "đếm lại", ("r.csv", Office.Results.Replace(",40,15,5", ",25,15,20", StringComparison.Ordinal)));
        string[] addresses = ["/forms?form=2&round=T-2024", "/forms?form=2&round=T-2024&as-of=2026-11-21"];
        var lows = new List<string>();
        foreach (var address in addresses) lows.Add(string.Join(' ', (await board.Rows(address)).Select(r => r.Int("low"))));
        Assert.Equal(["20 10", "5 10"], lows);
    }
}
