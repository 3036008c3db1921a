using System.Globalization;
using System.Text.Encodings.Web;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;
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
    /// <summary>Which part of very many rows, from 1: a page never shows all of them in one picture.</summary>
    public int Part { get; set; } = 1;

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
            Part = Part.ToString(CultureInfo.InvariantCulture),
        };
        output.Content.SetHtmlContent(new HtmlString(await Markup(charts, filters)));
    }

    async Task<string> Markup(ChartImages charts, ChartFilters filters)
    {
        var services = View.HttpContext.RequestServices;
        var cache = services.GetRequiredService<FigureCache>();
        // Its words, and whether the viewer may annotate it, depend on language and roles: both are in the key.
        var key = services.GetRequiredService<QueryContext>().KeyOf((Name, filters), services.GetRequiredService<Language>().Code);
        if (cache.Find(key) is { } known) return known;
        ChartPicture? picture;
        // A figure that is kept is not asked for again: a query that names officials, which writes an audit entry each time, must fail here.
        using (services.GetRequiredService<QueryNesting>().Enter(isNamed: false)) picture = await charts.Find(Name, filters, View.HttpContext.RequestAborted);
        var markup = picture is null ? "" : await Render(charts, filters, picture);
        cache.Keep(key, markup);
        return markup;
    }

    async Task<string> Render(ChartImages charts, ChartFilters filters, ChartPicture picture)
    {
        ((IViewContextAware)html).Contextualize(View);
        if (!picture.Parted) filters = filters with { Part = null };
        var content = await html.PartialAsync("/Pages/Charts/_Chart.cshtml", new ChartOnPage(Name, filters, picture, charts.Inline(Name, filters, picture), charts.MayBeAnonymous(Name, filters)));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, View.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>());
        return writer.ToString();
    }
}

/// <summary>What the partial prints.</summary>
/// <param name="MayBeAnonymous">Whether the chart can be had without figures of very small groups.</param>
sealed record ChartOnPage(string Name, ChartFilters Filters, ChartPicture Picture, string Svg, bool MayBeAnonymous)
{
    public string Address(string extension) =>
        $"/charts/{Name}.{extension}{Filters.ToQuery()}{(Filters.ToQuery().Length > 0 ? "&" : "?")}download=1";
}
