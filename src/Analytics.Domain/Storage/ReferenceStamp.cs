using Analytics.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>
/// What tells one state of the reference data from another. Units, changes, posts and rounds are edited by files only, and each file leaves its
/// import; the numbers of rows tell of what was put into the store beside them. Rules are versions, of which the newest that is seen tells.
/// </summary>
/// <param name="At">When the latest such file was loaded, UTC: another store in the place of one has imports of the same ids.</param>
/// <param name="Newest">The highest id of a unit.</param>
/// <param name="Rule">The highest id of a version of a rule; 0 where nobody has set one.</param>
public readonly record struct ReferenceStamp(int? Import, DateTime? At, int Units, int Newest, int Changes, int Positions, int Rounds, int Rule)
{
    static readonly string[] Others = ["results", "roster", "steps"];

    public static ReferenceStamp Of(AnalyticsDb db)
    {
        var latest = db.Imports.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(i => i.State == ImportState.Loaded && !Others.Contains(i.Kind))
            .OrderByDescending(i => i.Id).Select(i => new { i.Id, i.At }).FirstOrDefault();
        return new(latest?.Id, latest?.At, db.Units.Count(), db.Units.Max(u => (int?)u.Id) ?? 0, db.UnitChanges.Count(), db.Positions.Count(), db.Rounds.Count(),
            db.RuleVersions.Max(v => (int?)v.Id) ?? 0);
    }
}
