using Analytics.Web.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Web.Tests.Jobs;

public class ImmediateRefreshTests
{
    readonly QueueOnly hangfire = new();

    ImmediateRefresh With(Refresh refresh) => new(hangfire, refresh, NullLogger<ImmediateRefresh>.Instance);

    [Fact]
    public void Asked_three_times_it_takes_one_worker_and_runs_once()
    {
        var runs = 0;
        var refresh = With((_, _) => $"{++runs}");
        refresh.Enqueue();
        refresh.Enqueue();
        refresh.Enqueue();

        refresh.Run(CancellationToken.None);

        Assert.Equal((1, 1), (hangfire.Jobs.Count, runs));
    }

    [Fact]
    public void Asked_while_running_it_runs_once_more_in_the_same_worker()
    {
        var runs = 0;
        ImmediateRefresh refresh = null!;
        refresh = With((_, _) =>
        {
            if (++runs == 1) refresh.Enqueue();
            return "";
        });
        refresh.Enqueue();

        refresh.Run(CancellationToken.None);

        Assert.Equal((1, 2), (hangfire.Jobs.Count, runs));
    }

    [Fact]
    public void After_a_failure_it_can_be_asked_again()
    {
        var runs = 0;
        var refresh = With((_, _) => ++runs == 1 ? throw new InvalidOperationException() : "");
        refresh.Enqueue();
        Assert.Throws<InvalidOperationException>(() => refresh.Run(CancellationToken.None));

        refresh.Enqueue();
        refresh.Run(CancellationToken.None);

        Assert.Equal((2, 2), (hangfire.Jobs.Count, runs));
    }
}
