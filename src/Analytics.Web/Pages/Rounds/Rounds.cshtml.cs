using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Rounds;

/// <summary>All rounds, latest first, apart by what may be compared; and when the next one is due.</summary>
[Authorize(Policy = Policies.Results)]
[KeptPage]
sealed class RoundsModel(IMediator mediator, Texts texts, Formats formats, RoundWords words) : PageModel
{
    public Result Data { get; private set; } = new([], null, default);

    /// <param name="Cities">Cities or provinces with results.</param>
    /// <param name="Whole">The figures, where the round was held in one city; else null, because pooling several says nothing.</param>
    /// <param name="LeftOut">Exempt or without a base.</param>
    public sealed record Line(Round Round, Regime Regime, int Expected, int Reported, int Cities, TrendRow? Whole, int Officials, int LeftOut, int AtThreshold)
    {
        public bool Unfinished => Reported < Expected;
    }

    /// <summary>Rounds of one family and level, latest first: their figures may be compared.</summary>
    public sealed record Series(string Family, UnitLevel Level, IReadOnlyList<Line> Lines)
    {
        public string Electorate => Lines[0].Regime.Electorate;
    }

    public sealed record Result(IReadOnlyList<Series> Series, int? NextYear, DateOnly Today) : IRowCount
    {
        public IEnumerable<Line> Lines => Series.SelectMany(s => s.Lines);
        public int RowCount => Lines.Count();
    }

    public sealed record Query : IQuery<Result>;

    internal sealed class Handler(QueryContext context) : MediatR.RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var cities = TrendQuery.Stored(db, reference, TrendBy.City).ToLookup(r => r.Round.Id);
            var lines = reference.Rounds.Reverse().Select(round =>
            {
                var coverage = CoverageQuery.Of(db, reference, round);
                var rows = cities[round.Id].ToList();
                return new Line(round, reference.RegimeOf(round), coverage.Expected, coverage.Reported, rows.Count, rows.Count == 1 ? rows[0] : null,
                    rows.Sum(r => r.Snapshot.Officials), rows.Sum(r => r.Snapshot.LeftOut), rows.Sum(r => r.Snapshot.BelowRule));
            });
            var series = lines.GroupBy(l => (l.Regime.Family, l.Round.Level)).Select(g => new Series(g.Key.Family, g.Key.Level, g.ToList())).ToList();
            return new Result(series, RoundCycle.NextYear(reference.Rounds), context.Today);
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Data = await mediator.Send(new Query(), ct);
        return this.Export(() => Export(Data), Data.Lines.Any(l => l.Round.Sample)) ?? Page();
    }

    static ExportTable Export(Result data) => ExportTable.Of("rounds", data.Lines.OrderBy(l => l.Round.HeldFrom).ThenBy(l => l.Round.Code, StringComparer.Ordinal),
        ("round", l => l.Round.Code), ("name_vi", l => l.Round.NameVi), ("name_en", l => l.Round.NameEn), ("regime", l => l.Round.RegimeId), ("family", l => l.Regime.Family),
        ("level", l => l.Round.Level.Code()), ("held_from", l => l.Round.HeldFrom), ("held_to", l => l.Round.HeldTo), ("due", l => l.Round.Due),
        ("units_expected", l => l.Expected), ("units_reported", l => l.Reported), ("cities", l => l.Cities), ("officials", l => l.Officials), ("left_out", l => l.LeftOut),
        ("base", l => l.Whole?.Snapshot.Base), ("low", l => l.Whole?.Snapshot.Low), ("favourable", l => l.Whole?.Snapshot.Favourable), ("low_share", l => l.Whole?.Snapshot.LowShare),
        ("low_lower", l => l.Whole?.Snapshot.LowLower), ("low_upper", l => l.Whole?.Snapshot.LowUpper), ("below_rule", l => l.AtThreshold), ("sample", l => l.Round.Sample));

    public IEnumerable<string> Lead()
    {
        var lines = Data.Lines.OrderByDescending(l => l.Round.HeldFrom).ToList();
        yield return texts.Counted("rounds.lead", lines.Count, formats.CountInText(lines.Count), RoundWords.Year(lines[^1].Round), RoundWords.Year(lines[0].Round));
        var latest = lines.FirstOrDefault(l => l.Reported > 0) ?? lines[0];
        yield return texts["rounds.lead.latest", words.Name(latest.Round), formats.Count(latest.Reported), formats.Count(latest.Expected)];
        if (Next() is { Length: > 0 } next) yield return next;
    }

    /// <summary>By the two-year cycle; said to be past where nobody has entered the round.</summary>
    public string Next() => Data.NextYear is not { } year ? ""
        : texts[year < Data.Today.Year ? "rounds.next.past" : "rounds.next", year.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    public string Heading(Series series) => texts["rounds.series", texts[$"round-level.{series.Level.Code()}"],
        texts.Has($"round-family.{series.Electorate}") ? texts[$"round-family.{series.Electorate}"] : series.Electorate, words.Options(series.Lines[0].Regime), words.Base(series.Lines[0].Regime)];

    /// <summary>Why the rounds of a series must not be compared with those of the series above it.</summary>
    public string Break(int at) => texts[(Data.Series[at].Lines[0].Regime.Options, Data.Series[at - 1].Lines[0].Regime.Options) switch
    {
        (BallotOptions.Two, BallotOptions.Three) => "rounds.break.two-three",
        (BallotOptions.Three, BallotOptions.Two) => "rounds.break.three-two",
        _ => Data.Series[at].Level != Data.Series[at - 1].Level ? "rounds.break.level" : "rounds.break.other",
    }];
}
