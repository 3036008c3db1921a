using Analytics.Web.Charts;

namespace Analytics.Web.Pages.Charts;

/// <summary>A size by the name of what it is for: <c>?size=slide</c>.</summary>
sealed record ChartPreset(string Name, int Width, int Height);

static class ChartPresets
{
    /// <summary>The width of a page of a briefing; what an address without a size gets.</summary>
    public static ChartPreset Page { get; } = new("page", 1600, 900);

    public static IReadOnlyList<ChartPreset> All { get; } = [new("slide", 1920, 1080), Page, new("square", 1080, 1080), new("half", 900, 500), new("wall", 3840, 2160)];

    public static ChartPreset? Named(string? name) => All.FirstOrDefault(p => p.Name == name);
}
