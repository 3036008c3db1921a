using Analytics.Domain.Access;
using Analytics.Domain.Imports;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Queries;

public sealed class QueryBehaviourTests : IDisposable
{
    sealed record Files : IQuery<FileList>;
    sealed record NamedFiles : IQuery<FileList>, INamedData;
    sealed record Wrapping : IQuery<FileList>;
    sealed record FileList(IReadOnlyList<string> Names) : IRowCount { public int RowCount => Names.Count; }
    sealed record AddFile(string Name) : ICommand<int>;
    sealed class Calls { public int Count { get; set; } }

    sealed class Handler(QueryContext context, IMediator mediator, Calls calls, Domain.Storage.Store store) :
        IRequestHandler<Files, FileList>, IRequestHandler<NamedFiles, FileList>, IRequestHandler<Wrapping, FileList>, IRequestHandler<AddFile, int>
    {
        public Task<FileList> Handle(Files request, CancellationToken cancellationToken) => Task.FromResult(Read());
        public Task<FileList> Handle(NamedFiles request, CancellationToken cancellationToken) => Task.FromResult(Read());
        public Task<FileList> Handle(Wrapping request, CancellationToken cancellationToken) => mediator.Send(new NamedFiles(), cancellationToken);

        public Task<int> Handle(AddFile request, CancellationToken cancellationToken)
        {
            using var writer = store.Write(cancellationToken);
            writer.Db.Imports.Add(File(request.Name, "board@example.org"));
            writer.RaiseWorkVersion();
            writer.Commit();
            return Task.FromResult(1);
        }

        FileList Read()
        {
            calls.Count++;
            return new(context.Db.Imports.OrderBy(i => i.Id).Select(i => i.FileName).ToList());
        }
    }

    readonly TestHost host = new()
    {
        Replace = services => services.AddSingleton<Calls>()
            .AddTransient<IRequestHandler<Files, FileList>, Handler>().AddTransient<IRequestHandler<NamedFiles, FileList>, Handler>()
            .AddTransient<IRequestHandler<Wrapping, FileList>, Handler>().AddTransient<IRequestHandler<AddFile, int>, Handler>(),
    };

    public QueryBehaviourTests() => host.Seed(db => db.Imports.AddRange(File("board.csv", "board@example.org"), File("local.csv", "local@example.org")));

    int Computed => host.Services.GetRequiredService<Calls>().Count;

    [Fact]
    public async Task A_local_user_never_gets_what_was_cached_for_the_board()
    {
        Assert.Equal(["board.csv", "local.csv"], (await host.Send(Roles.Board, new Files())).Names);
        Assert.Equal(["local.csv"], (await host.Send(Roles.Local, new Files())).Names);
        Assert.Equal(["board.csv", "local.csv"], (await host.Send(Roles.Auditor, new Files())).Names);
        Assert.Empty((await host.Send(Roles.Admin, new Files())).Names);
    }

    [Fact]
    public async Task The_same_question_in_the_same_scope_is_computed_once()
    {
        await host.Send(Roles.Board, new Files());
        await host.Send(Roles.Board, new Files());
        Assert.Equal(1, Computed);
    }

    [Fact]
    public async Task A_change_of_the_store_is_seen_by_the_next_question()
    {
        await host.Send(Roles.Board, new Files());
        host.Seed(db => db.Imports.Add(File("later.csv", "board@example.org")));
        Assert.Equal(["board.csv", "local.csv", "later.csv"], (await host.Send(Roles.Board, new Files())).Names);
    }

    [Fact]
    public async Task Within_one_request_all_questions_see_one_version_until_the_user_changes_something()
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Web.Access.CurrentViewer>().Set(host.ViewerOf(Roles.Board));
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var ct = TestContext.Current.CancellationToken;
        await mediator.Send(new Files(), ct);
        host.Seed(db => db.Imports.Add(File("elsewhere.csv", "board@example.org")));
        Assert.Equal(2, (await mediator.Send(new NamedFiles(), ct)).RowCount);
        await mediator.Send(new AddFile("own.csv"), ct);
        Assert.Equal(["board.csv", "local.csv", "elsewhere.csv", "own.csv"], (await mediator.Send(new Files(), ct)).Names);
    }

    [Fact]
    public async Task Every_look_at_named_data_is_audited_also_when_it_comes_from_the_cache()
    {
        await host.Send(Roles.Board, new NamedFiles());
        await host.Send(Roles.Board, new NamedFiles());
        host.Services.GetRequiredService<Web.Audit.AuditMover>().Move(TestContext.Current.CancellationToken);
        Assert.Equal(1, Computed);
        using var db = host.Store.Open();
        Assert.Equal([("board@example.org", "view", 2), ("board@example.org", "view", 2)],
            db.Audit.Select(a => new { a.User, a.Action, a.Rows }).AsEnumerable().Select(a => (a.User, a.Action, a.Rows ?? -1)));
    }

    [Fact]
    public async Task A_question_that_hides_named_data_inside_itself_is_a_mistake() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Send(Roles.Board, new Wrapping()));

    static Import File(string name, string by) => new() { FileName = name, Sha256 = name, Kind = "results", By = by };

    public void Dispose() => host.Dispose();
}
