using System.Text;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;
using Analytics.Web.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

/// <summary>What is loaded without somebody waiting: batches left by a kill, the inbox, the sample.</summary>
public sealed class WorkerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("analytics-worker-").FullName;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_batch_left_by_a_kill_is_loaded_once_at_the_next_start()
    {
        Guid id;
        using (var office = Host())
        {
            await office.BoardWithReferenceData();
            // As a kill leaves it: received whole, without an outcome, and the worker never heard of it.
            id = Guid.CreateVersion7();
            await Left(office, id, "board@example.org", ("results.csv", Office.Results));
        }
        for (var start = 0; start < 2; start++)
        {
            using var office = Host();
            var board = await office.SignedIn(Roles.Board);
            Assert.Contains("01 tệp: 01 đã nạp.", await Office.Ended(board, $"/imports/batches/{id}"), StringComparison.Ordinal);
            Assert.Equal(4, (await Office.History(board)).Count);
            Assert.Equal(["batch.json", "outcome.json", "starts"], Directory.GetFiles(Path.Combine(folder, "uploads", id.ToString("N"))).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_batch_killed_between_loading_and_its_outcome_changes_nothing_more_when_run_again()
    {
        using var office = Host();
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var id = Guid.CreateVersion7();
        await Left(office, id, "board@example.org", ("results.csv", Office.Results));
        office.Services.GetRequiredService<UploadQueue>().Ring();
        Assert.Contains("01 không có gì thay đổi", await Office.Ended(board, $"/imports/batches/{id}"), StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Equal((2, 1L), (reader.Db.Results.Count(), reader.State.DataVersion));
    }

    [Fact]
    public async Task A_batch_that_ended_the_process_three_times_is_given_up()
    {
        using var office = Host();
        var board = await office.SignedIn(Roles.Board);
        var id = Guid.CreateVersion7();
        await Left(office, id, "board@example.org", ("units.csv", Office.Units));
        await File.WriteAllTextAsync(Path.Combine(folder, "uploads", id.ToString("N"), "starts"), "...", Ct);
        office.Services.GetRequiredService<UploadQueue>().Ring();
        Assert.Contains("đã gây gián đoạn nhiều lần", await Office.Ended(board, $"/imports/batches/{id}"), StringComparison.Ordinal);
        using var db = office.Store.Open();
        Assert.Empty(db.Units);
    }

    [Fact]
    public async Task A_batch_of_somebody_who_lost_the_right_is_not_loaded()
    {
        using var office = Host();
        var board = await office.SignedIn(Roles.Board);
        var id = Guid.CreateVersion7();
        await Left(office, id, "auditor@example.org", ("units.csv", Office.Units));
        office.Services.GetRequiredService<UploadQueue>().Ring();
        Assert.Contains("không còn quyền nhập số liệu", await Office.Ended(board, $"/imports/batches/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_put_into_the_inbox_is_loaded_and_moved()
    {
        using var office = Host();
        var board = await office.BoardWithReferenceData();
        var good = await Drop("good.csv", Office.Results);
        var bad = await Drop("bad.csv", Office.ResultsWithMistake.Replace("090101", "090201", StringComparison.Ordinal));
        for (var i = 0; i < 200 && (File.Exists(good) || File.Exists(bad)); i++) await Task.Delay(100, Ct);

        var imports = await Office.History(board);
        Assert.Equal([("bad.csv", "refused", "watch"), ("good.csv", "loaded", "watch")], imports.Take(2).Select(i =>
            (i.GetProperty("file").GetString(), i.GetProperty("state").GetString(), i.GetProperty("by").GetString())).Order());
        Assert.False(File.Exists(good));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "rejected"), "*-bad.csv"));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "rejected"), "*-bad.csv.problems.csv"));
    }

    [Fact]
    public async Task The_sample_is_loaded_once_and_the_areas_account_belongs_to_its_first_area()
    {
        long version;
        using (var office = Host(sample: true))
        {
            var board = await office.SignedIn(Roles.Board);
            var imports = await Office.History(board);
            Assert.Equal(16, imports.Count);
            Assert.All(imports, i => Assert.Equal(("sample", "loaded"), (i.GetProperty("by").GetString(), i.GetProperty("state").GetString())));
            Assert.Equal(["0901"], office.ViewerOf(Roles.Local).Scope.AreaCodes);
            Assert.NotEmpty(office.ViewerOf(Roles.Local).Scope.UnitIds);
            using var reader = office.Store.Read();
            version = reader.State.DataVersion;
            Assert.Equal(1, version);
        }
        using (var office = Host(sample: true))
        {
            var board = await office.SignedIn(Roles.Board);
            Assert.Equal(16, (await Office.History(board)).Count);
            using var reader = office.Store.Read();
            Assert.Equal(version, reader.State.DataVersion);
        }
    }

    [Fact]
    public async Task Half_a_sample_is_completed_at_the_next_start()
    {
        var sample = Path.Combine(Places.Data, "sample");
        using (var office = Host())
        {
            var half = new[] { "units.csv", "changes.csv", "positions.csv", "rounds.csv" };
            new Ingest.Loading.Importer(office.Store, new(folder), TimeProvider.System)
                .Run(half.Select(f => new Ingest.Loading.InputFile(Path.Combine(sample, f), f)).ToList(), null, null, new("sample"), ct: Ct);
        }
        using var again = Host(sample: true);
        Assert.Equal(16, (await Office.History(await again.SignedIn(Roles.Board))).Count);
    }

    [Fact]
    public async Task A_store_with_anything_of_others_and_one_in_production_get_no_sample()
    {
        using (var office = Host()) await office.BoardWithReferenceData();
        using (var office = Host(sample: true)) Assert.Equal(3, (await Office.History(await office.SignedIn(Roles.Board))).Count);
        using var production = new Office { LoadSample = true, EnvironmentName = "Production" };
        using var db = production.Store.Open();
        Assert.Empty(db.Imports);
        Assert.Empty(db.Users);
    }

    Office Host(bool sample = false) => new() { Folder = folder, KeepFolder = true, LoadSample = sample };

    static Task Left(Office office, Guid id, string by, params (string Name, string Content)[] files) =>
        new UploadFolders(office.Services.GetRequiredService<Installation>()).Add(
            new UploadBatch(id, DateTime.UtcNow, by, null, null, false, null, files.Select(f => f.Name).ToList()),
            files.Select(f => (Func<Stream, Task>)(s => s.WriteAsync(Encoding.UTF8.GetBytes(f.Content)).AsTask())).ToList());

    async Task<string> Drop(string name, string content)
    {
        var path = Path.Combine(folder, "inbox", name);
        Directory.CreateDirectory(Path.Combine(folder, "inbox"));
        await File.WriteAllTextAsync(path + ".part", content, Ct);
        File.SetLastWriteTimeUtc(path + ".part", DateTime.UtcNow.AddSeconds(-10));
        File.Move(path + ".part", path);
        return path;
    }
}
