using Analytics.Domain.Access;
using Analytics.Domain.Annotations;
using Analytics.Domain.Audit;
using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Imports;
using Analytics.Domain.Mails;
using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Schedules;
using Analytics.Domain.Settings;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Domain.Storage;

/// <summary>
/// The store. Two named query filters stand on everything versioned or scoped, so that no reader can forget them:
/// <see cref="PublishedFilter"/> shows the state of <see cref="Version"/>, <see cref="ScopeFilter"/> what
/// <see cref="Scope"/> allows. Providers derive from this class and bring their own migrations.
/// </summary>
public abstract class AnalyticsDb(DbContextOptions options) : IdentityDbContext<User, IdentityRole<int>, int>(options)
{
    public const string PublishedFilter = "Published";
    public const string ScopeFilter = "Scope";

    /// <summary>Version to read; <see cref="Pending"/> includes what is loaded but not yet published.</summary>
    public long Version { get; set; } = Pending;

    public const long Pending = long.MaxValue - 1;

    public Scope Scope { get; set; } = Scope.Everything;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitChange> UnitChanges => Set<UnitChange>();
    public DbSet<Position> Positions => Set<Position>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<RegimeRow> Regimes => Set<RegimeRow>();
    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<PersonMatch> PersonMatches => Set<PersonMatch>();
    public DbSet<RosterEntry> Roster => Set<RosterEntry>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<ThresholdMark> ThresholdMarks => Set<ThresholdMark>();
    public DbSet<Verification> Verifications => Set<Verification>();
    public DbSet<MinutesScan> MinutesScans => Set<MinutesScan>();
    public DbSet<UnitQuality> UnitQuality => Set<UnitQuality>();
    public DbSet<StepRecord> StepRecords => Set<StepRecord>();
    public DbSet<RoundPlan> RoundPlans => Set<RoundPlan>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Urging> Urgings => Set<Urging>();
    public DbSet<RoundText> RoundTexts => Set<RoundText>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<RoundReport> RoundReports => Set<RoundReport>();
    public DbSet<ReportEvent> ReportEvents => Set<ReportEvent>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<RoundParameters> RoundParameters => Set<RoundParameters>();
    public DbSet<StaleMark> StaleMarks => Set<StaleMark>();
    public DbSet<StoreState> State => Set<StoreState>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Schedule> Schedules => Set<Schedule>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<Briefing> Briefings => Set<Briefing>();
    public DbSet<Annotation> Annotations => Set<Annotation>();
    public DbSet<FollowUpCase> Cases => Set<FollowUpCase>();
    public DbSet<CaseItem> CaseItems => Set<CaseItem>();
    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<ProposalAnswer> ProposalAnswers => Set<ProposalAnswer>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Rows of one table, fast; see <see cref="BulkInsert"/>.</summary>
    /// <param name="table">Table and columns are literals of this program, never input.</param>
    public abstract BulkInsert Bulk(string table, IReadOnlyList<string> columns);

    /// <summary>
    /// Puts an empty table of this connection alone before each of the named ones, until it is closed or its transaction ends: what
    /// is then read and written under the name is the new one.
    /// </summary>
    /// <param name="tables">Literals of this program.</param>
    internal abstract void Shadow(params IEnumerable<string> tables);

    /// <summary>The rows of a query in the current transaction, fast; see <see cref="RowScan"/>.</summary>
    /// <param name="sql">Of literals of this program and numbers, never of input.</param>
    public virtual RowScan Scan(string sql)
    {
        Database.OpenConnection();
        var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return new ReaderScan(command);
    }

    /// <summary>The same for whoever wants every row: the fastest way to read a table.</summary>
    /// <param name="columns">Expressions of literals of this program.</param>
    /// <param name="rest">From FROM on.</param>
    /// <param name="row">Called for each row; asks nothing else of the context, and keeps nothing of the scan.</param>
    public virtual void ForEach(IReadOnlyList<string> columns, string rest, Action<RowScan> row)
    {
        using var rows = Scan($"SELECT {string.Join(", ", columns)} {rest}");
        while (rows.Next()) row(rows);
    }

    /// <summary>The rows of a query with all its filters, fast; columns stand as they are selected.</summary>
    /// <param name="query">Selects numbers and truths only.</param>
    public virtual RowScan Scan(IQueryable query) => new ReaderScan(query.CreateDbCommand());

    /// <summary>
    /// Takes indexes away inside the current transaction, for very many rows into tables that were empty, and returns what
    /// makes them again; a transaction that is given up needs not do that.
    /// </summary>
    /// <remarks>A database that would let nobody read the tables meanwhile keeps them.</remarks>
    /// <param name="indexes">Names; literals of this program.</param>
    public virtual Action SetAside(IReadOnlyList<string> indexes) => () => { };

    /// <summary>Removes every row of a table that nothing refers to.</summary>
    internal void Empty(string table) => Execute($"DELETE FROM \"{table}\"");

    /// <summary>After rows came in with their numbers: new ones are numbered on from the highest.</summary>
    internal virtual void NumberOnFrom(string table, string column) { }

    /// <summary>What the database itself can say of its soundness: checks, each with what is wrong.</summary>
    public abstract IEnumerable<(string Check, IReadOnlyList<string> Wrong)> VerifyDatabase();

    private protected void Execute(string sql)
    {
        Database.OpenConnection();
        using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The first texts a query gives in its first column.</summary>
    /// <param name="sql">A literal of this program.</param>
    private protected List<string> Texts(string sql, int most = 10)
    {
        Database.OpenConnection();
        using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (texts.Count < most && rows.Read()) texts.Add(rows.GetValue(0).ToString() ?? "");
        return texts;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampCases();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampCases();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    void StampCases()
    {
        var written = ChangeTracker.Entries<FollowUpCase>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        if (written.Count == 0) return;
        var next = State.AsNoTracking().Select(s => s.WorkVersion).Single() + 1;
        foreach (var entry in written) entry.Entity.WrittenIn = next;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstants>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AnalyticsDb).Assembly);

        builder.Entity<Result>().HasQueryFilter(PublishedFilter, r => r.FromVersion <= Version && (r.ToVersion == null || r.ToVersion > Version));
        builder.Entity<RosterEntry>().HasQueryFilter(PublishedFilter, r => r.FromVersion <= Version && (r.ToVersion == null || r.ToVersion > Version));
        builder.Entity<RuleVersion>().HasQueryFilter(PublishedFilter, r => r.FromVersion <= Version && (r.ToVersion == null || r.ToVersion > Version));

        builder.Entity<Result>().HasQueryFilter(ScopeFilter, r => Scope.AllUnits || Scope.UnitIds.Contains(r.UnitId));
        builder.Entity<RosterEntry>().HasQueryFilter(ScopeFilter, r => Scope.AllUnits || Scope.UnitIds.Contains(r.UnitId));
        builder.Entity<Person>().HasQueryFilter(ScopeFilter, p => Scope.AllUnits || Results.Any(r => r.PersonId == p.Id));
        builder.Entity<PersonMatch>().HasQueryFilter(ScopeFilter, m => Scope.AllUnits || Scope.UnitIds.Contains(m.UnitId));
        builder.Entity<Verification>().HasQueryFilter(ScopeFilter, v => Scope.AllUnits || Results.Any(r => r.Id == v.ResultId));
        builder.Entity<MinutesScan>().HasQueryFilter(ScopeFilter, s => Scope.AllUnits || Scope.UnitIds.Contains(s.UnitId));
        builder.Entity<UnitQuality>().HasQueryFilter(ScopeFilter, q => Scope.AllUnits || Scope.UnitIds.Contains(q.UnitId));
        builder.Entity<ThresholdMark>().HasQueryFilter(ScopeFilter, m => Scope.AllUnits || Results.Any(r => r.Id == m.ResultId));
        builder.Entity<Contact>().HasQueryFilter(ScopeFilter, c => Scope.AllUnits || Scope.UnitIds.Contains(c.BodyId));
        builder.Entity<Urging>().HasQueryFilter(ScopeFilter, u => Scope.AllUnits || Scope.UnitIds.Contains(u.BodyId));
        builder.Entity<RoundText>().HasQueryFilter(ScopeFilter, t => Scope.AllUnits || (t.UnitId != null && Scope.UnitIds.Contains(t.UnitId.Value)));
        builder.Entity<Opinion>().HasQueryFilter(ScopeFilter, o => Scope.AllUnits || (o.UnitId != null && Scope.UnitIds.Contains(o.UnitId.Value)));
        builder.Entity<FollowUpCase>().HasQueryFilter(ScopeFilter, c => Scope.AllUnits || Scope.UnitIds.Contains(c.UnitId));
        builder.Entity<CaseItem>().HasQueryFilter(ScopeFilter, i => Scope.AllUnits || Cases.Any(c => c.Id == i.CaseId));
        builder.Entity<CaseFile>().HasQueryFilter(ScopeFilter, f => Scope.AllUnits || Cases.Any(c => c.Id == f.CaseId));
        builder.Entity<ProposalAnswer>().HasQueryFilter(ScopeFilter, a => Scope.AllUnits || Scope.UnitIds.Contains(a.UnitId));
        builder.Entity<CaseEvent>().HasQueryFilter(ScopeFilter, e => Scope.AllUnits || Cases.Any(c => c.Id == e.CaseId));
        builder.Entity<Snapshot>().HasQueryFilter(ScopeFilter, s =>
            Scope.Aggregates && (Scope.AllAreas || s.By == TrendBy.City || s.By == TrendBy.Position || Scope.AreaCodes.Contains(s.Key)));
        builder.Entity<Import>().HasQueryFilter(ScopeFilter, i => Scope.AllImports || i.By == Scope.UserName);
        builder.Entity<ImportProblem>().HasQueryFilter(ScopeFilter, p => Scope.AllImports || Imports.Any(i => i.Id == p.ImportId));

        SnakeCase.Apply(builder);
    }
}
