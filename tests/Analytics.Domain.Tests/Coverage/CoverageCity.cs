using Analytics.Domain.Coverage;
using Analytics.Domain.Imports;
using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;

namespace Analytics.Domain.Tests.Coverage;

/// <summary>
/// A city of one district with five communes, A1 to A5, until 1 July 2025, and of two communes without a district since: B1, made of A1
/// and A2, and B2, made of A3 and a part of A2. Rounds every other year in December, results due on 15 January; in 2026 in October, due
/// on 10 November. Nothing is recorded in it but what a test writes down.
/// </summary>
sealed class CoverageCity : IDisposable
{
    public static readonly DateOnly Reform = new(2025, 7, 1);

    readonly string folder = Directory.CreateTempSubdirectory("analytics-coverage-").FullName;
    readonly Store store;
    int next;

    string Place => Path.Combine(folder, "test.db");

    public CoverageCity()
    {
        store = Store.At(TestStores.Setting(Place), folder);
        store.Prepare();
        Write(db =>
        {
            db.Units.AddRange(
                Unit(1, "C", UnitLevel.Province, null), Unit(2, "D", UnitLevel.District, "C", to: Reform),
                Unit(11, "A1", UnitLevel.Commune, "D", to: Reform), Unit(12, "A2", UnitLevel.Commune, "D", to: Reform), Unit(13, "A3", UnitLevel.Commune, "D", to: Reform),
                Unit(14, "A4", UnitLevel.Commune, "D", to: Reform), Unit(15, "A5", UnitLevel.Commune, "D", to: Reform),
                Unit(21, "B1", UnitLevel.Commune, "C", from: Reform), Unit(22, "B2", UnitLevel.Commune, "C", from: Reform));
            db.UnitChanges.AddRange(Merge("A1", "B1"), Merge("A2", "B1"), Merge("A3", "B2"), Merge("A2", "B2", whole: false));
            db.Positions.AddRange(new Position { Id = 1, Code = "PC-CHAIR", NameVi = "Chủ tịch HĐND", Sort = 1 }, new Position { Id = 2, Code = "PPC-CHAIR", NameVi = "Chủ tịch UBND", Sort = 2 });
            db.Rounds.AddRange(Round(18), Round(20), Round(22), Round(24));
            db.Rounds.Add(new Round { Id = 26, Code = "R26", NameVi = "Đợt 2026", RegimeId = "CITY-2026", HeldFrom = new(2026, 10, 1), HeldTo = new(2026, 10, 31), Due = new(2026, 11, 10), Level = UnitLevel.Commune });
        });
    }

    /// <summary>R24: held in December 2024, due 15 January 2025.</summary>
    static Round Round(int year) => new()
    { Id = year, Code = "R" + year, NameVi = "Đợt 20" + year, RegimeId = "VFF-2007", HeldFrom = new(2000 + year, 12, 1), HeldTo = new(2000 + year, 12, 31), Due = new(2001 + year, 1, 15), Level = UnitLevel.Commune };

    static Unit Unit(int id, string code, UnitLevel level, string? parent, DateOnly? from = null, DateOnly? to = null) => new()
    { Id = id, Code = code, Name = code, NameFolded = code, SortKey = code, Level = level, ParentCode = parent, ValidFrom = from, ValidTo = to, AreaCode = from is null ? null : "D" };

    static UnitChange Merge(string from, string to, bool whole = true) => new() { EffectiveDate = Reform, Kind = UnitChangeKind.Merge, FromCode = from, ToCode = to, Whole = whole };

    public void Write(Action<AnalyticsDb> change)
    {
        using var writer = store.Write(TestContext.Current.CancellationToken);
        change(writer.Db);
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    static int IdOf(string unit) => int.Parse(unit[1..], System.Globalization.CultureInfo.InvariantCulture) + (unit[0] == 'A' ? 10 : 20);

    /// <summary>Somebody writes down a step; the moment is that of the day it is about, at noon, unless given. UTC.</summary>
    public void Step(int round, string unit, CoverageStep step, DateOnly on, DateTime? at = null, DateTime? removed = null) => Write(db => db.StepRecords.Add(new()
    { RoundId = round, UnitId = IdOf(unit), Step = step, On = on, At = at ?? on.ToDateTime(new(12, 0)), By = "office@example.org", RemovedAt = removed, RemovedBy = removed is null ? null : "other@example.org" }));

    /// <summary>A post of the roster.</summary>
    public void Due(int round, string unit, int position, RosterStatus status = RosterStatus.Due) => Write(db =>
    {
        var import = Import(db, "roster", new(2024, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        db.Roster.Add(new() { Id = ++next, RoundId = round, UnitId = IdOf(unit), PositionId = position, Status = status, OfficialKey = status == RosterStatus.Due ? $"c:{unit}{position}" : "", ImportId = import, RowNumber = 1, FromVersion = 1 });
    });

    /// <summary>The result of one official, loaded at a moment; its id.</summary>
    public int Result(int round, string unit, int position, DateTime loaded, DateOnly? heldOn = null, string? exempt = null)
    {
        var id = ++next;
        Write(db =>
        {
            var import = Import(db, "results", loaded);
            db.Persons.Add(new Person { Id = id, Name = "Người " + id, NameFolded = "nguoi " + id, SortKey = "" });
            db.SaveChanges();
            db.Results.Add(new()
            {
                Id = id,
                Sequence = id,
                RoundId = round,
                UnitId = IdOf(unit),
                PositionId = position,
                PersonId = id,
                OfficialKey = $"c:{unit}{position}",
                OfficialName = "Người " + id,
                HeldOn = heldOn,
                Exempt = exempt,
                ImportId = import,
                RowNumber = id,
                FromVersion = 1,
                Collected = 60,
                Middle = 55,
                Low = 5,
            });
        });
        return id;
    }

    public void Verified(int result, DateTime at, DateTime? revoked = null) =>
        Write(db => db.Verifications.Add(new() { ResultId = result, At = at, By = "second@example.org", RevokedAt = revoked, RevokedBy = revoked is null ? null : "third@example.org" }));

    static int Import(AnalyticsDb db, string kind, DateTime at)
    {
        var import = new Import { FileName = kind + ".csv", Sha256 = "", Kind = kind, By = "loader@example.org", At = at };
        db.Imports.Add(import);
        db.SaveChanges();
        return import.Id;
    }

    public T Read<T>(Func<AnalyticsDb, ReferenceData, T> look)
    {
        using var db = store.Open();
        return look(db, ReferenceData.Load(db));
    }

    public RoundProgress Progress(int round, DateOnly today, DateTime? end = null) => Read((db, reference) => ProgressQuery.Of(db, reference, reference.Round(round)!, today, end));

    public UnitProgress Unit(int round, string unit, DateTime? end = null) => Progress(round, new(2027, 1, 1), end).Units.Single(u => u.Unit.Code == unit);

    public void Dispose()
    {
        TestStores.Remove(Place);
        Directory.Delete(folder, recursive: true);
    }
}
