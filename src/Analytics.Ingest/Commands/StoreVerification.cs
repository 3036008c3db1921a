using System.Security.Cryptography;
using Analytics.Domain.Imports;
using Analytics.Domain.Minutes;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Commands;

/// <summary>Checks one consistent state of the store, each check by another way than the one that wrote it.</summary>
sealed class StoreVerification(Reader reader, Archive archive)
{
    readonly AnalyticsDb db = reader.Db;

    public IEnumerable<(string Check, IReadOnlyList<string> Wrong)> Run(CancellationToken ct)
    {
        foreach (var check in db.VerifyDatabase()) yield return check;
        yield return ("versions of results", Versions());
        var reference = ReferenceData.Load(db);
        yield return ("counts within each other", Counts(reference));
        if (AwaitsRefresh()) yield return ("published trends: not compared, they wait for \"refresh\"", []);
        else yield return ("published trends equal to trends computed anew", Trends(reference, ct));
        yield return ("a follow-up case for everybody at a threshold whose result is compared with the minutes", Cases());
        yield return ("archived files", Files(ct));
        yield return ("results equal to the archived files they came from", new ArchiveComparison(db, archive).Run(ct));
    }

    /// <summary>
    /// Whether units, posts, rounds or formulas changed since the last publication: they show at once, trends follow at
    /// the refresh. Results that wait for it do not matter here, for what is compared is what is published.
    /// </summary>
    bool AwaitsRefresh() => (reader.State.FormulaVersion != TrendRefresh.FormulaVersion && db.Snapshots.Any()) || db.StaleMarks.Any(m => m.RoundId == null || m.UnitId == null);

    List<string> Versions()
    {
        var next = reader.State.DataVersion + 1;
        var all = db.Results.IgnoreQueryFilters();
        var wrong = new List<string>();
        Count(all.Count(r => r.FromVersion > next || r.ToVersion > next), "results of a version that is not there yet");
        Count(all.Count(r => r.ToVersion < r.FromVersion), "results that end before they begin");
        Count(all.Count(r => r.ToVersion != null && r.CloseReason == null), "results closed without a reason");
        Count(all.GroupBy(r => new { r.RoundId, r.UnitId, r.PositionId, r.OfficialKey }).Count(g => g.Count(r => r.ToVersion == null) > 1), "results current twice");
        return wrong;

        void Count(int number, string what)
        {
            if (number > 0) wrong.Add($"{number} {what}");
        }
    }

    List<string> Counts(ReferenceData reference)
    {
        const BrokenRelations told = BrokenRelations.LevelsUnderValid | BrokenRelations.IssuedNotPresent;
        var broken = 0;
        foreach (var r in db.Results.AsNoTracking().AsEnumerable())
        {
            var regime = reference.RegimeOf(reference.Round(r.RoundId)!);
            var relations = Reconciliation.Of(r.Counts, regime.Options, regime.Base) & ~told;
            if (relations != BrokenRelations.None || (r.Exempt is not null && r.Counts != default)) broken++;
        }
        return broken == 0 ? [] : [$"{broken} results whose counts contradict each other"];
    }

    List<string> Trends(ReferenceData reference, CancellationToken ct)
    {
        var by = new HashSet<TrendBy> { TrendBy.City, TrendBy.District, TrendBy.Position, TrendBy.DistrictPosition };
        var computation = TrendComputation.Over(db, reference, by, ct: ct);
        var fresh = computation.Snapshots().ToDictionary(Key);
        var stored = db.Snapshots.AsNoTracking().ToDictionary(Key);
        var wrong = fresh.Where(f => !stored.TryGetValue(f.Key, out var s) || !Same(f.Value, s)).Select(f => $"{f.Key} differs").Take(10).ToList();
        wrong.AddRange(stored.Keys.Where(k => !fresh.ContainsKey(k)).Select(k => $"{k} is stored without results").Take(10));
        var marks = computation.Marks.Select(m => (m.ResultId, m.Standing)).ToHashSet();
        if (!marks.SetEquals(db.ThresholdMarks.AsNoTracking().Select(m => new { m.ResultId, m.Standing }).AsEnumerable().Select(m => (m.ResultId, m.Standing))))
            wrong.Add("threshold marks differ");
        if (!UnitQualityPass.Computed(db, reference).Select(Figures).ToHashSet().SetEquals(db.UnitQuality.AsNoTracking().AsEnumerable().Select(Figures)))
            wrong.Add("the quality of units' figures differs");
        return wrong;
    }

    List<string> Cases()
    {
        var without = (from m in db.ThresholdMarks
                       join r in db.Results on m.ResultId equals r.Id
                       where db.Verifications.Any(v => v.ResultId == r.Id && v.RevokedAt == null) && !db.Cases.Any(c => c.RoundId == r.RoundId && c.PersonId == r.PersonId)
                       select r.PersonId).Distinct().Count();
        return without == 0 || db.StaleMarks.Any() ? [] : [$"{without} officials have none"];
    }

    static (int, int, int, int, int, int, int, bool, long?) Figures(UnitQuality q) =>
        (q.RoundId, q.UnitId, q.Officials, q.Complete, q.Reconciled, q.Published, q.Confirmed, q.SameCounts, q.Fingerprint);

    static (TrendBy, string, string, int) Key(Snapshot s) => (s.By, s.Key, s.Position, s.RoundId);

    static bool Same(Snapshot a, Snapshot b) =>
        (a.Officials, a.LeftOut, a.Units, a.Base, a.High, a.Middle, a.Low) == (b.Officials, b.LeftOut, b.Units, b.Base, b.High, b.Middle, b.Low)
        && (a.BelowRule, a.Rounds, a.PreviousRoundId) == (b.BelowRule, b.Rounds, b.PreviousRoundId)
        && Near(a.LowShare, b.LowShare) && Near(a.LowLower, b.LowLower) && Near(a.LowUpper, b.LowUpper)
        && Near(a.Change, b.Change) && Near(a.ChangeP, b.ChangeP) && Near(a.Slope, b.Slope) && Near(a.SlopeP, b.SlopeP);

    /// <summary>Sums over units may be added in another order.</summary>
    static bool Near(double? a, double? b) => a == b || (a is { } x && b is { } y && Math.Abs(x - y) <= 1e-12 * Math.Max(1, Math.Abs(x)));

    List<string> Files(CancellationToken ct)
    {
        var wrong = new List<string>();
        foreach (var import in db.Imports.AsNoTracking().Where(i => i.State == ImportState.Loaded && i.ArchiveName != null).OrderBy(i => i.Id).ToList())
        {
            ct.ThrowIfCancellationRequested();
            if (wrong.Count == 10) break;
            if (archive.Find(import.ArchiveName!) is not { } path) wrong.Add($"import {import.Id}: {import.ArchiveName} is missing");
            else if (HashOf(path) != import.Sha256) wrong.Add($"import {import.Id}: {import.ArchiveName} was changed");
        }
        return wrong;
    }

    static string HashOf(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
