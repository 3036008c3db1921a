using System.Text.Encodings.Web;
using Analytics.Web.Pages.Coverage;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Pages.RoundTexts;

/// <summary>The units of a round as choices, by name; those with a text of their own are marked.</summary>
/// <remarks>Written by hand: there may be a thousand, and as markup of a view they took longer than all the rest of the page.</remarks>
sealed class UnitOptions(ProgressView progress, TextView view) : IHtmlContent
{
    /// <summary>Of more units than a province has nobody finds one in a list: the code is typed in.</summary>
    public const int Most = 1_000;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var written = view.Written.Select(u => u.Id).ToHashSet();
        foreach (var unit in progress.ByName)
        {
            writer.Write("<option value=\"");
            encoder.Encode(writer, unit.Unit.Code);
            writer.Write(view.Unit?.Id == unit.Unit.Id ? "\" selected=\"selected\">" : "\">");
            encoder.Encode(writer, unit.Unit.Name);
            if (progress.AreaName(unit) is { } area)
            {
                writer.Write(" (");
                encoder.Encode(writer, area);
                writer.Write(')');
            }
            if (written.Contains(unit.Unit.Id)) writer.Write(" •");
            writer.Write("</option>\n");
        }
    }
}
