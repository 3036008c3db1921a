using Analytics.Domain.Names;
using Analytics.Domain.Trends;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Shared.Trends;

/// <summary>One group in a table of a round.</summary>
/// <param name="Href">The group's own page; null for none.</param>
/// <param name="Size">Units reported of units expected, or officials of officials due, as printed.</param>
/// <param name="SortName">The name without its kind word, by which it is found in an alphabet.</param>
sealed record GroupLine(RoundGroup Group, string Name, string? Href, string Size, string SortName);

/// <summary>
/// A table of a round's groups: <c>&lt;partial name="/Shared/Trends/_GroupTable.cshtml" model="…" /&gt;</c>. Administrative order or
/// that of the posts by default, never a ranking.
/// </summary>
/// <param name="SizeHeader">What <see cref="GroupLine.Size"/> counts.</param>
/// <param name="SizeIsOfficials">The size counts officials, so that they have no column of their own.</param>
/// <param name="Whole">The yardstick at the foot; null for none.</param>
/// <param name="Sort">The order the address asks for; null where the table is not sortable.</param>
/// <param name="Table">Its name for downloads where the page has several tables.</param>
sealed record GroupTable(
    string Caption, string Sub, string NameHeader, string SizeHeader, bool SizeIsOfficials, RoundView Round, IReadOnlyList<GroupLine> Lines,
    TrendRow? Whole, string WholeName, string? Sort = null, bool Bars = false, string? Table = null)
{
    /// <summary>Small trends by key of the group, as markup; null where the table has none.</summary>
    public SparkLines? Trends { get; init; }

    /// <summary>Which page of a long table is shown; null: all of it.</summary>
    public PagePlace? Place { get; init; }

    public IEnumerable<GroupLine> Shown => Place is { } place ? Lines.Skip(place.Skip).Take(place.Size) : Lines;

    public const string ByDefault = "";
    public const string ByName = "name";
    public const string ByLow = "low";
    public const string ByChange = "change";

    /// <summary>The order of that name; anything else is the administrative one.</summary>
    public static string Order(string? asked) => asked is ByName or ByLow or ByChange ? asked : ByDefault;

    /// <summary>Lines in an order the reader asked for. Groups too small to compare come last where figures are compared.</summary>
    public static IReadOnlyList<GroupLine> Sorted(IEnumerable<GroupLine> lines, string order) => order switch
    {
        ByName => lines.OrderBy(l => SortKeys.Of(l.SortName), StringComparer.Ordinal).ToList(),
        ByLow => Falling(lines, l => l.Group.Snapshot.LowShare),
        ByChange => Falling(lines, l => l.Group.Snapshot.Change),
        _ => lines.ToList(),
    };

    static List<GroupLine> Falling(IEnumerable<GroupLine> lines, Func<GroupLine, double?> figure) =>
        lines.OrderBy(l => l.Group.TooFew).ThenByDescending(l => figure(l) ?? double.NegativeInfinity).ToList();
}
