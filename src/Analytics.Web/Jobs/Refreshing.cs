using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Web.Jobs;

/// <summary>The refresh that jobs run: publication in the store, told in one line.</summary>
static class Refreshing
{
    public static Refresh By(IServiceProvider services)
    {
        var store = services.GetRequiredService<Store>();
        var time = services.GetRequiredService<TimeProvider>();
        return (all, ct) =>
        {
            var outcome = TrendRefresh.Run(store, time, all, ct);
            return outcome.Published ? OutcomeText.Published(outcome.Version, outcome.Groups) : OutcomeText.NothingStale;
        };
    }
}
