using System.Globalization;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Every page a viewer of the Board opens, and those of an administrator, on a store of national scale.</summary>
static class PageAddresses
{
    const string Round = "N-2019-12", Unit = "N10000000", Area = "ND0004", Post = "PC-CHAIR";

    public const string Overview = "/";

    /// <param name="official">Number of an official with results.</param>
    public static IReadOnlyList<string> OfBoard(int official) =>
    [
        Overview, "/account", "/admin/annotations", "/analysis", $"/analysis?position={Post}", $"/analysis?district={Area}", "/briefings", "/calendar",
        "/compare", "/coverage", $"/coverage/{Round}/{Unit}", "/coverage/urging", "/districts", $"/districts/{Area}", "/entry", $"/entry/{Round}/{Unit}",
        "/forms", "/forms?form=4", "/imports", "/imports/4", "/methods", "/officials", string.Create(CultureInfo.InvariantCulture, $"/officials/{official}"), "/officials/matches",
        "/positions", $"/positions/{Post}", "/reports", "/rounds", $"/rounds/{Round}", $"/rounds/{Round}/plan", $"/rounds/{Round}/roster",
        $"/rounds/{Round}/roster/{Unit}", $"/rounds/{Round}/rule", $"/rounds/{Round}/text", $"/rounds/{Round}/what-if?regime=NA-85",
        "/rules", "/rules/VFF-2007", "/rules/VFF-2007/edit", "/sign-out", "/units", "/units?boundaries=today", $"/units/{Unit}",
    ];

    public static IReadOnlyList<string> OfAdmin { get; } = ["/admin", "/admin/reference", "/admin/settings", "/admin/users"];
}
