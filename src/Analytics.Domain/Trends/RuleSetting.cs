using Analytics.Domain.Audit;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Trends;

/// <summary>Somebody sets a rule: of a regime, or of a round that departs from its regime or follows it again.</summary>
/// <param name="Json">As <see cref="RuleVersion.Json"/>.</param>
/// <param name="Seen">Id of the version the writer had before them; 0 where there was none.</param>
public sealed record RuleSetting(string RegimeId, int? RoundId, string Json, string Document, DateOnly? DocumentDate, string Reason, string By, int Seen)
{
    /// <summary>The action under which the audit keeps it.</summary>
    public const string AuditAction = "rule-set";

    /// <summary>
    /// Keeps it as a new version, which the next publication shows, and marks everything computed as stale.
    /// </summary>
    /// <returns>False, and nothing is kept: somebody else has set the rule meanwhile.</returns>
    public bool Keep(Writer writer, DateTime at)
    {
        var db = writer.Db;
        var standing = Standing(db.RuleVersions.IgnoreQueryFilters([AnalyticsDb.PublishedFilter]));
        if ((standing?.Id ?? 0) != Seen) return false;
        var from = writer.State.DataVersion + 1;
        if (standing is not null)
        {
            standing.ToVersion = from;
            // One open version at a time, which the store itself watches over.
            db.SaveChanges();
        }
        db.RuleVersions.Add(new()
        {
            RegimeId = RegimeId,
            RoundId = RoundId,
            Json = Json,
            Document = Document,
            DocumentDate = DocumentDate,
            Reason = Reason,
            At = at,
            By = By,
            FromVersion = from,
        });
        db.StaleMarks.Add(new());
        db.Audit.Add(new()
        {
            At = at,
            User = By,
            Action = AuditAction,
            EntryKey = Guid.NewGuid().ToString("N"),
            Target = RoundId is { } round ? FormattableString.Invariant($"round {round} ({RegimeId})") : RegimeId,
        });
        return true;
    }

    RuleVersion? Standing(IQueryable<RuleVersion> all) => RoundId is { } round
        ? all.SingleOrDefault(v => v.RoundId == round && v.ToVersion == null)
        : all.SingleOrDefault(v => v.RoundId == null && v.RegimeId == RegimeId && v.ToVersion == null);
}
