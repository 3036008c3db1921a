using System.Text;
using System.Text.Encodings.Web;
using Analytics.Domain.Coverage;
using Analytics.Web.Access;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Pages.Coverage;

/// <summary>Cells of tables of progress as markup.</summary>
/// <remarks>Written by hand: a page has seven hundred of them, and as partial views they took longer than all the rest of it.</remarks>
sealed class CoverageParts(Texts texts, Formats formats, CurrentViewer current, HtmlEncoder encoder)
{
    /// <summary>One step of one unit: its day, or why there is none.</summary>
    public IHtmlContent Step(StepDay day, bool expected, bool overdue) => new HtmlString(day.Source switch
    {
        StepSource.Recorded or StepSource.Results => Element("span", "step-day", formats.ShortDate(day.On), current.Required.May(Policies.Names) ? day.By : null),
        StepSource.Passed => Element("span", "muted", texts["coverage.passed"], texts["coverage.passed.title"]),
        _ => overdue ? Element("strong", "key-overdue", "! " + texts["coverage.cell.overdue"])
            : expected ? Element("span", "muted", Formats.Dash)
            : Element("span", "visually-hidden", texts["coverage.state.not-due"]),
    });

    /// <summary>In a few words how a unit stands.</summary>
    public IHtmlContent State(UnitProgress unit, (CoverageStep Step, DateOnly Due)? overdue, DateOnly today)
    {
        if (!unit.Expected) return new HtmlString(Element("span", "muted", texts[unit.NoCouncil > 0 ? "coverage.not-due.no-council" : "coverage.not-due"]));
        if (overdue is { } late)
        {
            var days = today.DayNumber - late.Due.DayNumber;
            return new HtmlString(Element("span", "status bad", texts.Counted("coverage.overdue-by", days, formats.CountInText(days))) + Element("span", "beside", texts["coverage.next." + late.Step.Code()]));
        }
        if (unit.Reached is not { } reached) return new HtmlString(Element("span", "status", texts["coverage.state.none"]));
        return new HtmlString(unit.Partial
            ? Element("span", "status warn", texts["coverage.state.partial"])
            : Element("span", unit.Complete ? "status good" : "status", texts["coverage.state." + reached.Code()]));
    }

    string Element(string name, string kind, string text, string? title = null)
    {
        var html = new StringBuilder(96).Append('<').Append(name).Append(" class=\"").Append(kind).Append('"');
        if (title is not null) html.Append(" title=\"").Append(encoder.Encode(title)).Append('"');
        return html.Append('>').Append(encoder.Encode(text)).Append("</").Append(name).Append('>').ToString();
    }
}
