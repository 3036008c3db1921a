using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// A chart on a page: caption, picture, its numbers as a table, downloads.
/// <c>&lt;chart name="trend" round="GD-2026" district="0904" /&gt;</c>. Nothing is printed when there is no such chart.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartFigure(IHtmlHelper html) : TagHelper
{
    public required string Name { get; set; }
    public string? Round { get; set; }
    public string? City { get; set; }
    public string? District { get; set; }
    public string? Position { get; set; }
    public string? Unit { get; set; }
    public string? At { get; set; }
    public double? Top { get; set; }
    public string? Before { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var charts = View.HttpContext.RequestServices.GetRequiredService<ChartImages>();
        var filters = new ChartFilters(Round, City, District, Position)
        {
            Unit = Unit,
            At = At,
            Before = Before,
            Top = Top,
        };
        if (await charts.Find(Name, filters, View.HttpContext.RequestAborted) is not { } picture) return;
        ((IViewContextAware)html).Contextualize(View);
        output.Content.SetHtmlContent(await html.PartialAsync("/Pages/Charts/_Chart.cshtml",
            new ChartOnPage(Name, filters, picture, charts.Inline(Name, filters, picture), charts.MayBeAnonymous(Name, filters))));
    }
}

/// <summary>What the partial prints.</summary>
/// <param name="MayBeAnonymous">Whether the chart can be had without figures of very small groups.</param>
sealed record ChartOnPage(string Name, ChartFilters Filters, ChartPicture Picture, string Svg, bool MayBeAnonymous)
{
    public string Address(string extension) =>
        $"/charts/{Name}.{extension}{Filters.ToQuery()}{(Filters.ToQuery().Length > 0 ? "&" : "?")}download=1";
}
