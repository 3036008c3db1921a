using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Cells of columns the contract does not know, kept with the row as a JSON object.</summary>
internal static class ExtraCells
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The filled cells under their headers in the order of the file; null when there is none.</summary>
    public static string? ToJson(SourceRow row, RowCells cells)
    {
        Dictionary<string, string>? filled = null;
        foreach (var (header, _) in row.UnknownCells)
        {
            if (cells.Text(header, RowCells.NoteLimit) is { Length: > 0 } text) (filled ??= [])[header] = text;
        }
        return filled is null ? null : JsonSerializer.Serialize(filled, Options);
    }
}
