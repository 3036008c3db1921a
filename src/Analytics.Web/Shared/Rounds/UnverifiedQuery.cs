using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Shared.Rounds;

/// <summary>Results at a threshold that nobody has compared with the minutes: a number of the whole round, like that of all at a threshold.</summary>
static class UnverifiedQuery
{
    public static int Count(AnalyticsDb db, int roundId)
    {
        var marks = db.ThresholdMarks.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(m => m.RoundId == roundId);
        var standing = db.Verifications.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(v => v.RevokedAt == null);
        return marks.Count(m => !standing.Any(v => v.ResultId == m.ResultId));
    }
}
