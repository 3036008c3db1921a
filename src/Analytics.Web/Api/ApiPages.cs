namespace Analytics.Web.Api;

/// <summary>
/// All pages whose tables may be had as data. An address that is not here answers no data request, and what is here is fetched
/// and compared by tests: the description cannot say something else than the program does.
/// </summary>
static partial class ApiPages
{
    public static IReadOnlyList<ApiPage> All { get; } = [.. Results, .. People, .. Work];

    static readonly Dictionary<string, ApiPage> ByRoute = All.ToDictionary(p => p.Route, StringComparer.Ordinal);

    /// <param name="route">As an endpoint has it, with or without the first slash.</param>
    public static ApiPage? At(string? route) => route is null ? null : ByRoute.GetValueOrDefault("/" + route.TrimStart('/'));

    static ApiFilter GroupSort => ApiFilter.Of("sort", "name", "low", "change");
}
