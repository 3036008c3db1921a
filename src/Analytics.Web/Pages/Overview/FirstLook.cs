using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Charts;
using Analytics.Web.Shared.Frame;
using Analytics.Web.Shared.Resources;
using MediatR;

namespace Analytics.Web.Pages.Overview;

/// <summary>
/// Looks at the overview once while the rest of the program starts, with the rights of the Board: what the first reader would wait for – the model of
/// the store, its statements, the answers themselves, the letters of charts – is then made already. It names nobody, so nothing is written down.
/// </summary>
/// <remarks>
/// The host counts as started when the look has ended, so whatever waits for that – jobs, the inbox, the mover of the audit trail – does not
/// compete with the first page; pages are served before. Left out with the setting <c>FirstLook</c> = <c>false</c>.
/// </remarks>
sealed partial class FirstLook(IServiceScopeFactory scopes, IConfiguration settings, ILogger<FirstLook> log) : BackgroundService, IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.GetValue("FirstLook", defaultValue: true)) return;
        try
        {
            await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // Whatever is wrong will be met, and told, by whoever opens the page.
        catch (Exception problem)
        {
            Failed(log, problem);
        }
#pragma warning restore CA1031
    }

    async Task Look(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // Asked for by every request; there is no account of this number.
        services.GetRequiredService<ViewerSource>().Find(0, null);
        services.GetRequiredService<CurrentViewer>().Set(new Viewer(0, "", [Roles.Board], "vi", Scope.Everything));
        services.GetRequiredService<Language>().Use("vi");
        var mediator = services.GetRequiredService<IMediator>();
        await mediator.Send(new FrameQuery(), ct);
        if (await mediator.Send(new IndexModel.Query(null), ct) is not { } overview) return;
        var charts = services.GetRequiredService<ChartImages>();
        foreach (var name in new[] { "trend", "tiles" })
        {
            var filters = new ChartFilters(overview.Round.Round.Code, null, null, null);
            if (await charts.Find(name, filters, ct) is { } picture) charts.Inline(name, filters, picture);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The first look at the overview failed")]
    static partial void Failed(ILogger log, Exception problem);
}
