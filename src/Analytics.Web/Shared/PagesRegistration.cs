using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Frame;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared;

/// <summary>Razor Pages with the texts, formats and frame every view uses.</summary>
static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = Queries.KeptPageAttribute.FormCookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Own headers say more, see SecurityHeaders.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(new Tables.DataLimits());
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<Api.DataRequestFilter>()).AddRazorOptions(razor =>
        {
            razor.PageViewLocationFormats.Add("/Shared/Frame/{0}.cshtml");
            razor.PageViewLocationFormats.Add("/Shared/Parts/{0}.cshtml");
            razor.PageViewLocationFormats.Add("/Shared/Rounds/{0}.cshtml");
        });
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<TextFiles>();
        services.AddScoped<Language>();
        services.AddScoped<AsOf.AsOfDay>();
        services.AddScoped<Texts>();
        services.AddScoped<Formats>();
        services.AddSingleton<KnownRoutes>();
        services.AddScoped<Navigation>();
        services.AddScoped<PageFrame>();
        services.AddScoped<Rounds.RuleWords>();
        services.AddScoped<Pages.Rules.RuleDifferences>();
        services.AddScoped<Trends.ComparabilityMarks>();
        services.AddScoped<Trends.SpreadWords>();
        services.AddSingleton<OfficeSettings.InstallationSettings>();
        services.AddScoped<Annotations.TimeMarks>();
        services.AddScoped<Pages.Officials.OfficialWords>();
        services.AddScoped<Pages.FollowUp.CaseWords>();
        services.AddScoped<Pages.FollowUp.AfterWords>();
        services.AddScoped<Pages.FollowUp.CaseChanging>();
        services.AddSingleton<Pages.FollowUp.AreaMemory>();
        services.AddSingleton<Pages.FollowUp.CaseMemory>();
        services.AddSingleton<Pages.FollowUp.NameOrder>();
        services.AddSingleton<Pages.Coverage.ProgressMemory>();
        services.AddScoped<Pages.Coverage.CoverageParts>();
        services.AddScoped<Pages.Imports.ProposalWords>();
        Pages.Imports.ImportFiles.AddImportFiles(services);
        return services;
    }
}
