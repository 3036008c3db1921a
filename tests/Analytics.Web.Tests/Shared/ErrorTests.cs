using System.Net;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Shared.Frame;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Shared;

public class ErrorTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    sealed class Failing(Exception failure) : IRequestHandler<FrameQuery, FrameData>
    {
        public Task<FrameData> Handle(FrameQuery request, CancellationToken cancellationToken) => throw failure;
    }

    static TestHost HostThatFails(Exception failure, string environment = "Development") => new()
    {
        EnvironmentName = environment,
        Replace = services => services.AddTransient<IRequestHandler<FrameQuery, FrameData>>(_ => new Failing(failure)),
    };

    [Fact]
    public async Task A_failure_shows_a_page_with_an_id_and_nothing_of_what_happened_inside()
    {
        using var host = HostThatFails(new InvalidOperationException("secret detail"));
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync("/", Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Có lỗi xảy ra", page, StringComparison.Ordinal);
        Assert.Matches("<code>[0-9A-F]{8}</code>", page);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_where_data_was_asked_for_is_a_problem_document_with_an_id()
    {
        using var host = HostThatFails(new InvalidOperationException("secret detail"));
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync("/?format=json", Ct);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(500, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9A-F]{8}$", problem.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_busy_store_says_so_and_asks_for_patience()
    {
        using var host = HostThatFails(new StoreException("busy"));
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync("/", Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Kho số liệu đang bận", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_does_not_exist_is_a_problem_document_too()
    {
        using var host = new TestHost();
        var answer = await (await host.SignedIn(Roles.Board)).GetAsync("/charts/nothing.png", Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
