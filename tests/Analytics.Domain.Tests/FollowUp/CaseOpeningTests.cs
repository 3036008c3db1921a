using Analytics.Domain.FollowUp;
using Analytics.Domain.Imports;
using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Tests.FollowUp;

/// <summary>Cases that publishing opens, and what corrections of a result do to them.</summary>
public sealed class CaseOpeningTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("analytics-cases-").FullName;
    readonly Store store;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Place => Path.Combine(folder, "test.db");

    public CaseOpeningTests()
    {
        store = Store.At(TestStores.Setting(Place), folder);
        store.Prepare();
        Write(db =>
        {
            db.Units.AddRange(Unit(1, "C", UnitLevel.Province, null), Unit(2, "D", UnitLevel.District, "C"), Unit(3, "X1", UnitLevel.Commune, "D"));
            db.Positions.AddRange(new Position { Id = 1, Code = "PC-CHAIR", NameVi = "Chủ tịch HĐND", Sort = 1 }, new Position { Id = 2, Code = "PPC-CHAIR", NameVi = "Chủ tịch UBND", Sort = 2 });
            db.Rounds.Add(new Round { Id = 1, Code = "R", NameVi = "Đợt", RegimeId = "CITY-2026", HeldFrom = new(2026, 10, 1), HeldTo = new(2026, 10, 31), Level = UnitLevel.Commune });
            db.Imports.Add(new Import { Id = 1, FileName = "f.csv", Sha256 = "", Kind = "results", By = "test" });
            db.Persons.AddRange(Enumerable.Range(1, 3).Select(i => new Person { Id = i, Name = "Người " + i, NameFolded = "", SortKey = "" }));
        });
    }

    public void Dispose()
    {
        TestStores.Remove(Place);
        Directory.Delete(folder, recursive: true);
    }

    static Unit Unit(int id, string code, UnitLevel level, string? parent) => new() { Id = id, Code = code, Name = code, NameFolded = code, SortKey = code, Level = level, ParentCode = parent };

    void Write(Action<AnalyticsDb> change)
    {
        using var writer = store.Write(Ct);
        change(writer.Db);
        writer.RaiseWorkVersion();
        writer.Commit();
    }

    /// <summary>A result of 60 ballots in the pending version.</summary>
    void Load(int id, int person, int low, int post = 1, int? instead = null) => Write(db =>
    {
        var version = db.State.Single().DataVersion + 1;
        var sequence = id;
        if (instead is { } old)
        {
            var closed = db.Results.Single(r => r.Id == old);
            (closed.ToVersion, sequence) = (version, closed.Sequence);
            db.SaveChanges();
        }
        db.Results.Add(new Result
        {
            Id = id,
            Sequence = sequence,
            RoundId = 1,
            UnitId = 3,
            PositionId = post,
            PersonId = person,
            OfficialKey = "c:" + person,
            OfficialName = "Người " + person,
            ImportId = 1,
            RowNumber = id,
            FromVersion = version,
            Collected = 60,
            High = 60 - low,
            Middle = 0,
            Low = low,
        });
        db.StaleMarks.Add(new StaleMark { RoundId = 1, UnitId = 3 });
    });

    void Verify(params int[] results) => Write(db =>
    {
        db.Verifications.AddRange(results.Select(r => new Verification { ResultId = r, By = "second", At = DateTime.UtcNow }));
        db.StaleMarks.Add(new StaleMark { RoundId = 1, UnitId = 3 });
    });

    void Publish() => TrendRefresh.Run(store, TimeProvider.System, ct: Ct);

    List<FollowUpCase> Cases()
    {
        using var db = store.Open();
        return db.Cases.AsNoTracking().OrderBy(c => c.PersonId).ToList();
    }

    string Timeline(int person)
    {
        using var db = store.Open();
        var id = db.Cases.Single(c => c.PersonId == person).Id;
        return string.Join("; ", db.CaseEvents.Where(e => e.CaseId == id).OrderBy(e => e.Id).AsEnumerable().Select(e => $"{e.Revision} {e.By} {e.Kind.Code()} {e.Old}>{e.New}"));
    }

    [Fact]
    public void Only_a_compared_result_at_a_line_opens_a_case()
    {
        Load(1, person: 1, low: 31);
        Load(2, person: 2, low: 31, post: 2);
        Load(3, person: 3, low: 30, post: 2);
        Verify(1, 3);
        Publish();
        var opened = Assert.Single(Cases());
        Assert.Equal((1, CaseReason.Threshold, "may-resign", 31, 60, CaseStage.Opinions, CaseEvent.System), (opened.PersonId, opened.Reason, opened.StandingCode, opened.Count!.Value, opened.Base!.Value, opened.Stage, opened.OpenedBy));
        Assert.Equal(31 / 60.0, opened.LowShare!.Value, 12);
        Assert.Equal("1 system opened >threshold", Timeline(1));
    }

    [Fact]
    public void Publishing_again_opens_nothing_and_tells_nothing()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        TrendRefresh.Run(store, TimeProvider.System, everything: true, Ct);
        Write(db => db.StaleMarks.Add(new StaleMark()));
        Publish();
        Assert.Equal(1, Assert.Single(Cases()).Revision);
        Assert.Equal("1 system opened >threshold", Timeline(1));
    }

    [Fact]
    public void One_official_with_two_posts_has_one_case_on_the_stronger_standing()
    {
        Load(1, person: 1, low: 31);
        Load(2, person: 1, low: 40, post: 2);
        Verify(1, 2);
        Publish();
        var opened = Assert.Single(Cases());
        Assert.Equal((2, "dismissal", 2, 2), (opened.ResultId, opened.StandingCode, opened.PositionId, opened.Strength));
    }

    [Fact]
    public void A_correction_that_takes_the_reason_away_asks_to_close_and_one_that_brings_it_back_says_so()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        Load(2, person: 1, low: 29, instead: 1);
        Publish();
        var lifted = Assert.Single(Cases());
        Assert.NotNull(lifted.LiftedAt);
        Assert.Equal((2, 29, Standing.None, false, 0), (lifted.ResultId, lifted.Count!.Value, lifted.StandingCode, lifted.IsClosed, lifted.Strength));
        Load(3, person: 1, low: 32, instead: 2);
        Publish();
        Assert.Null(Assert.Single(Cases()).LiftedAt);
        Assert.Equal("1 system opened >threshold; 2 system figures 31/60>29/60; 2 system standing may-resign>none; 2 system lifted >; 3 system figures 29/60>32/60; 3 system standing none>may-resign; 3 system restored >", Timeline(1));
    }

    [Fact]
    public void A_withdrawn_result_takes_the_reason_away()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        Write(db =>
        {
            db.Results.Single(r => r.Id == 1).ToVersion = db.State.Single().DataVersion + 1;
            db.StaleMarks.Add(new StaleMark { RoundId = 1, UnitId = 3 });
        });
        Publish();
        Assert.NotNull(Assert.Single(Cases()).LiftedAt);
    }

    [Fact]
    public void A_case_that_was_dropped_is_taken_up_again_when_its_reason_is_there_and_compared_again()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        Load(2, person: 1, low: 29, instead: 1);
        Publish();
        Write(db =>
        {
            var known = db.Cases.Single();
            (known.Stage, known.Outcome, known.ClosedAt) = (CaseStage.Closed, CaseOutcome.Dropped, DateTime.UtcNow);
        });
        Load(3, person: 1, low: 33, instead: 2);
        Publish();
        Assert.True(Assert.Single(Cases()).IsClosed);
        Verify(3);
        Publish();
        var again = Assert.Single(Cases());
        Assert.Equal((CaseStage.Opinions, null, null), (again.Stage, again.Outcome, again.ClosedAt));
    }

    [Fact]
    public void A_case_of_another_reason_that_was_dropped_is_taken_up_again_at_a_line()
    {
        Load(1, person: 1, low: 20);
        Publish();
        Write(db =>
        {
            var made = CaseOpening.ByReviewer(db, ReferenceData.Load(db), 1, CaseReason.Alarm, "xem thêm", "board", DateTime.UtcNow)!;
            (made.Stage, made.Outcome, made.ClosedAt) = (CaseStage.Closed, CaseOutcome.Dropped, DateTime.UtcNow);
        });
        Load(2, person: 1, low: 31, instead: 1);
        Publish();
        Assert.True(Assert.Single(Cases()).IsClosed);
        Verify(2);
        Publish();
        var again = Assert.Single(Cases());
        Assert.Equal((CaseReason.Alarm, "may-resign", CaseStage.Opinions, null), (again.Reason, again.StandingCode, again.Stage, again.Outcome));
    }

    [Fact]
    public void A_case_that_was_closed_with_a_conclusion_stays_closed()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        Write(db =>
        {
            var known = db.Cases.Single();
            (known.Stage, known.Outcome, known.ClosedAt) = (CaseStage.Closed, CaseOutcome.Reminded, DateTime.UtcNow);
        });
        Load(2, person: 1, low: 40, instead: 1);
        Verify(2);
        Publish();
        var closed = Assert.Single(Cases());
        Assert.Equal((true, "dismissal"), (closed.IsClosed, closed.StandingCode));
    }

    [Fact]
    public void A_case_is_in_sight_of_those_who_see_the_unit()
    {
        Load(1, person: 1, low: 31);
        Verify(1);
        Publish();
        using var own = store.Read(new Access.Scope(false, true, false, false, [3], ["D"], "x"));
        Assert.Equal((1, 1), (own.Db.Cases.Count(), own.Db.CaseEvents.Count()));
        using var other = store.Read(new Access.Scope(false, true, false, false, [2], ["D"], "x"));
        Assert.Equal((0, 0), (other.Db.Cases.Count(), other.Db.CaseEvents.Count()));
    }
}
