using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Domain.FollowUp;

/// <summary>Cases go with the results of a person whose entries were joined or taken apart.</summary>
public static class CaseHands
{
    /// <param name="rounds">Rounds in which results of <paramref name="from"/> became those of <paramref name="to"/>.</param>
    public static void Move(AnalyticsDb db, int from, int to, IReadOnlyCollection<int> rounds, DateTime now, string by)
    {
        foreach (var known in db.Cases.Where(c => c.PersonId == from && rounds.Contains(c.RoundId)).ToList())
        {
            // One official, one round, one case: where both have one, the case that had to move stays to be closed by a reviewer.
            if (db.Cases.Any(c => c.PersonId == to && c.RoundId == known.RoundId)) continue;
            known.PersonId = to;
            known.Revision++;
            db.CaseEvents.Add(new CaseEvent
            {
                CaseId = known.Id,
                Revision = known.Revision,
                At = now,
                By = by,
                Kind = CaseEventKind.Person,
                Old = from.ToString(CultureInfo.InvariantCulture),
                New = to.ToString(CultureInfo.InvariantCulture),
            });
        }
    }
}
