using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;
using Rule = Analytics.Domain.Rounds.Standing;

namespace Analytics.Web.Pages.Officials;

/// <summary>The sentences of one official's page.</summary>
sealed partial class OfficialWords
{
    public string Title(OfficialRow row) => $"{row.Round.Name(English)} – {row.Position.Name(English)}, {row.Unit.Name}";

    /// <summary>Low of base, favourable, and the standing.</summary>
    public string Lead(OfficialLine line, Regime regime)
    {
        var row = line.Row;
        if (row.Base is not { } ballots) return Capital(Standing(line, regime)) + ".";
        return texts["official.lead", formats.Count(row.Result.Low), formats.Count(ballots),
            texts[regime.Options == BallotOptions.Two ? "rule.count.no-confidence" : "rule.count.low"], formats.Share(row.LowShare),
            row.Result.Counts.Favourable is { } favourable ? formats.Share((double)favourable / ballots) : Formats.Dash, Standing(line, regime)];
    }

    /// <summary>The sum that decides and how far the next line is.</summary>
    public string Standing(OfficialLine line, Regime regime)
    {
        var row = line.Row;
        if (row.Result.Exempt is not null || row.Standing.Code == Rule.Undetermined) return Remark(line, regime);
        var parts = new List<string>();
        if (row.Standing is { Met: { } met, Count: { } count, Base: { } ballots })
            parts.Add($"{rules.AtThreshold(regime)} ({rules.ShortSum(met, count, ballots)}){(line.LowBefore is { } before ? "; " + LowTwice(before) : "")}; {rules.Consequence(regime, met)}");
        if (line.Next is { } next) parts.Add($"{rules.ShortSum(next.Line, next.Count, next.Base)}, {rules.Next(next)}");
        return string.Join("; ", parts);
    }

    /// <summary>Whether one line of the rule is met; what follows is not said under an assumed rule.</summary>
    public string Outcome(OfficialLine line, Regime regime, Threshold threshold)
    {
        var row = line.Row;
        if (Rule.CountOf(threshold, row.Result.Counts) is not { } count || row.Base is not { } ballots) return Formats.Dash;
        if (threshold.IsMetBy(count, ballots))
        {
            // The strongest line met decides; a weaker one below it is met as well and adds nothing.
            if (row.Standing.Met == threshold) return $"{texts["official.rule.met"]}; {rules.Consequence(regime, threshold)}";
            return texts[threshold.Consecutive ? "official.rule.met-once" : "official.rule.met"];
        }
        return threshold.Missing(count, ballots) is { } missing
            ? texts.Counted(threshold.Count == ThresholdCount.Low ? "official.rule.missing.low" : "official.rule.missing.confidence", missing, formats.Count(missing))
            : texts["official.rule.not-met"];
    }

    public string Family(Regime regime)
    {
        var family = texts.Has("official.family." + regime.Electorate) ? texts["official.family." + regime.Electorate] : regime.Electorate;
        return texts[regime.Options == BallotOptions.Two ? "official.family.two" : "official.family.three", family, rules.Base(regime)];
    }

    /// <summary>What changed since the vote before: post, unit, or the unit itself. Null where nothing did.</summary>
    public string? Moved(OfficialModel.Vote? before, OfficialModel.Vote now)
    {
        if (before is null) return null;
        var (was, row) = (before.Line.Row, now.Line.Row);
        if (now.Reorganised && was.Position.Id == row.Position.Id) return texts["official.moved.reorganised", was.Unit.Name];
        if (was.Position.Id == row.Position.Id && was.Unit.Id == row.Unit.Id) return null;
        var key = was.Position.Id == row.Position.Id ? "unit" : was.Unit.Id == row.Unit.Id ? "post" : "both";
        return texts["official.moved." + key, was.Position.Name(English), was.Unit.Name];
    }

    /// <summary><c>Chủ tịch UBND, Xã Hòa Cát: từ 15/03/2022; kiêm nhiệm Phó Chủ tịch HĐND</c></summary>
    public string Tenure(Tenure tenure, IEnumerable<Tenure> all)
    {
        var held = tenure.Since is { } since ? texts["official.tenure.since", tenure.Position.Name(English), tenure.Unit.Name, formats.ShortDate(since)]
            : texts["official.tenure.seen", tenure.Position.Name(English), tenure.Unit.Name, formats.ShortDate(tenure.FirstSeen)];
        var beside = all.Where(t => t != tenure && t.IsBeside(tenure)).Select(t => t.Position.Name(English)).ToList();
        return beside.Count == 0 ? held : texts["official.tenure.beside", held, string.Join(", ", beside)];
    }

    /// <summary>
    /// That somebody unusually high comes down by itself, where a later vote of the same kind stands beside such a one; null
    /// elsewhere. What was to be expected is the share before, drawn towards the post's, while the post is the same.
    /// </summary>
    public string? Regression(OfficialModel.Vote? before, OfficialModel.Vote now)
    {
        if (before is not { Line: { Row: { LowShare: { } was, Base: not null, Approximate: false } row } line } || now.Line.Row is not { LowShare: { } share, Base: not null }) return null;
        if (before.Regime.Family != now.Regime.Family || row.Round.Level != now.Line.Row.Round.Level || !(was > line.SetShare)) return null;
        if (!row.Standing.AtThreshold && !line.Alarm && line.Next is not { Missing: <= NearBallots }) return null;
        var general = texts["official.regression", formats.Share(was), formats.Share(line.SetShare)];
        return row.Position.Id == now.Line.Row.Position.Id && row.ShrunkenLow is { } expected
            ? $"{general} {texts["official.regression.expected", formats.Share(expected), formats.Share(share)]}" : general;
    }

    /// <summary>Collected of those invited or present, as far as the minutes say.</summary>
    public string Turnout(Counts counts)
    {
        var parts = new List<string>();
        if (counts.Collected is { } collected)
        {
            var of = counts.Invited is > 0 ? ("invited", counts.Invited) : counts.Present is > 0 ? ("present", counts.Present) : ("", null);
            parts.Add(of.Item2 is { } people
                ? texts["official.turnout." + of.Item1, formats.Count(collected), formats.Count(people), formats.Share((double)collected / people)]
                : texts["official.turnout.collected", formats.Count(collected)]);
        }
        Add("delegates", counts.Delegates);
        if (counts.Invited is not null) Add("there", counts.Present);
        Add("issued", counts.Issued);
        Add("valid", counts.Valid);
        Add("invalid", counts.Invalid);
        if (counts.Valid - counts.LevelSum is > 0 and { } unmarked) Add("unmarked", unmarked);
        return parts.Count == 0 ? texts["official.turnout.unknown"] : string.Join("; ", parts);

        void Add(string key, int? count)
        {
            if (count is { } known) parts.Add(texts["official.turnout." + key, formats.Count(known)]);
        }
    }

    /// <summary>The printed percentages beside the recomputed ones; null where none was printed.</summary>
    public string? Published(OfficialRow row)
    {
        var parts = new List<string>();
        Add("low", row.Result.PublishedLowPercent, row.Result.Low);
        Add("high", row.Result.PublishedHighPercent, row.Result.High);
        return parts.Count == 0 ? null : string.Join("; ", parts);

        void Add(string level, double? percent, int? count)
        {
            if (percent is not { } printed || count is not { } ballots || row.Base is not { } all) return;
            var differs = !PublishedShare.Agrees((decimal)printed, ballots, all);
            var words = texts["official.published." + level, formats.Number(printed, 2), formats.Number(100.0 * ballots / all, 2)];
            parts.Add(differs ? texts["official.published.differs", words, formats.Number(Math.Abs(printed - 100.0 * ballots / all), 2)] : words);
        }
    }

    /// <summary>The place among the others, without a rank and without any of them.</summary>
    public string Place(PeerPlace place, double own, bool samePost, Regime regime, RoundView? round)
    {
        double Part(int count) => (double)count / place.Others;
        return texts[samePost ? "official.place.sentence" : "official.place.sentence-all", formats.Share(own), formats.Share(Part(place.Higher), 0),
            formats.Share(Part(place.Lower), 0), formats.Count(place.Others), formats.Share(place.P50),
            round is null ? "" : rounds.SpacedCoverage(round),
            Capital(texts[regime.Options == BallotOptions.Two ? "officials.share.no-confidence" : "officials.share.low"])];
    }

    internal bool English => language.English;
}
