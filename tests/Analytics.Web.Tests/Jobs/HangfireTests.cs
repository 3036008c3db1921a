using System.Net;
using System.Security.Claims;
using Analytics.Domain.Schedules;
using Analytics.Domain.Trends;
using Analytics.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Web.Tests.Jobs;

/// <summary>A whole host with a real Hangfire server and the real clock.</summary>
public sealed class HangfireTests : IDisposable
{
    readonly Workshop workshop = new();
    readonly List<string> refreshes = [];

    public void Dispose() => workshop.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<WebApplication> Host(params IJob[] jobs)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(workshop.Store);
        builder.Services.AddJobs(_ => Refresh, JobTiming.Default);
        foreach (var job in jobs) builder.Services.AddSingleton(job);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (http.Request.Headers["Role"].ToString() is { Length: > 0 } role)
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new System.Security.Claims.Claim(ClaimTypes.Role, role)], "test"));
            return next();
        });
        app.MapJobs();
        await app.StartAsync(Ct);
        return app;
    }

    string Refresh(bool all, CancellationToken ct)
    {
        workshop.Change(db => db.StaleMarks.ExecuteDelete());
        lock (refreshes) refreshes.Add(all ? "all" : "stale");
        return "refreshed";
    }

    [Fact]
    public async Task A_run_due_while_nothing_was_running_is_carried_out_at_start()
    {
        workshop.AddSchedule("0 0 * * *", MissedRunPolicy.RunLatest, last: DateTime.UtcNow.AddDays(-3));

        await using var app = await Host(new Probe());

        await Until(() => workshop.Runs().Any(r => r.State == RunState.Done));
        Assert.Equal([RunState.Skipped, RunState.Skipped, RunState.Done], workshop.Runs().Select(r => r.State));
    }

    [Fact]
    public async Task A_refresh_asked_for_after_an_import_comes_in_the_background()
    {
        await using var app = await Host();
        workshop.Change(db => db.StaleMarks.Add(new StaleMark()));

        app.Services.GetRequiredService<ImmediateRefresh>().Enqueue();

        await Until(() => refreshes.Count > 0);
        Assert.Equal("stale", refreshes[0]);
    }

    [Fact]
    public async Task Stale_marks_left_by_a_process_that_died_are_seen_to_at_start()
    {
        workshop.Change(db => db.StaleMarks.Add(new StaleMark()));

        await using var app = await Host();

        await Until(() => !workshop.Look(db => db.StaleMarks.Any()));
    }

    [Fact]
    public async Task Stopping_the_host_interrupts_a_job_and_leaves_its_run_waiting()
    {
        workshop.AddSchedule("0 0 * * *", MissedRunPolicy.RunLatest, last: DateTime.UtcNow.AddDays(-1));
        var begun = new TaskCompletionSource();
        var app = await Host(new Probe(async (_, ct) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return JobOutcome.Done("not reached");
        }));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        await app.StopAsync(Ct);
        await app.DisposeAsync();

        Assert.Equal([(RunState.Pending, OutcomeText.Interrupted)], workshop.Runs().Select(r => (r.State, r.Outcome)));
    }

    [Fact]
    public async Task Two_hosts_in_one_process_have_each_their_own_Hangfire()
    {
        await using var first = await Host();
        await using var second = await Host();

        Assert.NotSame(first.Services.GetRequiredService<Hangfire.JobStorage>(), second.Services.GetRequiredService<Hangfire.JobStorage>());
    }

    [Theory]
    [InlineData("", HttpStatusCode.NotFound)]
    [InlineData("Board", HttpStatusCode.NotFound)]
    [InlineData("Local", HttpStatusCode.NotFound)]
    [InlineData("Auditor", HttpStatusCode.NotFound)]
    [InlineData("Admin", HttpStatusCode.OK)]
    public async Task The_dashboard_is_there_for_an_admin_and_for_nobody_else(string role, HttpStatusCode answer)
    {
        await using var app = await Host();
        foreach (var path in new[] { "/jobs", "/jobs/recurring", "/jobs/servers" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Role", role);
            using var response = await app.GetTestClient().SendAsync(request, Ct);
            Assert.Equal(answer, response.StatusCode);
        }
    }

    [Fact]
    public async Task Not_even_an_admin_starts_a_job_from_the_dashboard()
    {
        await using var app = await Host();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/jobs/recurring/trigger") { Content = new FormUrlEncodedContent([new("jobs[]", "tick")]) };
        request.Headers.Add("Role", "Admin");
        using var response = await app.GetTestClient().SendAsync(request, Ct);
        Assert.False(response.IsSuccessStatusCode);
    }

    static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 400 && !holds(); i++) await Task.Delay(50, Ct);
        Assert.True(holds(), "not within twenty seconds");
    }
}
