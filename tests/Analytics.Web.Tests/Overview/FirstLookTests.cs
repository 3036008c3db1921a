using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Pages.Overview;
using Analytics.Web.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Web.Tests.Overview;

/// <summary>The overview looked at while the program starts.</summary>
public class FirstLookTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task Look(TestHost host, string wanted, ILogger<FirstLook>? log = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("FirstLook", wanted)]).Build();
        using var look = new FirstLook(host.Services.GetRequiredService<IServiceScopeFactory>(), settings, log ?? host.Services.GetRequiredService<ILogger<FirstLook>>());
        await look.StartAsync(Ct);
        await look.ExecuteTask!;
    }

    static async Task<bool> IsAnswered(TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(host.ViewerOf(Roles.Board));
        var context = scope.ServiceProvider.GetRequiredService<QueryContext>();
        return host.Services.GetRequiredService<QueryCache>().TryGet(context.KeyOf(new IndexModel.Query(null), "vi"), out IndexModel.Result? overview) && overview is not null;
    }

    [Fact]
    public async Task The_answer_is_there_before_the_boards_first_request_and_nothing_is_written_down()
    {
        using var host = new TestHost { LoadSample = true };
        _ = host.Services;
        Assert.False(await IsAnswered(host));
        await Look(host, "false");
        Assert.False(await IsAnswered(host));
        await Look(host, "true");
        Assert.True(await IsAnswered(host));
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        Assert.Empty(db.Audit.Where(a => a.Action == "view").ToList());
    }

    [Fact]
    public async Task A_store_with_nothing_published_is_no_mistake()
    {
        var log = new Spy();
        using var host = new TestHost();
        await Look(host, "true", log);
        Assert.Empty(log.Said);
    }

    [Fact]
    public async Task The_host_has_started_when_the_look_has_ended()
    {
        using var host = new TestHost();
        using var gate = new ManualResetEventSlim();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("FirstLook", "true")]).Build();
        using var look = new FirstLook(new Gated(gate, host.Services.GetRequiredService<IServiceScopeFactory>()), settings, new Spy());
        await look.StartAsync(Ct);
        var started = look.StartedAsync(Ct);
        Assert.False(started.IsCompleted);
        gate.Set();
        await started.WaitAsync(Ct);
    }

    [Fact]
    public async Task The_inbox_and_the_jobs_begin_when_the_host_has_started()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-started-").FullName;
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName, "positions.csv");
        await File.WriteAllTextAsync(file, "code,name_vi,sort\nPC-CHAIR,Chủ tịch HĐND,1\n", Ct);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        using (var host = new TestHost { Folder = folder, KeepFolder = true, Replace = services => services.AddSingleton<Before>().AddHostedService(s => s.GetRequiredService<Before>()) })
        {
            var before = host.Services.GetRequiredService<Before>();
            Assert.Equal((0, 0), (before.Imports, before.Runs));
            while (File.Exists(file)) await Task.Delay(50, Ct);
            using var db = host.Store.Open();
            Assert.Equal("positions.csv", db.Imports.Single().FileName);
            Assert.NotEmpty(db.Schedules);
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Looks at the store for as long as the host has not started.</summary>
    sealed class Before(Store store) : IHostedService
    {
        public int Imports { get; private set; } = -1;
        public int Runs { get; private set; } = -1;

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            using var db = store.Open();
            (Imports, Runs) = (db.Imports.Count(), db.Runs.Count());
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed class Gated(ManualResetEventSlim gate, IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        public IServiceScope CreateScope()
        {
            gate.Wait(Ct);
            return scopes.CreateScope();
        }
    }

    sealed class Spy : ILogger<FirstLook>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception) + exception);
    }
}
