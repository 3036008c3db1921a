using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Api;

/// <summary>A table of a page, as <c>/openapi.json</c> describes it.</summary>
/// <param name="Name">The value that asks for it; empty for a page with one table.</param>
sealed record ApiTable(string Name, IReadOnlyList<ApiColumn> Columns);

/// <summary>A value of the query string that narrows or orders a table.</summary>
/// <param name="Words">All values there are; empty where they are codes or days.</param>
sealed record ApiFilter(string Name, ApiType Type, IReadOnlyList<string> Words)
{
    public bool Repeated { get; init; }

    public static ApiFilter Code(string name) => new(name, ApiType.Text, []);
    public static ApiFilter Date(string name) => new(name, ApiType.Day, []);
    public static ApiFilter Of(string name, params IReadOnlyList<string> words) => new(name, ApiType.Text, words);
}

/// <summary>A page whose tables may be had as data.</summary>
/// <param name="Route">As the program declares it.</param>
/// <param name="Right">One of <see cref="Access.Policies"/>; empty for whoever is signed in.</param>
/// <param name="Tables">The first is what an address without a choice gets.</param>
sealed record ApiPage(string Route, string Right, params IReadOnlyList<ApiTable> Tables)
{
    /// <summary>The query value that chooses one of several tables.</summary>
    public string Selector { get; init; } = "table";

    public IReadOnlyList<ApiFilter> Filters { get; init; } = [];

    /// <summary>Whether a choice has to be made: there is no first table.</summary>
    public bool MustChoose { get; init; }

    /// <summary>Whether its tables name officials, so that every look is recorded.</summary>
    public bool Named { get; init; }

    /// <summary>Formats beside those of tables.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public IReadOnlyList<string> Formats => [.. Tables.Count > 0 ? Enum.GetNames<TableFormat>().Select(f => f.ToLowerInvariant()) : [], .. Documents];

    /// <summary>The route in letters and dashes: <c>districts-code</c>; the overview is <c>overview</c>.</summary>
    public string Slug => string.Join('-', Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('{', '}').Split(':')[0])) is { Length: > 0 } slug ? slug : "overview";
}
