using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Reading.Headers;

/// <summary>The row of column numbers many official forms carry under the header: A, B, (1), (2), (3) = (1) + (2).</summary>
internal static partial class ColumnNumbers
{
    /// <summary>Line of such a row right below the header, or null.</summary>
    public static int? LineBelow(TopRows top, Header header)
    {
        var row = top.Rows.FirstOrDefault(r => r.Line > header.LastLine);
        if (row is null)
            return null;
        var cells = row.Cells.Where(c => c.Length > 0).Select(c => Label().Match(c)).ToList();
        var numbers = cells.Where(m => m.Groups["number"].Success).Select(m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture)).ToList();
        return cells.All(m => m.Success) && numbers.Count >= 3 && numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) ? row.Line : null;
    }

    [GeneratedRegex(@"^\(?((?<number>[0-9]{1,2})|\p{L})\)?( ?=.*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
