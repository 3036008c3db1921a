using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Hosting;
using Analytics.Web.OfficeSettings;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Briefings;

/// <summary>What a report is asked for.</summary>
/// <param name="Round">Code of the round; null for the latest with results.</param>
/// <param name="By">Name of a schedule, or of the user who asked.</param>
sealed record ReportOrder(string? Round, string Language, string By, bool ByUser);

/// <summary>
/// Makes a trend report from the same queries, sentences and charts as the pages, in the scope of the viewer and the
/// language that are set, all of it at one published version.
/// </summary>
sealed class TrendReportSource(
    IMediator mediator, QueryContext context, ChartImages charts, RoundSentence sentence, RoundWords words, ReportTables tables, ComparabilityMarks marks,
    Texts texts, Formats formats, Language language, InstallationSettings settings, TimeProvider time)
{
    /// <summary>The report; null when there is no such round, or nothing published to report on.</summary>
    public async Task<TrendReport?> Make(ReportOrder order, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(order.Round), ct) is not { PublishedAt: not null } stored) return null;
        var round = Fit(stored);
        var code = round.Round.Code;
        var posts = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, code, Outward: true), ct);
        var areas = await mediator.Send(new RoundGroupsQuery(TrendBy.District, code, Outward: true), ct);
        var pictures = new List<(ReportChart Chart, ChartTable Table)>();
        foreach (var name in (string[])["trend", "ballots", "tiles", "heatmap"])
            if (await Draw(name, code, ct) is { } drawn) pictures.Add(drawn);

        var place = round.City ?? texts["chart.all-cities"];
        var certainty = round.Regime.Certainty;
        return new TrendReport
        {
            Language = language.Code,
            Title = texts["report.title"],
            Subject = texts["report.subject", words.Name(round.Round), place],
            Body = settings.Current().BodyName(language.English),
            Marking = texts["layout.internal"],
            SampleMark = round.Round.Sample ? texts["layout.sample"] : null,
            AsOf = texts["report.as-of", formats.Instant(round.PublishedAt), formats.Count(round.DataVersion)],
            Rule = [texts["report.rule", round.Regime.Name.In(language.English), texts["round.rule.text", RoundWords.NameOf(round.Regime), words.Options(round.Regime), words.Base(round.Regime)]],
                texts["report.rule.source", round.Regime.Source.In(language.English)]],
            Assumed = certainty.Assumed ? texts["report.assumed", texts["round.assumed"], string.Join(", ", AssumedParts(certainty))] : null,
            Sentences = Sentences(round, posts),
            Sections = Sections(round, posts, areas, pictures),
            Made = texts[order.ByUser ? "report.made.user" : "report.made.schedule", By(order), formats.Instant(time.GetUtcNow().UtcDateTime), Product.Version],
            RoundId = round.Round.Id,
            RoundCode = code,
            DataVersion = round.DataVersion,
        };
    }

    /// <summary>The round with what may be said of the whole of it.</summary>
    RoundView Fit(RoundView round) => round.Whole is not { } whole ? round : round with
    {
        Whole = new Outward(context.Db, context.Reference).Of(whole),
    };

    List<string> Sentences(RoundView round, RoundGroups posts) => new[]
    {
        sentence.Reported(round),
        round.Whole is { Withheld: true } ? texts["report.whole.hidden"] : sentence.Shares(round, context.Reference),
        round.Whole is null ? "" : sentence.Positions(posts, tables.Post),
    }.Where(s => s.Length > 0).ToList();

    List<ReportSection> Sections(RoundView round, RoundGroups posts, RoundGroups areas, List<(ReportChart Chart, ChartTable Table)> pictures)
    {
        List<ReportChart> Pictures(params string[] names) => pictures.Where(p => names.Contains(p.Chart.Name)).Select(p => p.Chart).ToList();
        List<ReportTable> Numbers(string name, string id, string note) => pictures.Where(p => p.Chart.Name == name)
            .Select(p => ReportTable.Of(id, texts["report.table." + id] + words.SpacedCoverage(round), string.Join(" ", new[] { note, tables.WithheldNote(p.Table.Rows) }.Where(n => n.Length > 0)), p.Table)).ToList();
        List<ReportSection> sections =
        [
            new("coverage", texts["report.coverage"], tables.CoverageText(round), [tables.Missing(round)], []),
            new("positions", texts["report.positions"], [], [tables.Positions(round, posts), .. tables.Cities(round)], Pictures("ballots")),
            new("trend", texts["report.trend"], [], Numbers("trend", "rounds", texts["report.trend.note"]), Pictures("trend"), ChartsFirst: true),
            new("areas", texts["report.areas"], [], [tables.Areas(round, areas)], Pictures("tiles", "heatmap")),
            new("reading", texts["report.reading"], [texts["report.reading.base", words.Base(round.Regime)], texts["report.reading.interval"], texts["report.reading.chance"],
                texts["report.reading.few", ChanceTests.FewUnits, Outward.FewestOfficials], texts["report.reading.breaks"], .. Since(round, posts, areas), texts["report.reading.persons"]], [], []),
            new("appendix", texts["report.appendix"], [], [.. Numbers("tiles", "areas-all", ""), .. Numbers("heatmap", "areas-positions", "")], [], Appendix: true),
        ];
        return sections.Where(s => s.Paragraphs.Count + s.Tables.Count + s.Charts.Count > 0).ToList();
    }

    /// <summary>What happened between the rounds that changes are measured from and this one, and does not forbid to compare.</summary>
    IEnumerable<string> Since(RoundView round, RoundGroups posts, RoundGroups areas)
    {
        var since = marks.SincePrevious(round.Round, posts.Groups.Concat(areas.Groups).Select(g => g.Snapshot).ToList());
        return since.Count == 0 ? [] : [texts["group-table.marks", string.Join("; ", since)]];
    }

    async Task<(ReportChart, ChartTable)?> Draw(string name, string round, CancellationToken ct)
    {
        var filters = new ChartFilters(round, null, null, null) { Outward = true };
        if (await charts.Find(name, filters, ct) is not { } picture) return null;
        var page = picture.InlineSize with { Scale = (double)ReportChart.PageWidth / picture.InlineSize.Width };
        return (new ReportChart(name, picture.Text, page,
            charts.Draw(name, filters, picture, ChartFormat.Png, page, ChartOptions.Inline, embedFont: false),
            charts.Draw(name, filters, picture, ChartFormat.Png, ReportChart.SlideSize, ChartOptions.Picture, embedFont: false)), picture.Table);
    }

    IEnumerable<string> AssumedParts(Domain.Rounds.Certainty certainty) => new[]
    {
        certainty.PostsSeen ? "" : texts["report.assumed.posts"], certainty.OptionsSeen ? "" : texts["report.assumed.options"],
        certainty.BaseSeen ? "" : texts["report.assumed.base"], certainty.ThresholdsSeen ? "" : texts["report.assumed.thresholds"],
    }.Where(part => part.Length > 0);

    string By(ReportOrder order) => !order.ByUser && texts.Has("schedule." + order.By) ? texts["schedule." + order.By] : order.By;
}
