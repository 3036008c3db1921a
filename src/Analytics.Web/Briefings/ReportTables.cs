using Analytics.Domain.Coverage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;

namespace Analytics.Web.Briefings;

/// <summary>The tables of a trend report that are not those of a chart. Shares carry the coverage of an unfinished round in their header.</summary>
sealed class ReportTables(QueryContext context, Texts texts, Formats formats, RoundWords words, Language language)
{
    /// <summary>Missing units listed by name; the rest is counted.</summary>
    const int MostListed = 200;

    public string Post(string code) => context.Reference.Position(code)?.Name(language.English) ?? code;

    public List<string> CoverageText(RoundView round) =>
    [
        texts["report.coverage.text", formats.Count(round.Coverage.Expected), formats.Count(round.Coverage.Reported), formats.CountInText(round.Coverage.Expected - round.Coverage.Reported)]
        + " " + (round.Round.Due is { } due ? texts["report.coverage.due", formats.Date(due)] : texts["report.coverage.no-due"]),
    ];

    public ReportTable Missing(RoundView round)
    {
        var missing = round.Coverage.Missing.ToList();
        var state = round.Coverage.IsOverdue(round.Today) ? texts["report.overdue", formats.Count(round.Today.DayNumber - round.Round.Due!.Value.DayNumber)] : texts["report.not-due"];
        var rows = missing.Take(MostListed).Select(IReadOnlyList<string> (u, i) => [formats.Count(i + 1), u.Unit.Name, Area(u, round), state]).ToList();
        var note = missing.Count == 0 ? texts[round.Coverage.Expected == 0 ? "report.missing.unknown" : "report.missing.none"]
            : missing.Count > MostListed ? texts["report.missing.more", formats.Count(missing.Count - MostListed)] : "";
        return new("missing", texts["report.missing"], note, [texts["report.number"], texts["report.unit"], texts["table.area"], texts["report.state"]], [true, false, false, false], rows);
    }

    public ReportTable Positions(RoundView round, RoundGroups posts)
    {
        var rows = posts.Groups.Where(g => g.Hidden || g.Snapshot.Officials + g.Snapshot.LeftOut > 0)
            .Select(g => Row(Post(g.Snapshot.Key), Officials(g.Row, round.Coverage.DueByPosition.GetValueOrDefault(g.Snapshot.Key)), g.Row, !round.TwoOptions, Change(g.Snapshot, g.Changed))).ToList();
        if (round.Whole is { } whole)
            rows.Add(Row(whole.Name, Officials(whole, round.Coverage.DueByPosition.Values.Sum()), whole, !round.TwoOptions, Change(whole.Snapshot, whole.Snapshot.ChangeP <= 0.05)));
        return Shares("positions", texts["report.positions.caption", words.Base(round.Regime)], texts["table.position"], texts["table.officials"], Since(round), round, !round.TwoOptions, rows, Notes(round.Whole is null ? "" : Chance(posts.Groups.Where(g => g.Changed)), WithheldNote(rows)));
    }

    /// <summary>Where a round was held in several cities; shares of different councils are not pooled.</summary>
    public IEnumerable<ReportTable> Cities(RoundView round)
    {
        if (round.Whole is not null || round.Cities == 0) yield break;
        var rows = TrendQuery.Stored(context.Db, context.Reference, TrendBy.City, round.Round.Id);
        yield return Shares("cities", texts["report.cities"], texts["report.city"], texts["table.officials"], texts["table.change"], round, withHigh: false,
            new Outward(context.Db, context.Reference).Of(rows).Select(r => Row(r.Name, Officials(r, 0), r, withHigh: false, Change(r.Snapshot, r.Snapshot.ChangeP <= 0.05))).ToList());
    }

    /// <summary>Areas that differ from the whole or changed beyond chance, in administrative order; the others are counted.</summary>
    public ReportTable Areas(RoundView round, RoundGroups areas)
    {
        var told = areas.Groups.Where(g => g.Different || g.Changed).ToList();
        var units = round.Coverage.Units.Where(u => u.Expected && u.Area is not null).GroupBy(u => u.Area!).ToDictionary(g => g.Key, g => (Sent: g.Count(u => u.Reported), All: g.Count()));
        var few = areas.Groups.Count(g => g.TooFew);
        var hidden = areas.Groups.Count(g => g.Hidden);
        var others = areas.Groups.Count(g => !g.TooFew && !g.Hidden) - told.Count;
        var note = Notes(
            told.Count == 0 ? texts["report.areas.none"] : "",
            others > 0 ? texts["report.areas.others", formats.CountInText(others)] : "",
            few > 0 ? texts["report.areas.few", formats.CountInText(few), ChanceTests.FewUnits] : "",
            Chance(told),
            hidden > 0 ? texts["report.areas.hidden", formats.CountInText(hidden)] : "");
        return Shares("areas", texts["report.areas.caption", words.Base(round.Regime)], texts["table.area"], texts["table.units"], texts["table.remark"], round, withHigh: false, told.Select(g =>
            Row(g.Row.Name, units.TryGetValue(g.Snapshot.Key, out var n) ? texts["report.units-of", formats.Count(n.Sent), formats.Count(n.All)] : formats.Count(g.Snapshot.Units), g.Row, withHigh: false, Remark(g, round))).ToList(), note);
    }

    /// <summary>How many of what is called beyond chance may be chance all the same; empty where nothing is.</summary>
    string Chance(IEnumerable<RoundGroup> told)
    {
        var findings = told.Sum(g => (g.Different ? 1 : 0) + (g.Changed ? 1 : 0));
        var expected = (int)Math.Round(findings * ChanceTests.FalseShare, MidpointRounding.AwayFromZero);
        return findings == 0 ? "" : expected == 0 ? texts["report.chance.under-one", formats.CountInText(findings)]
            : texts["report.chance", formats.CountInText(findings), formats.CountInText(expected)];
    }

    static string Notes(params string[] notes) => string.Join(" ", notes.Where(n => n.Length > 0));

    /// <summary>How many cells have no figure, and why; empty where all have one.</summary>
    public string WithheldNote(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.Sum(row => row.Count(cell => cell == texts["outward.cell"])) is > 0 and var cells ? texts["report.withheld", formats.CountInText(cells)] : "";

    string Remark(RoundGroup g, RoundView round)
    {
        var remarks = new List<string>();
        if (g.Different && g.Snapshot.LowShare - g.Level is { } difference)
            remarks.Add(texts[difference > 0 ? "report.area.higher" : "report.area.lower", formats.Percent(Math.Abs(difference))]);
        if (g.Snapshot.Change is not null) remarks.Add(texts["report.area.change", Since(round).ToLowerInvariant(), Change(g.Snapshot, g.Changed)]);
        return string.Join("; ", remarks);
    }

    /// <summary>A table of shares with a last column of words.</summary>
    ReportTable Shares(string id, string caption, string first, string second, string last, RoundView round, bool withHigh, List<List<string>> rows, string note = "")
    {
        var coverage = words.SpacedCoverage(round);
        List<string> headers = [first, second, texts["table.base"], texts["table.favourable"] + coverage];
        if (withHigh) headers.Add(texts["report.of-these-high"] + coverage);
        headers.AddRange([texts["report.low-interval", Capital(words.LowName(round.Regime))] + coverage, last]);
        return new(id, caption, note.Length > 0 || rows.Count > 0 ? note : texts["report.no-results"], headers, headers.Select((_, i) => i > 0 && i < headers.Count - 1).ToList(), rows);
    }

    List<string> Row(string name, string second, TrendRow row, bool withHigh, string remark)
    {
        var s = row.Snapshot;
        List<string> cells = [name, second, s.Base > 0 ? formats.Count(s.Base) : Formats.Dash, formats.Share(row.FavourableShare)];
        if (withHigh) cells.Add(formats.Share(s.Base > 0 ? (double)s.High / s.Base : null));
        cells.AddRange([$"{formats.Share(s.LowShare)} {formats.Interval(s.LowLower, s.LowUpper)}".TrimEnd(), row.Withheld ? texts["outward.hidden"] : remark]);
        return cells;
    }

    /// <summary>The change from the round before with its interval, and what may be said of it.</summary>
    string Change(Snapshot s, bool changed) => s.Change is null ? words.Remark(s, changed)
        : $"{formats.Change(s.Change)} {formats.PointInterval(s.ChangeLower, s.ChangeUpper)}".TrimEnd() + ", " + (ChanceTests.TooFew(s) ? texts["change.too-few"] : words.Beyond(changed));

    string Officials(TrendRow row, int due) => row.Withheld ? texts["outward.cell"]
        : due > 0 ? texts["report.units-of", formats.Count(row.Snapshot.Officials), formats.Count(due)] : formats.Count(row.Snapshot.Officials);

    /// <summary>What changes are measured from; rounds of one family are called by their year.</summary>
    string Since(RoundView round) => round.Whole?.Snapshot.PreviousRoundId is { } id && context.Reference.Round(id) is { } before
        ? texts["report.since", RoundWords.Year(before)] : texts["table.change"];

    string Area(UnitCoverage unit, RoundView round) =>
        unit.Area is { } area ? context.Reference.Units.Nearest(area, round.Round.HeldFrom)?.Name ?? area : Formats.Dash;

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
