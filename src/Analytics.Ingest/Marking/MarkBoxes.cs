using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Marking;

/// <summary>The boxes of comments in VML, the old drawing language that Excel and LibreOffice still ask for.</summary>
static partial class MarkBoxes
{
    /// <summary>Columns a box reaches over, and letters of its text on a line.</summary>
    const int Width = 5, LettersOnLine = 52, MostLines = 40;

    const string End = "</xml>";

    const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>
        """;

    // Names of its own, so that a drawing already there keeps what it has. Namespaces stand on each shape for the same reason.
    const string Type = """
        <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_mark_box" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    /// <summary>The drawing without the boxes of some cells and with new ones.</summary>
    /// <remarks>Not parsed as XML: Excel itself writes drawings that are not well formed.</remarks>
    public static string Change(string drawing, IReadOnlySet<CellPlace> cleared, IReadOnlyList<(CellPlace Place, string Text)> added)
    {
        if (!drawing.Contains(End, StringComparison.Ordinal)) drawing = Empty;
        if (cleared.Count > 0) drawing = Shape().Replace(drawing, shape => PlaceOf(shape.Value) is { } place && cleared.Contains(place) ? "" : shape.Value);
        if (added.Count == 0) return drawing;
        var boxes = new StringBuilder(drawing.Contains("\"_mark_box\"", StringComparison.Ordinal) ? "" : Type);
        foreach (var (place, text) in added) boxes.Append(Box(place, text));
        var end = drawing.LastIndexOf(End, StringComparison.Ordinal);
        return string.Concat(drawing.AsSpan(0, end), boxes.ToString(), drawing.AsSpan(end));
    }

    static CellPlace? PlaceOf(string shape) =>
        Row().Match(shape) is { Success: true } row && Column().Match(shape) is { Success: true } column
        && int.TryParse(row.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
        && int.TryParse(column.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? new(line + 1, at) : null;

    static string Box(CellPlace place, string text)
    {
        var (row, column) = (place.Line - 1, place.Column);
        var top = Math.Max(0, row - 1);
        var bottom = top + Math.Min(MostLines, 1 + text.Split('\n').Sum(line => 1 + line.Length / LettersOnLine));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_mark_{place}" type="#_mark_box" style="position:absolute;visibility:hidden" fillcolor="#fef6e4" o:insetmode="auto"><v:fill color2="#fef6e4"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1},15,{top},2,{column + 1 + Width},15,{bottom},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
            """);
    }

    [GeneratedRegex("<v:shape\\b.*?</v:shape>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Shape();

    [GeneratedRegex("<x:Row>(\\d{1,9})</x:Row>")]
    private static partial Regex Row();

    [GeneratedRegex("<x:Column>(\\d{1,9})</x:Column>")]
    private static partial Regex Column();
}
