using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Api;
using Analytics.Web.Audit;
using Analytics.Web.Briefings;
using Analytics.Web.Forms;
using Analytics.Web.Hosting;
using Analytics.Web.Jobs;
using Analytics.Web.Loading;
using Analytics.Web.Mails;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Pages.Entry;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Errors;

try
{
    var builder = WebApplication.CreateBuilder(StartDefaults.Options(args));
    builder.AddDefaultAddress();
    builder.AddConsoleLog();
    builder.AddStore();
    builder.Services.AddAudit();
    builder.Services.AddAccess();
    builder.Services.AddQueries();
    builder.Services.AddLoading();
    builder.Services.AddStaticDelivery();
    builder.Services.AddErrors();
    builder.Services.AddCharts();
    builder.Services.AddJobs(Refreshing.By, JobTiming.From(builder.Configuration));
    builder.Services.AddBriefings();
    builder.Services.AddForms();
    builder.Services.AddMails(MailSettings.Read(builder.Configuration));
    builder.Services.AddPages();

    var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseRequestLog();
    app.UseErrors();
    app.UseStaticDelivery();
    app.UseRouting();
    app.UseAccess();
    app.UseKeptPages();
    app.MapHealth();
    app.MapImportFiles();
    app.MapScans();
    app.MapCaseFiles();
    app.MapRazorPages();
    app.MapCharts();
    app.MapApiDescription();
    app.MapJobs();
    app.AnnounceWhenStarted();
    app.Run();
    return 0;
}
catch (StoreException problem)
{
    // Wrong settings or a store in use are the operator's to mend: a sentence, not a stack trace.
    Console.Error.WriteLine(problem.Message);
    return 2;
}
