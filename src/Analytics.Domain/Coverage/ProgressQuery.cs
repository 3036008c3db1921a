using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>How far each unit of a round has come: what was written down, joined with what the results themselves say. It names no official.</summary>
public static class ProgressQuery
{
    /// <param name="today">Local date of the look: what is due before it is overdue.</param>
    /// <param name="end">As known just before this moment, UTC; null: now. The results are those of the version read.</param>
    public static RoundProgress Of(AnalyticsDb db, ReferenceData reference, Round round, DateOnly today, DateTime? end = null) =>
        Of(db, JoinedUnits.Of(PublishedProgress.Of(db, reference, round), RoundSteps.Read(db, round.Id, end), VerifiedUnits.Read(db, round.Id, end)), today);

    /// <summary>The same from what was read before.</summary>
    /// <param name="db">For the round's plan.</param>
    public static RoundProgress Of(AnalyticsDb db, JoinedUnits joined, DateOnly today) => new(joined.Published.Round,
        db.RoundPlans.AsNoTracking().SingleOrDefault(p => p.RoundId == joined.Published.Round.Id), joined.Published.FromRoster, today, joined.Units, joined.Published.ByPosition)
    {
        Unlisted = joined.Published.Unlisted,
    };
}
