using Analytics.Domain.Briefings;
using Analytics.Web.Access;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Briefings.Reports;

/// <param name="Missing">Sections nobody has written yet: codes.</param>
sealed record MadeReport(byte[] Bytes, long DataVersion, IReadOnlyList<string> Missing);

/// <summary>Makes the document of a report as it stands: in Vietnamese, all of it at one published version.</summary>
sealed class ReportMaker(IServiceScopeFactory scopes, CurrentViewer current, PaperForm form)
{
    /// <summary>Null when nothing of the round is published.</summary>
    public async Task<MadeReport?> Make(RoundReport report, string round, CancellationToken ct)
    {
        // A scope of its own: the language of the papers is not that of the page, and the look begins anew.
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentViewer>().Set(current.Required);
        services.GetRequiredService<Language>().Use(PaperParts.Language);
        if (await services.GetRequiredService<ReportContentSource>().Read(round, current.Required.UserName, ct) is not { } content) return null;
        var paper = report.Kind == ReportKind.SummingUp ? services.GetRequiredService<SummingUpReport>().Make(content, report) : services.GetRequiredService<OnePageSummary>().Make(content, report);
        var version = services.GetRequiredService<QueryContext>().State.DataVersion;
        return new(DocxWriter.Write(paper, report.Kind == ReportKind.Summary ? OnePageSummary.Tight(form) : form, services.GetRequiredService<PaperParts>().Now), version, ReportGaps.Of(content.Text, report.Kind));
    }
}

/// <summary>What has to be written before a report is laid before who signs.</summary>
static class ReportGaps
{
    public static IReadOnlyList<string> Of(Pages.RoundTexts.TextView text, ReportKind kind)
    {
        Domain.Coverage.TextSection[] needed = kind == ReportKind.SummingUp ? [.. Domain.Coverage.TextSections.All] : [Domain.Coverage.TextSection.Recommendations];
        return needed.Where(s => text.Paragraphs(s).Count == 0).Select(Domain.Coverage.TextSections.Code).ToList();
    }
}
