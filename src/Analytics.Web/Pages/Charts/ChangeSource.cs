using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// The low share then and now: of the areas, of one post in the areas, of the posts of one area, or of the posts of the city. Never of two
/// rounds of different families: there is no such picture.
/// </summary>
sealed class ChangeSource(IMediator mediator, QueryContext context, Texts texts, Formats formats, RoundWords words, ChartWords chartWords, ComparabilityMarks marks, Language language) : IChartSource
{
    public string Name => "change";

    public bool MayBeAnonymous(ChartFilters filters) => true;

    public async Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(filters.Round), ct) is not { } round) return null;
        (TrendBy By, Func<Snapshot, bool> Belongs, string Place) asked = filters switch
        {
            { District: { Length: > 0 } area } => (TrendBy.DistrictPosition, s => s.Key == area && (string.IsNullOrEmpty(filters.Position) || s.Position == filters.Position), area),
            { Position: { Length: > 0 } post } => (TrendBy.DistrictPosition, s => s.Position == post, post),
            { City: { Length: > 0 } whole } => (TrendBy.Position, _ => true, whole),
            _ => (TrendBy.District, _ => true, ""),
        };
        var (by, belongs, place) = asked;
        var now = await Groups(by, round.Round, belongs, filters, ct);
        if (Before(filters, round.Round, now) is not { } before) return null;
        var then = (await Groups(by, before, belongs, filters, ct)).Groups.ToDictionary(g => (g.Snapshot.Key, g.Snapshot.Position));
        var byPost = filters.District is { Length: > 0 } || by == TrendBy.Position;
        string NameOf(RoundGroup g) => byPost ? context.Reference.Position(g.Snapshot.Position)?.Name(language.English) ?? g.Snapshot.Position : g.Row.Name;
        var pairs = now.Groups.Select(g => new Pair(g, then.GetValueOrDefault((g.Snapshot.Key, g.Snapshot.Position)), before)).ToList();
        if (pairs.All(p => p.Difference is null)) return null;
        var part = ChartPart.Of(filters, pairs.Count);
        var shown = part.In(pairs);

        var city = round.City ?? texts["chart.all-cities"];
        var whose = filters switch
        {
            { District: { Length: > 0 } } => now.Groups[0].Row.Name,
            { Position: { Length: > 0 } post } => $"{context.Reference.Position(post)?.Name(language.English)}, {city}",
            _ => city,
        };
        var finding = new GroupSentence(texts, formats, byPost ? "position" : "area").Changed(now, NameOf);
        var tested = pairs.Exists(p => p.IsTested);
        var text = chartWords.Of(round, texts["chart.change.title", RoundWords.Year(before), RoundWords.Year(round.Round), whose],
            texts["chart.dots.subtitle", words.LowName(round.Regime), words.Name(round.Round), words.Base(round.Regime), texts[byPost ? "chart.order.posts" : "chart.order.areas"]] + words.SpacedCoverage(round) + part.Words(texts, formats) + chartWords.Withheld(now.Groups),
            tested && finding.Length > 0 ? finding : texts["chart.change.untested"]);
        var rows = shown.Select(p => new ChangeRow(NameOf(p.Now), p.Then, p.Now.Snapshot.LowShare, p.State, End(p))).ToList();
        var legend = Enum.GetValues<ChangeState>().Where(s => rows.Exists(r => r.State == s))
            .Select(s => (s, texts["chart.change.state." + (tested || s != ChangeState.Within ? s.ToString().ToLowerInvariant() : "untested"), RoundWords.Year(round.Round)])).ToList();
        var happened = marks.Between(before, round.Round, filters.District is { Length: > 0 } ? TrendBy.District : TrendBy.Position, filters.District ?? "");
        var footnote = texts[tested ? "chart.change.footnote" : "chart.change.untested"] + (happened.Count > 0 ? " ▲ " + texts["group-table.marks", string.Join("; ", happened)] : "");
        var data = new ChangeChartData(text, rows, RoundWords.Year(before), legend, footnote);
        return new ChartPicture(text, new ChartSize(840, Math.Max(200, 140 + 22 * rows.Count)), (size, options) => ChangeChart.Build(data, size, options), Table(shown, NameOf, before, round.Round, byPost),
            $"change-{(place.Length > 0 ? place + "-" : "")}{before.Code}-{round.Round.Code}")
        { Parted = part.Parted };
    }

    /// <summary>One group in both rounds. What was tested is its change from the round before it, and no other.</summary>
    sealed record Pair(RoundGroup Now, RoundGroup? Earlier, Round Before)
    {
        public double? Then => Earlier?.Snapshot.LowShare;

        public double? Difference => Now.Snapshot.LowShare - Then;

        public bool IsTested => Now.Snapshot.PreviousRoundId == Before.Id && Now.Snapshot.Change is not null;

        public ChangeState State => Now.TooFew || Earlier?.TooFew == true ? ChangeState.TooFew
            : !IsTested || !Now.Changed ? ChangeState.Within
            : Now.Snapshot.Change > 0 ? ChangeState.Rises : ChangeState.Falls;
    }

    async Task<RoundGroups> Groups(TrendBy by, Round round, Func<Snapshot, bool> belongs, ChartFilters filters, CancellationToken ct)
    {
        var all = await mediator.Send(new RoundGroupsQuery(by, round.Code, filters.Outward), ct);
        return all with { Groups = all.Groups.Where(g => belongs(g.Snapshot)).ToList() };
    }

    /// <summary>The round asked for if it may be compared, else the one that the changes of most groups are measured from.</summary>
    Round? Before(ChartFilters filters, Round round, RoundGroups groups)
    {
        if (filters.Before is { Length: > 0 } code)
            return context.Reference.Round(code) is { } asked && asked.HeldFrom < round.HeldFrom && context.Reference.AreComparable(asked, round) ? asked : null;
        return groups.PreviousRoundId is { } previous ? context.Reference.Round(previous) : null;
    }

    string End(Pair pair)
    {
        if (pair.Now.Hidden || pair.Earlier?.Hidden == true) return texts["outward.cell"];
        var shares = $"{formats.Share(pair.Then)} → {formats.Share(pair.Now.Snapshot.LowShare)}";
        return pair.State == ChangeState.Within ? shares : texts["chart.change.row." + pair.State.ToString().ToLowerInvariant(), shares];
    }

    ChartTable Table(List<Pair> pairs, Func<RoundGroup, string> nameOf, Round before, Round after, bool byPost) => new(
        [texts[byPost ? "table.position" : "table.area"], texts["table.units"], RoundWords.Year(before), RoundWords.Year(after), texts["chart.change.difference"], texts["table.remark"]],
        [false, true, true, true, true, false],
        pairs.Select(IReadOnlyList<string> (p) =>
        [
            nameOf(p.Now), formats.Count(p.Now.Snapshot.Units), formats.Share(p.Then), formats.Share(p.Now.Snapshot.LowShare), p.State == ChangeState.TooFew ? Formats.Dash : formats.Change(p.IsTested ? p.Now.Snapshot.Change : p.Difference),
            p.State == ChangeState.TooFew ? texts["change.too-few"] : p.Difference is null ? texts["change.none"] : p.IsTested ? words.Remark(p.Now.Snapshot, p.Now.Changed) : texts["chart.change.not-tested"],
        ]).ToList());
}
