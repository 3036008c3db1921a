using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Briefings.Sheets;

/// <summary>
/// The sheet handed to the official whom it speaks of: own figures, what the rule says of them, the place among the same posts, sources, and what can be
/// done. It names no other official and decides nothing.
/// </summary>
sealed class OfficialSheet(PaperParts parts, SheetResult result, SheetRounds rounds, SheetSources sources, Formats formats, CurrentViewer current)
{
    static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII"];

    public Paper Make(Sheet sheet) => new()
    {
        Language = PaperParts.Language,
        FileTitle = parts.Text("sheet.file", InSentence(sheet.Round)),
        Head = parts.Head(sheet.Round.City, "TB", null, null, null, parts.Text("layout.internal")) with { Number = "" },
        Title = new(parts.Text("sheet.kind"), [parts.Text("sheet.subject", InSentence(sheet.Round)), parts.Text("sheet.to")]),
        Blocks = Numbered(
        [
            ("sheet.person", [Person(sheet)]),
            ("sheet.counts", EachVote(sheet, v => result.Counts(v.Vote))),
            ("sheet.rule", EachVote(sheet, v => result.Rule(v.Vote))),
            ("sheet.place", EachVote(sheet, v => result.Place(v, sheet.Round))),
            ("sheet.rounds", rounds.Of(sheet)),
            ("sheet.sources", EachVote(sheet, v => sources.Of(v, sheet.Round))),
            ("sheet.answer", Answer(sheet)),
        ]),
        Signature = parts.Signature(),
        Recipients = [parts.Text("sheet.recipient"), PaperParts.FileCopy],
        SampleMark = parts.SampleMark(sheet.Round.Round.Sample),
        Foot = $"{parts.Foot()} · {parts.Text("form.made", current.Required.UserName, formats.Instant(parts.Now))}",
    };

    /// <summary>Sections that have something to say, numbered in their order.</summary>
    List<PaperBlock> Numbered(IEnumerable<(string Title, IReadOnlyList<PaperBlock> Blocks)> sections) =>
        sections.Where(s => s.Blocks.Count > 0).SelectMany((s, i) => s.Blocks.Prepend(new PaperHeading(1, $"{Numerals[i]}- {parts.Text(s.Title)}"))).ToList();

    /// <summary>What is told of each post; under its name where somebody was put to the vote in several.</summary>
    static List<PaperBlock> EachVote(Sheet sheet, Func<SheetVote, IReadOnlyList<PaperBlock>> told)
    {
        var blocks = new List<PaperBlock>();
        foreach (var vote in sheet.Votes)
            if (told(vote) is { Count: > 0 } own)
            {
                if (sheet.Votes.Count > 1) blocks.Add(new PaperHeading(2, PostOf(vote.Vote.Line.Row)));
                blocks.AddRange(own);
            }
        return blocks;
    }

    PaperList Person(Sheet sheet)
    {
        var items = new List<string> { parts.Text("sheet.person.name", sheet.Votes[0].Vote.Line.Row.Result.OfficialName) };
        foreach (var vote in sheet.Votes)
        {
            var row = vote.Vote.Line.Row;
            items.Add(vote.Vote.Line.AreaName is { } area ? parts.Text("sheet.person.post-area", PostOf(row), area) : parts.Text("sheet.person.post", PostOf(row)));
            if (row.Result is { Exempt: null, HeldOn: { } day }) items.Add(parts.Text("sheet.person.held-on", PaperParts.Date(day)));
        }
        var round = sheet.Round.Round;
        items.Add(parts.Text("sheet.person.round", PaperParts.Date(round.HeldFrom), PaperParts.Date(round.HeldTo)));
        return new(Listed(items));
    }

    List<PaperBlock> Answer(Sheet sheet)
    {
        var where = parts.Text("sheet.answer.where", parts.Office.ShortName);
        if (sheet.Votes.All(v => v.Vote.Line.Row.Result.Exempt is not null)) return [new PaperParagraph($"{parts.Text("sheet.answer.exempt")} {where}")];
        return
        [
            new PaperParagraph(parts.Text("sheet.answer.may")),
            new PaperList(Listed([parts.Text("sheet.answer.explain"), parts.Text("sheet.answer.correct")])),
            new PaperParagraph($"{where} {parts.Text("sheet.answer.secret")}"),
        ];
    }

    static string PostOf(OfficialRow row) => $"{row.Position.NameVi}, {row.Unit.Name}";

    static string InSentence(RoundView view) => char.ToLowerInvariant(view.Round.NameVi[0]) + view.Round.NameVi[1..];

    /// <summary>With the signs a list in a paper has: <c>;</c> between, <c>.</c> at the end.</summary>
    internal static List<string> Listed(IReadOnlyList<string> items) => items.Select((item, i) => item.TrimEnd('.', ';') + (i == items.Count - 1 ? "." : ";")).ToList();
}
