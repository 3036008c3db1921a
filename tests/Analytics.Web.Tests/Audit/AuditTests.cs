using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Audit;

public class AuditTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_and_out_and_failing_to_are_recorded_without_the_password()
    {
        using var host = new TestHost();
        var client = await host.SignedIn(Roles.Board);
        await TestHost.Post(client, "/sign-out");
        await TestHost.SignIn(host.Anonymous(), "local@example.org", "wrong-password-1");
        host.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = host.Store.Open();
        Assert.Equal([("board@example.org", "sign-in"), ("board@example.org", "sign-out"), ("local@example.org", "sign-in-failed")],
            db.Audit.OrderBy(a => a.Id).Select(a => new { a.User, a.Action }).AsEnumerable().Select(a => (a.User, a.Action)));
        Assert.DoesNotContain(db.Audit.AsEnumerable(), a => a.Target.Contains("wrong-password-1", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_killed_process_left_in_the_spool_is_stored_once_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-audit-").FullName;
        try
        {
            var left = Line("a1") + Line("a2") + Line("a2") + "{\"Key\":\"torn";
            Spool(folder, "spool-20261123-120000-000-1.jsonl", left);
            using (var first = new TestHost { Folder = folder, KeepFolder = true }) Assert.Equal(["a1", "a2"], Stored(first.Store, 2));

            // Killed after the commit and before the file was deleted: the same lines are found again, and one more.
            Spool(folder, "spool-20261123-120000-000-1.jsonl", left);
            Spool(folder, "spool-20261123-130000-000-2.jsonl", Line("a3"));
            using (var second = new TestHost { Folder = folder, KeepFolder = true }) Assert.Equal(["a1", "a2", "a3"], Stored(second.Store, 3));
            Assert.Empty(Directory.GetFiles(Path.Combine(folder, "audit")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void An_entry_is_on_the_disk_before_anything_else_happens_and_looking_waits_for_no_writer()
    {
        using var host = new TestHost();
        var spool = host.Services.GetRequiredService<AuditSpool>();
        using (host.Store.Write(Ct))
        {
            spool.Append(new SpooledEntry("k1", DateTime.UnixEpoch, "board@example.org", "view", "/officials", 12));
            var file = Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "audit"), "spool-*.jsonl"), f => new FileInfo(f).Length > 0);
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.Contains("\"k1\"", reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Stopping_the_host_moves_what_is_left()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-audit-").FullName;
        try
        {
            using (var host = new TestHost { Folder = folder, KeepFolder = true })
                host.Services.GetRequiredService<AuditSpool>().Append(new SpooledEntry("k9", DateTime.UnixEpoch, "board@example.org", "view", "/", null));
            Assert.Equal(["k9"], Stored(Store.At(TestStores.Setting(Path.Combine(folder, "test.db")), folder), 1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static List<string> Stored(Store store, int expected)
    {
        // The first move runs in the background right after the start.
        for (var patience = 0; ; patience++)
        {
            using var db = store.Open();
            var keys = db.Audit.OrderBy(a => a.EntryKey).Select(a => a.EntryKey).ToList();
            if (keys.Count >= expected || patience > 100) return keys;
            Thread.Sleep(50);
        }
    }

    static string Line(string key) => JsonSerializer.Serialize(new SpooledEntry(key, DateTime.UnixEpoch, "board@example.org", "view", "/officials", 3)) + "\n";

    static void Spool(string folder, string name, string lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, "audit"));
        File.WriteAllText(Path.Combine(folder, "audit", name), lines);
    }
}
