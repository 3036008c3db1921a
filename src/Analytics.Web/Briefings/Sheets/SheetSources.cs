using Analytics.Domain.Dates;
using Analytics.Domain.Rounds;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Briefings.Sheets;

/// <summary>Whether the figures were compared with the minutes, how they were corrected, where they come from.</summary>
/// <remarks>
/// Reasons of corrections, notes and names in them are of a whole file and may speak of other officials: that they changed is told, what they say is not.
/// </remarks>
sealed class SheetSources(PaperParts parts, ProposalWords proposals, RoundWords rounds, Formats formats)
{
    static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "held_on", "delegates", "invited", "present", "issued", "collected", "valid", "invalid", "high", "confidence", "low", "published_low_percent", "published_high_percent",
    };

    public IReadOnlyList<PaperBlock> Of(SheetVote told, RoundView view) =>
    [
        new PaperParagraph(Verified(told.Vote.Line)),
        .. Corrections(told.Vote),
        new PaperParagraph(parts.Text("sheet.sources.from")),
        new PaperList(OfficialSheet.Listed([.. Sources(told, view)])),
    ];

    string Verified(OfficialLine line) => line.Verified is not { } verified ? parts.Text("sheet.verified.no")
        : verified.Document.Length > 0 ? parts.Text("sheet.verified.document", Day(verified.At), verified.Document)
        : parts.Text("sheet.verified.yes", Day(verified.At));

    IEnumerable<PaperBlock> Corrections(OfficialModel.Vote vote)
    {
        if (vote.History.Count < 2) return [new PaperParagraph(parts.Text("sheet.corrections.none"))];
        return
        [
            new PaperParagraph(parts.Text("sheet.corrections", PaperParts.Count(vote.History.Count - 1))),
            new PaperList(OfficialSheet.Listed(vote.History.Skip(1).Select(e => parts.Text("sheet.correction", e.At is { } at ? Day(at) : Formats.Dash,
                e.Changes.Count == 0 ? parts.Text("sheet.correction.same") : string.Join(", ", e.Changes.Select(c => Change(c, vote.Regime))))).ToList())),
        ];
    }

    string Change(Ingest.Loading.Difference change, Regime regime)
    {
        var column = change.Column == "low" && regime.Options == BallotOptions.Two ? "no_confidence" : change.Column;
        return Told.Contains(change.Column)
            ? parts.Text("sheet.change", proposals.Column(column), proposals.Value(change.Column, change.Loaded), proposals.Value(change.Column, change.Found))
            : parts.Text("sheet.change.untold", proposals.Column(column));
    }

    IEnumerable<string> Sources(SheetVote told, RoundView view)
    {
        var result = told.Vote.Line.Row.Result;
        if (told.Vote.File is not { } file) yield return parts.Text("official.source.other", formats.Count(result.ImportId), formats.Count(result.RowNumber));
        else
        {
            var place = result.Sheet is { Length: > 0 } sheet ? $"{parts.Text("official.source.sheet", sheet)}, {parts.Text("official.source.row", formats.Count(result.RowNumber))}" : parts.Text("official.source.row", formats.Count(result.RowNumber));
            yield return told.ImportedAt is { } at ? parts.Text("sheet.source.file", file, place, formats.Instant(at)) : $"{file}, {place}";
        }
        if (result.Source.Length > 0) yield return parts.Text("sheet.source.document", result.Source);
        yield return parts.Foot();
        if (view.Unfinished) yield return parts.Text("sheet.source.unfinished", rounds.Coverage(view));
    }

    static string Day(DateTime utc) => PaperParts.Date(VietnamTime.DateOf(utc));
}
