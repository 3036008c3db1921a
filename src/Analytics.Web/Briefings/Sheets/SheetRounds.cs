using Analytics.Domain.Rounds;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Briefings.Sheets;

/// <summary>The person's own votes up to the round, one kind of vote after the other: what may not be set side by side is parted.</summary>
sealed class SheetRounds(PaperParts parts, OfficialWords words, RuleWords rules, Formats formats)
{
    public IReadOnlyList<PaperBlock> Of(Sheet sheet)
    {
        List<PaperBlock> scope = sheet.OfAllUnits ? [] : [new PaperNote(parts.Text("sheet.rounds.scope"))];
        if (!sheet.HasEarlier) return [new PaperParagraph(parts.Text("sheet.rounds.none")), .. scope];
        var rows = new List<PaperRow>();
        OfficialModel.Vote? previous = null;
        foreach (var family in sheet.Person.Families())
        {
            var heading = words.Family(family[0].Regime);
            rows.Add(new([previous is null ? heading : $"{heading}. {parts.Text("official.votes.break")}", "", "", "", "", ""], PaperRowKind.Group));
            foreach (var vote in family)
            {
                rows.Add(Row(vote, previous, sheet.Round.Round));
                previous = vote;
            }
        }
        return
        [
            new PaperTable(parts.Text("sheet.rounds.caption"),
                [new(21, PaperAlign.Left), new(26, PaperAlign.Left), new(13, PaperAlign.Right), new(13, PaperAlign.Right), new(13, PaperAlign.Right), new(14, PaperAlign.Right)],
                [[new(parts.Text("official.column.round")), new(parts.Text("official.column.post")), new(parts.Text("official.column.base")),
                    new(parts.Text("sheet.rounds.high")), new(parts.Text("sheet.rounds.middle")), new(parts.Text("official.column.low"))]],
                rows, parts.Text("sheet.rounds.note")),
            .. scope,
        ];
    }

    PaperRow Row(OfficialModel.Vote vote, OfficialModel.Vote? previous, Round of)
    {
        var (row, regime, counts) = (vote.Line.Row, vote.Regime, vote.Line.Row.Result.Counts);
        var round = new List<string> { row.Round.Id == of.Id ? parts.Text("sheet.rounds.this", row.Round.NameVi) : row.Round.NameVi };
        if (previous is not null && previous.Regime.Family == regime.Family && RoundWords.NameOf(previous.Regime) != RoundWords.NameOf(regime)) round.Add(parts.Text("official.votes.rule-changed", RoundWords.NameOf(regime)));
        var post = new List<string> { $"{row.Position.NameVi}, {row.Unit.Name}" };
        if (words.Moved(previous, vote) is { } moved) post.Add(moved);
        if (row.Result.Exempt is { } reason) post.Add(parts.Text("officials.remark.exempt", reason));
        else if (row.Base is null) post.Add(parts.Text("officials.remark.undetermined", rules.Base(regime)));
        return new([string.Join('\n', round), string.Join('\n', post), formats.Count(row.Base), Level(counts.High, row.Base), Level(counts.Middle, row.Base), Level(counts.Low, row.Base)]);
    }

    string Level(int? count, int? ballots) => count is { } known && ballots is { } all ? $"{formats.Count(known)}\n{formats.Share((double)known / all)}" : formats.Count(count);
}
