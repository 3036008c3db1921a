using System.Globalization;
using System.Security;
using System.Text;
using Analytics.Ingest.Tests.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A cell as its XML will say: where, of which type, what; a style or a formula where it has one.</summary>
sealed record MutableCell(int Column, string Type, string Value)
{
    public int? Style { get; init; }
    public bool Formula { get; init; }
    public bool WithoutPlace { get; init; }

    public string ToXml(int line)
    {
        var place = WithoutPlace ? "" : string.Create(CultureInfo.InvariantCulture, $" r=\"{(char)('A' + Column)}{line}\"");
        var style = Style is { } s ? string.Create(CultureInfo.InvariantCulture, $" s=\"{s}\"") : "";
        var value = SecurityElement.Escape(Value);
        var content = Type == "inlineStr" ? $"<is><t>{value}</t></is>" : (Formula ? "<f>1+1</f>" : "") + (Value.Length > 0 ? $"<v>{value}</v>" : "");
        return $"<c{place}{(Type.Length > 0 ? $" t=\"{Type}\"" : "")}{style}>{content}</c>";
    }
}

/// <summary>One sheet that can be made wrong cell by cell, written as a workbook, and counted past the program under test.</summary>
sealed class MutableWorkbook(List<string> texts)
{
    /// <summary>Rows by their lines; a line may come twice.</summary>
    public List<(int Line, List<MutableCell> Cells)> Rows { get; } = [];

    public List<string> Merged { get; } = [];

    /// <summary>Texts that cells of type s point at.</summary>
    public List<string> Texts => texts;

    public byte[] ToBytes()
    {
        var rows = new StringBuilder();
        foreach (var (line, cells) in Rows)
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">{string.Concat(cells.Select(c => c.ToXml(line)))}</row>");
        return Sources.WorkbookBytes([new("Kết quả", rows.ToString()) { Merged = [.. Merged] }], string.Concat(texts.Select(t => $"<si><t>{SecurityElement.Escape(t)}</t></si>")));
    }

    /// <summary>Rows and low ballots below the header in line 1: those cells that hold something under "low".</summary>
    public (long Rows, long Low) Counted()
    {
        var header = Rows[0].Cells.First(c => TextOf(c).Trim().Equals("low", StringComparison.OrdinalIgnoreCase));
        var low = Rows.Skip(1).SelectMany(r => r.Cells.Where(c => c.Column == header.Column && TextOf(c).Trim().Length > 0)).ToList();
        return (low.Count, low.Sum(NumberOf));
    }

    string TextOf(MutableCell cell) => cell is { Type: "s", Value.Length: > 0 } ? texts[int.Parse(cell.Value, CultureInfo.InvariantCulture)] : cell.Value;

    long NumberOf(MutableCell cell) => cell.Type is "n" or ""
        ? checked((long)decimal.Parse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture))
        : long.Parse(TextOf(cell).Replace(".", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
}
