using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Briefings.Sheets;

/// <summary>One vote of the person: the counts, the sums of the rule, the place among others without any of them.</summary>
sealed class SheetResult(PaperParts parts, OfficialWords words, RuleWords rules, RoundWords rounds, Formats formats)
{
    /// <summary>The minutes' counts and each level with its share; of the exempt only why.</summary>
    public IReadOnlyList<PaperBlock> Counts(OfficialModel.Vote vote)
    {
        var (row, regime, counts) = (vote.Line.Row, vote.Regime, vote.Line.Row.Result.Counts);
        if (row.Result.Exempt is { } reason) return [new PaperParagraph(parts.Text("sheet.exempt", reason.TrimEnd('.')))];
        var rows = new List<PaperRow>();
        if (counts.Delegates is not null || regime.Base == BallotBase.Delegates) Row("delegates", counts.Delegates);
        if (counts.Invited is not null) Row("invited", counts.Invited);
        if (counts.Present is not null) Row("present", counts.Present);
        Row("issued", counts.Issued);
        Row("collected", counts.Collected);
        Row("valid", counts.Valid);
        Row("invalid", counts.Invalid);
        int?[] levels = regime.Options == BallotOptions.Three ? [counts.High, counts.Middle, counts.Low] : [counts.Middle, counts.Low];
        foreach (var (name, count) in rounds.Levels(regime).Zip(levels))
            rows.Add(new([parts.Text("sheet.level", name), formats.Count(count), count is { } ballots && row.Base is { } all ? formats.Percent((double)ballots / all) : Formats.Dash], PaperRowKind.Total));
        if (counts.Valid - counts.LevelSum is > 0 and { } unmarked) Row("unmarked", unmarked);
        var blocks = new List<PaperBlock>
        {
            new PaperTable(parts.Text("sheet.counts.caption"), [new(60, PaperAlign.Left), new(20, PaperAlign.Right), new(20, PaperAlign.Right)],
                [[new(parts.Text("sheet.column.what")), new(parts.Text("sheet.column.count")), new(parts.Text("sheet.column.percent"))]], rows,
                row.Base is { } known ? parts.Text("sheet.base", rounds.Base(regime), formats.Count(known)) : parts.Text("sheet.base.missing", rules.Base(regime))),
        };
        if (words.Published(row) is { } published) blocks.Add(new PaperParagraph(parts.Text("sheet.published", published)));
        return blocks;

        void Row(string what, int? count) => rows.Add(new([parts.Text("sheet.count." + what), formats.Count(count), ""]));
    }

    /// <summary>Each line of the rule with its sum and what comes of it, as the person's page has it; nothing for the exempt.</summary>
    public IReadOnlyList<PaperBlock> Rule(OfficialModel.Vote vote)
    {
        var (row, regime) = (vote.Line.Row, vote.Regime);
        if (row.Result.Exempt is not null) return [];
        var named = new PaperParagraph(parts.Text("sheet.rule.named", regime.Name.Vi, RoundWords.NameOf(regime), regime.Source.Vi));
        if (row.Base is not { } ballots) return [named, new PaperParagraph(parts.Text("sheet.rule.undetermined", rules.Base(regime)))];
        var rows = regime.Thresholds.Select(line => new PaperRow(
        [
            rules.Condition(regime, line), Standing.CountOf(line, row.Result.Counts) is { } count ? rules.Sum(regime, line, count, ballots) : Formats.Dash, words.Outcome(vote.Line, regime, line),
        ])).ToList();
        return
        [
            named,
            new PaperTable(parts.Text("sheet.rule.caption"), [new(35, PaperAlign.Left), new(31, PaperAlign.Left), new(34, PaperAlign.Left)],
                [[new(parts.Text("official.rule.line")), new(parts.Text("official.rule.sum")), new(parts.Text("official.rule.outcome"))]], rows),
            new PaperParagraph(parts.Text(row.Standing.AtThreshold ? "sheet.rule.met" : "sheet.rule.not-met", words.Standing(vote.Line, regime))),
            new PaperParagraph($"{parts.Text(regime.Certainty.Assumed ? "sheet.rule.assumed" : "sheet.rule.seen")} {parts.Text("sheet.rule.no-decision")}"),
        ];
    }

    /// <summary>How many others have a higher, the same, a lower share, in the round and in the area; why not, where they are too few.</summary>
    public IReadOnlyList<PaperBlock> Place(SheetVote told, RoundView view)
    {
        var (row, regime) = (told.Vote.Line.Row, told.Vote.Regime);
        if (row.Base is null || row.Result.Low is null || row.LowShare is not { } own) return [];
        if (told.Vote.Place is not { } place) return [new PaperParagraph(parts.Text("sheet.place.too-few", PeerPlace.FewestOthers + 1))];
        var share = parts.Text("sheet.place.own", rounds.LowName(regime), formats.Share(own));
        var among = Among(parts.Text(told.Vote.SamePost ? "sheet.place.post" : "sheet.place.all", formats.Count(place.Others), rounds.SpacedCoverage(view)), place);
        var blocks = new List<PaperBlock> { new PaperParagraph($"{share} {among} {parts.Text("sheet.place.middle", formats.Share(place.P50), formats.Percent(place.P25), formats.Share(place.P75))}") };
        // Of one area people know each other: only how many, not which shares.
        if (told.Vote.Line.AreaName is { } area)
            blocks.Add(new PaperParagraph(told.AreaPlace is { } near ? Among(parts.Text("sheet.place.area", formats.Count(near.Others), area), near) : parts.Text("sheet.place.area-too-few", area, PeerPlace.FewestOthers + 1)));
        blocks.Add(new PaperNote(parts.Text("sheet.place.note")));
        return blocks;
    }

    string Among(string others, PeerPlace place) => parts.Text("sheet.place.among", others, formats.Count(place.Higher), formats.Count(place.Equal), formats.Count(place.Lower));
}
