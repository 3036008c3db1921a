using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Cells;

namespace Analytics.Ingest.Checking.Wording;

/// <summary>The texts of all problems found in rows: what was found, what is expected, in which column, and what to do where that is plain.</summary>
/// <remarks>No message repeats a person's name: messages are kept and shown more widely than the file.</remarks>
internal static partial class Messages
{
    const int LongestQuote = 80, LongestList = 8;

    /// <summary>A cell's text between quotation marks, shortened, fit to be printed.</summary>
    static string Quote(string text)
    {
        var shown = ForbiddenCharacters.Shown(text);
        return shown.Length <= LongestQuote ? $"\"{shown}\"" : $"\"{shown[..LongestQuote]}…\"";
    }

    static string Vi(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    static string En(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Vi(Place other, Place here) => other.Sheet == here.Sheet ? $"dòng {other.Row}" : $"dòng {other.Row} của trang \"{other.Sheet}\"";

    static string En(Place other, Place here) => other.Sheet == here.Sheet ? $"line {other.Row}" : $"line {other.Row} of sheet \"{other.Sheet}\"";

    static string Vi(UnitLevel level) => level switch
    {
        UnitLevel.Country => "cả nước",
        UnitLevel.Province => "cấp tỉnh",
        UnitLevel.District => "cấp huyện",
        _ => "cấp xã",
    };

    static string List(IEnumerable<string> items, string more)
    {
        var all = items.ToList();
        return all.Count <= LongestList
            ? string.Join("; ", all)
            : $"{string.Join("; ", all.Take(LongestList))}; {string.Format(CultureInfo.InvariantCulture, more, all.Count - LongestList)}";
    }

    static string ListVi(IEnumerable<string> items) => List(items, "và {0} mục khác");

    static string ListEn(IEnumerable<string> items) => List(items, "and {0} more");

    /// <summary>"Gần giống nhất: …", or nothing where there is nothing to name.</summary>
    static Text NearestOf(IReadOnlyCollection<string> names) => names.Count == 0
        ? new("", "")
        : new($" Gần giống nhất: {ListVi(names)}.", $" Nearest: {ListEn(names)}.");
}
