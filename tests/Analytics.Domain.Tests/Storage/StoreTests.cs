using Analytics.Domain.Access;
using Analytics.Domain.Imports;
using Analytics.Domain.Names;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("analytics-store-").FullName;
    readonly Store store;

    string Place => Path.Combine(folder, "test.db");

    public StoreTests()
    {
        store = Store.At(TestStores.Setting(Place), folder);
        store.Prepare();
    }

    public void Dispose()
    {
        TestStores.Remove(Place);
        Directory.Delete(folder, recursive: true);
    }

    void Fill(int results)
    {
        using var writer = store.Write(TestContext.Current.CancellationToken);
        var db = writer.Db;
        db.Units.AddRange(Unit(1, "C", UnitLevel.Province, null), Unit(2, "D", UnitLevel.District, "C"), Unit(3, "X1", UnitLevel.Commune, "D"), Unit(4, "X2", UnitLevel.Commune, "D"));
        db.Positions.Add(new Position { Id = 1, Code = "PC-CHAIR", NameVi = "Chủ tịch HĐND", Sort = 1 });
        db.Rounds.Add(new Round { Id = 1, Code = "R", NameVi = "Đợt", RegimeId = "VFF-2007", HeldFrom = new(2010, 12, 1), HeldTo = new(2010, 12, 31), Level = UnitLevel.Commune });
        db.Imports.Add(new Import { Id = 1, FileName = "f.csv", Sha256 = "", Kind = "results", By = "test" });
        db.Persons.AddRange(Enumerable.Range(1, results).Select(i => new Person { Id = i, Name = "Người " + i, NameFolded = Folding.Fold("Người " + i), SortKey = "" }));
        db.SaveChanges();
        db.Results.AddRange(Enumerable.Range(1, results).Select(i => Result(i, unit: 3 + i % 2)));
        db.StaleMarks.Add(new StaleMark());
        writer.Commit();
    }

    static Unit Unit(int id, string code, UnitLevel level, string? parent) =>
        new() { Id = id, Code = code, Name = code, NameFolded = code, SortKey = code, Level = level, ParentCode = parent };

    static Result Result(int id, int unit, long from = 1) => new()
    { Id = id, Sequence = id, RoundId = 1, UnitId = unit, PositionId = 1, PersonId = id, OfficialKey = "c:" + id, OfficialName = "Người " + id, ImportId = 1, RowNumber = id, FromVersion = from, Collected = 60, Middle = 55, Low = 5 };

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = store.Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_new_store_holds_the_regimes_and_the_roles_and_nothing_else()
    {
        using var db = store.Open();
        Assert.Equal(9, db.Regimes.Count());
        Assert.Equal(Roles.All.Order(StringComparer.Ordinal), db.Roles.Select(r => r.Name).AsEnumerable().Order(StringComparer.Ordinal));
        Assert.Equal(0, db.Units.Count() + db.Positions.Count() + db.Rounds.Count() + db.Results.Count());
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void Preparing_again_changes_nothing_even_after_a_kill_during_migration()
    {
        using (var db = store.Open())
            db.Database.ExecuteSqlRaw("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT); INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        store.Prepare();
        using var again = store.Open();
        Assert.Equal(9, again.Regimes.Count());
    }

    [Fact]
    public void A_role_that_a_store_lacks_is_there_after_preparing()
    {
        using (var db = store.Open())
        {
            db.Roles.Where(r => r.Name == Roles.Auditor).ExecuteDelete();
            Assert.False(store.IsCurrent());
        }
        store.Prepare();
        Assert.True(store.IsCurrent());
        using var again = store.Open();
        Assert.Equal("AUDITOR", again.Roles.Single(r => r.Name == Roles.Auditor).NormalizedName);
        Assert.Equal(Roles.All.Count, again.Roles.Count());
    }

    [Fact]
    public void Loaded_results_show_only_once_published()
    {
        Fill(4);
        using (var before = store.Read()) Assert.Equal(0, before.Db.Results.Count());
        TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken);
        using var after = store.Read();
        Assert.Equal(4, after.Db.Results.Count());
        Assert.Equal(20, after.Db.Snapshots.Single(s => s.By == TrendBy.City).Low);
    }

    [Fact]
    public void A_reader_does_not_see_a_publication_that_comes_after_it_began()
    {
        Fill(4);
        using var reader = store.Read();
        TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken);
        Assert.Equal(0, reader.Db.Results.Count());
        Assert.Empty(reader.Db.Snapshots);
    }

    [Fact]
    public void A_replaced_result_stays_visible_until_its_successor_is_published_and_in_its_own_version_for_ever()
    {
        Fill(2);
        TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken);
        using (var writer = store.Write(TestContext.Current.CancellationToken))
        {
            var old = writer.Db.Results.Single(r => r.Id == 1);
            (old.ToVersion, old.CloseReason) = (2, "đính chính");
            writer.Db.SaveChanges();
            var corrected = Result(3, old.UnitId, from: 2);
            (corrected.Sequence, corrected.PersonId, corrected.OfficialKey, corrected.Low, corrected.Middle) = (1, 1, old.OfficialKey, 6, 54);
            writer.Db.Results.Add(corrected);
            writer.Db.StaleMarks.Add(new StaleMark { RoundId = 1, UnitId = old.UnitId });
            writer.Commit();
        }
        using (var pending = store.Read()) Assert.Equal(5, pending.Db.Results.Single(r => r.Sequence == 1).Low);
        TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken);
        using var now = store.Read();
        Assert.Equal(6, now.Db.Results.Single(r => r.Sequence == 1).Low);
        Assert.Equal(11, now.Db.Snapshots.Single(s => s.By == TrendBy.City).Low);
        now.Db.Version = 1;
        Assert.Equal(5, now.Db.Results.Single(r => r.Sequence == 1).Low);
    }

    [Fact]
    public void A_scope_of_one_unit_shows_only_its_results_and_people()
    {
        Fill(4);
        TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken);
        using var local = store.Read(Scope.Nothing with { UnitIds = [3], Aggregates = true, AreaCodes = [] });
        Assert.Equal([3, 3], local.Db.Results.Select(r => r.UnitId));
        Assert.Equal(2, local.Db.Persons.Count());
        Assert.DoesNotContain(TrendBy.District, local.Db.Snapshots.Select(s => s.By));
        using var nobody = store.Read(Scope.Nothing);
        Assert.Equal(0, nobody.Db.Results.Count() + nobody.Db.Persons.Count() + nobody.Db.Snapshots.Count());
    }

    [Fact]
    public void A_refresh_with_nothing_stale_publishes_nothing()
    {
        Fill(2);
        Assert.Equal(1, TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken).Version);
        Assert.False(TrendRefresh.Run(store, TimeProvider.System, ct: TestContext.Current.CancellationToken).Published);
        using var reader = store.Read();
        Assert.Equal(1, reader.State.DataVersion);
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void Only_one_holder_has_the_server_lock_and_the_second_is_told_who()
    {
        using var first = ServerLock.Take(store, "watch");
        var refused = Assert.Throws<StoreException>(() => ServerLock.Take(store, "web"));
        Assert.Contains("watch, process", refused.Message, StringComparison.Ordinal);
    }
}
