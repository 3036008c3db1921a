using Analytics.Domain.Storage;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Briefings.Pdf;
using Analytics.Web.Briefings.Reports;
using Analytics.Web.Briefings.Sheets;
using Analytics.Web.Briefings.Urging;
using Analytics.Web.Jobs;
using Analytics.Web.OfficeSettings;

namespace Analytics.Web.Briefings;

static class BriefingsRegistration
{
    /// <summary>Trend reports: their contents, their files, the job that makes them.</summary>
    public static IServiceCollection AddBriefings(this IServiceCollection services)
    {
        services.AddScoped<ReportTables>();
        services.AddScoped<TrendReportSource>();
        services.AddScoped<TrendReportZip>();
        services.AddScoped<Pages.Briefings.RunWords>();
        services.AddSingleton(_ => PaperForm.Load(PaperForm.File));
        services.AddSingleton(_ => PdfFonts.Load(Path.Combine(Places.Data, "fonts")));
        services.AddScoped(provider => provider.GetRequiredService<InstallationSettings>().Current().Office);
        services.AddScoped<PaperParts>();
        services.AddScoped<UrgingLetters>();
        services.AddScoped<OfficialSheet>();
        services.AddScoped<SheetResult>();
        services.AddScoped<SheetRounds>();
        services.AddScoped<SheetSources>();
        services.AddScoped<ReportContentSource>();
        services.AddScoped<ReportPhrases>();
        services.AddScoped<ReportBlocks>();
        services.AddScoped<SummingUpReport>();
        services.AddScoped<OnePageSummary>();
        services.AddScoped<ReportMaker>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<BriefingArchive>();
        services.AddSingleton<IJob, TrendReportJob>();
        return services;
    }
}
