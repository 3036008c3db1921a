using Analytics.Domain.Coverage;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Pages.Coverage;

/// <summary>The curve of progress of a round before those of earlier rounds.</summary>
sealed class ProgressSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords) : IChartSource
{
    /// <summary>Above so many days the table has a row a week.</summary>
    const int MostRows = 35;

    public string Name => "progress";

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        var curves = await mediator.Send(new ReceivedCurvesQuery(round.Round.Code), ct);
        if (curves.Current.Expected == 0) return null;
        var span = new ProgressSpan(curves);
        var subtitle = span.HasDue
            ? string.Join("; ", [texts["chart.progress.subtitle", formats.Date(span.Zero)], .. span.Drawn.Count > 0 ? [texts["chart.progress.subtitle.earlier"]] : Array.Empty<string>()])
            : texts["chart.progress.subtitle.held", formats.Date(span.Zero)];
        if (context.Viewer.Scope is { AllUnits: false, AllAreas: false }) subtitle += "; " + texts["chart.progress.subtitle.own", Areas(curves.Progress)];
        var text = chartWords.Of(round, texts["chart.progress.title", words.Name(round.Round)], subtitle, Finding(curves, span));
        var current = new ProgressLine(texts["chart.progress.end", span.NameOf(round.Round), formats.Count(span.Received), formats.Count(curves.Current.Expected)], span.Steps(curves.Current));
        var data = new ProgressChartData(text, current, span.End, span.Drawn.Select(c => new ProgressLine(span.NameOf(c.Round), span.Steps(c))).ToList(), span.From, span.To,
            texts[span.HasDue ? "chart.progress.due" : "chart.progress.held-to"], texts[span.HasDue ? "chart.progress.axis" : "chart.progress.axis.held"], Footnote(curves, span));
        return new ChartPicture(text, new ChartSize(640, 470), (size, options) => ProgressChart.Build(data, size, options), Table(curves, span), $"progress-{round.Round.Code}") { Hash = ChartPicture.HashOf(data) };
    }

    /// <summary>A picture of some units says of which, so that it cannot be taken for one of all.</summary>
    string Areas(RoundProgress progress) => string.Join(", ", progress.Expected
        .Select(u => u.Area is { } code ? context.Reference.Units.Nearest(code, progress.Round.HeldFrom)?.Name ?? code : u.Unit.Name).Distinct());

    string Finding(ReceivedCurves curves, ProgressSpan span)
    {
        var (expected, received) = (curves.Current.Expected, span.Received);
        if (received == expected) return texts["chart.progress.alt.all", formats.Count(expected), When(span, (int)span.End)];
        var today = curves.Progress.Today;
        var said = texts["chart.progress.alt", formats.Date(today), When(span, span.Today), formats.Count(received), formats.Count(expected), formats.Share((double)received / expected)];
        if (span.Drawn.Count == 0) return said;
        return said + " " + texts["chart.progress.alt.earlier", string.Join("; ", span.Drawn.Select(c => $"{span.NameOf(c.Round)} {formats.Share((double)span.ReceivedBy(c, span.Today) / c.Expected)}"))];
    }

    string When(ProgressSpan span, int day)
    {
        var key = span.HasDue ? "chart.progress.when." : "chart.progress.when.held.";
        return day == 0 ? texts[key + "on"] : texts.Counted(key + (day < 0 ? "before" : "after"), Math.Abs(day), formats.CountInText(Math.Abs(day)));
    }

    string? Footnote(ReceivedCurves curves, ProgressSpan span)
    {
        var notes = new List<string>();
        void Say(string key, int count)
        {
            if (count > 0) notes.Add(texts.Counted(key, count, formats.CountInText(count)));
        }
        Say("chart.progress.note.loaded", curves.Progress.Expected.Count(u => u.Received && u[CoverageStep.Minutes].On is null));
        foreach (var c in span.Drawn.Where(c => c.Known < c.Expected))
            notes.Add(texts["chart.progress.note.partly", span.NameOf(c.Round), formats.Count(c.Known), formats.Count(c.Expected)]);
        if (curves.Earlier.Except(span.Drawn).Select(c => span.NameOf(c.Round)).ToList() is { Count: > 0 } unknown) notes.Add(texts["chart.progress.note.unknown", string.Join(", ", unknown)]);
        Say("chart.progress.note.outside", span.Outside);
        return notes.Count == 0 ? null : string.Join(" · ", notes);
    }

    ChartTable Table(ReceivedCurves curves, ProgressSpan span)
    {
        ReceivedCurve[] all = [curves.Current, .. span.Drawn];
        var step = span.To - span.From > MostRows ? 7 : 1;
        var days = Enumerable.Range(span.From, span.To - span.From + 1).Where(d => d % step == 0 || d == (int)span.End).ToList();
        string Cell(ReceivedCurve curve, int day) => curve == curves.Current && day > span.End
            ? Formats.Dash
            : $"{formats.Count(span.ReceivedBy(curve, day))} ({formats.Share((double)span.ReceivedBy(curve, day) / curve.Expected)})";
        return new([texts[span.HasDue ? "chart.progress.axis" : "chart.progress.axis.held"], .. all.Select(c => texts["chart.progress.table.received", span.NameOf(c.Round)])],
            [true, .. all.Select(_ => true)],
            days.Select(d => (IReadOnlyList<string>)[formats.Number(d, 0), .. all.Select(c => Cell(c, d))]).ToList());
    }
}
