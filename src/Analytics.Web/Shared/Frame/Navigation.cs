using Analytics.Web.Access;

namespace Analytics.Web.Shared.Frame;

/// <summary>One entry of the top navigation. <paramref name="Policy"/> is that of the page; null: whoever is signed in.</summary>
/// <param name="Under">Further addresses that belong to the entry.</param>
sealed record NavigationItem(string TextKey, string Path, string? Policy, params string[] Under);

/// <summary>The entries a viewer may open, as far as their pages exist.</summary>
sealed class Navigation(CurrentViewer current, KnownRoutes routes)
{
    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("nav.overview", "/", null),
        new("nav.rounds", "/rounds", Policies.Results, "/calendar", "/rules"),
        new("nav.coverage", "/coverage", Policies.Results),
        new("nav.districts", "/districts", Policies.Results, "/units", "/compare", "/analysis"),
        new("nav.positions", "/positions", Policies.Results),
        new("nav.officials", "/officials", Policies.Names),
        new("nav.follow-up", "/follow-up", Policies.Names),
        new("nav.briefings", "/briefings", Policies.Briefings, "/schedules", "/forms", "/reports"),
        new("nav.imports", "/imports", Policies.ImportHistory, "/entry"),
        new("nav.admin", "/admin", Policies.Administration),
        new("nav.jobs", "/jobs", Policies.Jobs),
        new("nav.methods", "/methods", null),
    ];

    public IEnumerable<NavigationItem> Items => current.Viewer is { } viewer
        ? All.Where(item => Exists(item.Path) && (item.Policy is null || viewer.May(item.Policy)))
        : [];

    public bool Exists(string path) => routes.Exist(path);

    public static bool IsCurrent(NavigationItem item, PathString path) => item.Path == "/"
        ? path == "/"
        : item.Under.Prepend(item.Path).Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

}

/// <summary>The addresses that pages stand at, gathered once: they do not change while the program runs.</summary>
sealed class KnownRoutes(EndpointDataSource endpoints)
{
    const string Anything = "/{**path}";

    readonly Lazy<HashSet<string>> known = new(() => endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/'))
        .Select(path => path.EndsWith(Anything, StringComparison.Ordinal) ? path[..^Anything.Length] : path).ToHashSet(StringComparer.Ordinal));

    public bool Exist(string path) => known.Value.Contains(path);
}
