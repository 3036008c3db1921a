using Analytics.Domain.Coverage;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>The units the viewer may see of those expected in a round: who has reported, whose report is compared with the minutes, who is late.</summary>
sealed class MatrixSource(IMediator mediator, Texts texts, Formats formats, RoundWords words, ChartWords chartWords) : IChartSource
{
    static readonly MatrixState[] States = [MatrixState.Verified, MatrixState.Reported, MatrixState.Overdue, MatrixState.Waiting];

    public string Name => "matrix";

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var view = await mediator.Send(new ProgressViewQuery(round.Round.Code), ct);
        // What is published counts, as in every sentence of the page: minutes that wait to be loaded are on the page of coverage.
        var reported = round.Coverage.Units.Where(u => u.Expected && u.Reported).Select(u => u.Unit.Id).ToHashSet();
        var late = round.Coverage.IsOverdue(round.Today);
        var units = view.Progress.Expected.Select(u => (Progress: u, State: StateOf(u, reported.Contains(u.Unit.Id), late))).ToList();
        if (units.Count == 0) return null;
        string Counted(int count) => formats.CountInText(count);
        var counts = States.ToDictionary(s => s, s => units.Count(u => u.State == s));
        var done = counts[MatrixState.Verified] + counts[MatrixState.Reported];
        var text = chartWords.Of(round, texts["overview.progress", formats.Count(done), formats.Count(units.Count)], texts["chart.matrix.subtitle", words.Name(round.Round)],
            string.Join(" ", new[] { texts["overview.progress.alt", formats.Count(done), formats.Count(units.Count)], texts["chart.matrix.alt", string.Join("; ", States.Where(s => counts[s] > 0).Select(s => texts[Key(s), Counted(counts[s])]))] }));
        var data = new MatrixData(text, units.Select(u => new MatrixUnit(u.Progress.Unit.Code, u.Progress.Unit.Name, u.State)).ToList(), States.Select(s => (s, texts[Key(s), Counted(counts[s])])).ToList());
        return new ChartPicture(text, new ChartSize(600, Math.Clamp(70 + units.Count * 7 / 5, ChartSize.SmallestSide, 620)), (size, options) => MatrixChart.Build(data, size, options),
            new ChartTable([texts["chart.matrix.unit"], texts["table.area"], texts["coverage.state"]], [false, false, false],
                units.Select(IReadOnlyList<string> (u) => [u.Progress.Unit.Name, view.AreaName(u.Progress) ?? Formats.Dash, texts[Key(u.State) + ".one"]]).ToList())
            {
                Links = units.Select(u => $"/units/{Uri.EscapeDataString(u.Progress.Unit.Code)}?at={round.Round.HeldFrom:yyyy-MM-dd}").ToList(),
            }, $"matrix-{round.Round.Code}")
        { Hash = ChartPicture.HashOf(data) };
    }

    static MatrixState StateOf(UnitProgress unit, bool reported, bool late) =>
        reported ? unit.Complete ? MatrixState.Verified : MatrixState.Reported : late ? MatrixState.Overdue : MatrixState.Waiting;

    static string Key(MatrixState state) => "chart.matrix.state." + state.ToString().ToLowerInvariant();
}
