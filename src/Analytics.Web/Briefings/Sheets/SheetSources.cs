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

    public IReadOnlyList<PaperBlock> Of(SheetVote told, RoundView view)
    {
        var (line, corrections) = (told.Vote.Line, told.Vote.History.Skip(1).ToList());
        // There is nothing to compare with minutes that have no counts.
        var compared = line.Row.Result.Exempt is null ? Verified(line) + " " : "";
        var corrected = parts.Text(corrections.Count == 0 ? "sheet.corrections.none" : "sheet.corrections", PaperParts.Count(corrections.Count));
        return
        [
            new PaperParagraph(compared + corrected),
            .. corrections.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperList(OfficialSheet.Listed(corrections.Select(c => Correction(c, told.Vote.Regime)).ToList()))],
            new PaperParagraph(parts.Text("sheet.sources.from")),
            new PaperList(OfficialSheet.Listed([.. Sources(told, view)])),
        ];
    }

    string Verified(OfficialLine line) => line.Verified is not { } verified ? parts.Text("sheet.verified.no")
        : verified.Document.Length > 0 ? parts.Text("sheet.verified.document", Day(verified.At), verified.Document)
        : parts.Text("sheet.verified.yes", Day(verified.At));

    string Correction(HistoryEntry entry, Regime regime) => parts.Text("sheet.correction", entry.At is { } at ? Day(at) : Formats.Dash,
        entry.Changes.Count == 0 ? parts.Text("sheet.correction.same") : string.Join(", ", entry.Changes.Select(c => Change(c, regime))));

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
        if (view.Unfinished && result.Exempt is null) yield return parts.Text("sheet.source.unfinished", rounds.Coverage(view));
    }

    static string Day(DateTime utc) => PaperParts.Date(VietnamTime.DateOf(utc));
}
