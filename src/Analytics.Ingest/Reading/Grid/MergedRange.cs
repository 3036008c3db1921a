using System.Globalization;

namespace Analytics.Ingest.Reading.Grid;

/// <summary>Cells merged into one; lines from 1, columns from 0, both ends inclusive.</summary>
internal readonly record struct MergedRange(int FirstLine, int FirstColumn, int LastLine, int LastColumn)
{
    /// <summary>Reads <c>E2:F2</c>; null when it is not that.</summary>
    public static MergedRange? Parse(string? reference)
    {
        var ends = (reference ?? "").Split(':');
        if (ends.Length != 2 || LineOf(ends[0]) is not { } firstLine || LineOf(ends[1]) is not { } lastLine)
            return null;
        var range = new MergedRange(firstLine, ColumnOf(ends[0]), lastLine, ColumnOf(ends[1]));
        return range.FirstColumn >= 0 && range.FirstColumn <= range.LastColumn && firstLine <= lastLine ? range : null;
    }

    /// <summary>Column of a place such as <c>AB12</c>, from 0; −1 when there are no letters, or too many.</summary>
    public static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 1 << 20)
                return -1;
        }
        return column - 1;
    }

    static int? LineOf(string place) =>
        int.TryParse(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;
}
