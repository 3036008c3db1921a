using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Pages.Overview;
using Analytics.Web.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    sealed class Spy : ILogger<FirstLook>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception) + exception);
    }
}
