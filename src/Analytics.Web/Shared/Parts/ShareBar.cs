using System.Globalization;
using System.Text;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Analytics.Web.Shared.Parts;

/// <summary>
/// Shares of a ballot as a stacked bar from 0 to 100%: <c>&lt;share-bar high="0.71" middle="0.26" low="0.03" /&gt;</c>; on a
/// two-option ballot without <c>middle</c>. Inline SVG: it needs no style attribute and prints where backgrounds do not.
/// </summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShareBar(Formats formats, Texts texts) : TagHelper
{
    /// <summary>Narrower parts carry no figure: it would not fit.</summary>
    const double NarrowestWithLabel = 0.15;

    public double? High { get; set; }
    public double? Middle { get; set; }
    public double? Low { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (High is not { } high || Low is not { } low)
        {
            output.TagName = "span";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Content.SetContent(Formats.Dash);
            return;
        }
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("height", "22");
        output.Attributes.SetAttribute("aria-label", Middle is { } m
            ? texts["share-bar.three", formats.Share(high), formats.Share(m), formats.Share(low)]
            : texts["share-bar.two", formats.Share(high), formats.Share(low)]);
        var parts = new StringBuilder();
        var start = 0.0;
        Draw(parts, "high", ref start, high, onDark: true);
        Draw(parts, "middle", ref start, Middle ?? 0, onDark: false);
        Draw(parts, "low", ref start, low, onDark: true);
        Draw(parts, "rest", ref start, Math.Max(0, 1 - start), onDark: false, labelled: false);
        output.Content.SetHtmlContent(parts.ToString());
    }

    void Draw(StringBuilder parts, string kind, ref double start, double share, bool onDark, bool labelled = true)
    {
        // Shares of counts: below this it is only the rounding of their sum.
        if (share < 1e-9) return;
        parts.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{start * 100:0.###}%\" y=\"0\" width=\"{share * 100:0.###}%\" height=\"22\"/>");
        if (labelled && share >= NarrowestWithLabel)
            parts.Append(CultureInfo.InvariantCulture, $"<text x=\"{(start + share / 2) * 100:0.###}%\" y=\"11\"{(onDark ? " class=\"on-dark\"" : "")} aria-hidden=\"true\">{formats.Share(share)}</text>");
        start += share;
    }
}
