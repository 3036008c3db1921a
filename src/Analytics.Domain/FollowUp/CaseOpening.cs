using System.Globalization;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.FollowUp;

/// <summary>
/// Opens a case for every official at a line of the rule whose result is compared with the minutes, and lets existing cases follow the
/// corrections of their result. Used inside a writer's turn, when threshold marks and comparison sets are those of the pending state; doing it
/// again changes nothing.
/// </summary>
public static class CaseOpening
{
    /// <summary>Ids in one question; a store takes a bounded number of them.</summary>
    const int AtOnce = 5_000;

    /// <param name="rounds">Rounds whose results or rules changed.</param>
    /// <returns>How many cases were opened.</returns>
    public static int OfRounds(AnalyticsDb db, ReferenceData reference, IReadOnlySet<int> rounds, DateTime now)
    {
        db.SaveChanges();
        var concerned = db.Cases.Select(c => c.RoundId).Distinct().ToHashSet();
        // Without a verification there is nothing to open, and most rounds of a large store have none.
        if (db.Verifications.Any(v => v.RevokedAt == null))
            concerned.UnionWith(Verified(db).Select(r => r.RoundId).Distinct());
        var opened = 0;
        foreach (var round in reference.Rounds.Where(r => concerned.Contains(r.Id) && rounds.Contains(r.Id)))
        {
            var persons = db.Cases.Where(c => c.RoundId == round.Id).Select(c => c.PersonId).ToHashSet();
            persons.UnionWith(Verified(db).Where(r => r.RoundId == round.Id).Select(r => r.PersonId));
            opened += OfPersons(db, reference, round, persons, now);
        }
        return opened;
    }

    /// <summary>The same for some persons of a round.</summary>
    public static int OfPersons(AnalyticsDb db, ReferenceData reference, Round round, IReadOnlyCollection<int> persons, DateTime now)
    {
        db.SaveChanges();
        var opened = 0;
        foreach (var some in persons.Distinct().Chunk(AtOnce))
        {
            var rows = OfficialQuery.Judge(db, reference, round, db.Results.Where(r => r.RoundId == round.Id && some.Contains(r.PersonId))).ToLookup(r => r.Result.PersonId);
            var ids = rows.SelectMany(p => p).Where(r => r.Standing.AtThreshold).Select(r => r.Result.Id).ToList();
            var verified = ids.Chunk(AtOnce).SelectMany(part => db.Verifications.Where(v => part.Contains(v.ResultId) && v.RevokedAt == null).Select(v => v.ResultId)).ToHashSet();
            var cases = db.Cases.Where(c => c.RoundId == round.Id && some.Contains(c.PersonId)).ToDictionary(c => c.PersonId);
            var regime = reference.RegimeOf(round);
            var pass = new Pass(db, regime, now);
            foreach (var person in some)
            {
                var standing = Strongest(regime, rows[person].Where(r => verified.Contains(r.Result.Id)));
                if (cases.TryGetValue(person, out var known)) pass.Follow(known, rows[person].ToList(), standing);
                else if (standing is not null) pass.Open(standing);
            }
            opened += pass.Complete();
        }
        return opened;
    }

    /// <summary>Opens a case that a reviewer asks for, by hand or by accepting a proposal. Null where the official has one in the round, or the result is none of those that stand.</summary>
    public static FollowUpCase? ByReviewer(AnalyticsDb db, ReferenceData reference, int resultId, CaseReason reason, string words, string by, DateTime now)
    {
        if (db.Results.AsNoTracking().SingleOrDefault(r => r.Id == resultId && r.ToVersion == null) is not { } result) return null;
        if (db.Cases.Any(c => c.RoundId == result.RoundId && c.PersonId == result.PersonId)) return null;
        var round = reference.Round(result.RoundId) ?? throw new InvalidOperationException($"There is no round {result.RoundId}.");
        var row = OfficialQuery.Judge(db, reference, round, db.Results.Where(r => r.Id == resultId)).Single();
        var pass = new Pass(db, reference.RegimeOf(round), now);
        var made = pass.Open(row, reason, words, by);
        pass.Complete();
        return made;
    }

    static IQueryable<Result> Verified(AnalyticsDb db) =>
        from m in db.ThresholdMarks
        join r in db.Results on m.ResultId equals r.Id
        where db.Verifications.Any(v => v.ResultId == r.Id && v.RevokedAt == null)
        select r;

    static OfficialRow? Strongest(Regime regime, IEnumerable<OfficialRow> rows) =>
        rows.Where(r => r.Standing.AtThreshold).OrderByDescending(r => Strength(regime, r)).ThenByDescending(r => r.LowShare).ThenBy(r => r.Result.Sequence).FirstOrDefault();

    /// <summary>The strongest line comes first in a rule and has the most; 0 where none is met.</summary>
    static int Strength(Regime regime, OfficialRow row) => row.Standing.Met is { } met ? regime.Thresholds.Count - regime.Thresholds.TakeWhile(t => t != met).Count() : 0;

    sealed class Pass(AnalyticsDb db, Regime regime, DateTime now)
    {
        readonly List<FollowUpCase> opened = [];

        public FollowUpCase Open(OfficialRow row, CaseReason reason = CaseReason.Threshold, string words = "", string by = CaseEvent.System)
        {
            var made = new FollowUpCase
            {
                RoundId = row.Round.Id,
                PersonId = row.Result.PersonId,
                Reason = reason,
                ReasonText = words,
                Stage = FollowUpRule.Of(regime).Stages[0],
                OpenedAt = now,
                OpenedBy = by,
                Revision = 1,
            };
            Take(made, row);
            opened.Add(made);
            db.Cases.Add(made);
            return made;
        }

        /// <param name="rows">Everything the person has in the round now.</param>
        /// <param name="verified">The strongest standing of a verified result; null where there is none.</param>
        public void Follow(FollowUpCase known, List<OfficialRow> rows, OfficialRow? verified)
        {
            var events = new List<CaseEvent>();
            void Tell(CaseEventKind kind, string old = "", string to = "") => events.Add(new() { CaseId = known.Id, At = now, By = CaseEvent.System, Kind = kind, Old = old, New = to });

            var stands = Strongest(regime, rows) ?? rows.FirstOrDefault(r => r.Position.Id == known.PositionId) ?? rows.FirstOrDefault();
            if (stands is not null)
            {
                var (figures, standing) = (Figures(known), known.StandingCode);
                Take(known, stands);
                if (Figures(known) != figures) Tell(CaseEventKind.Figures, figures, Figures(known));
                if (known.StandingCode != standing) Tell(CaseEventKind.Standing, standing, known.StandingCode);
            }
            var lifted = stands is null || (known.Reason == CaseReason.Threshold && !stands.Standing.AtThreshold);
            if (lifted && known.LiftedAt is null)
            {
                known.LiftedAt = now;
                Tell(CaseEventKind.Lifted);
            }
            else if (!lifted && known.LiftedAt is not null)
            {
                known.LiftedAt = null;
                Tell(CaseEventKind.Restored);
            }
            // Let go of while at no line, whatever it was opened for, and now at one: nobody is forgotten.
            if (known is { IsClosed: true, Outcome: CaseOutcome.Dropped } && verified is not null)
            {
                var first = FollowUpRule.Of(regime).Stages[0];
                Tell(CaseEventKind.Stage, known.Stage.Code(), first.Code());
                (known.Stage, known.Outcome, known.ClosedAt) = (first, null, null);
            }
            if (events.Count == 0) return;
            known.Revision++;
            foreach (var e in events) e.Revision = known.Revision;
            db.CaseEvents.AddRange(events);
        }

        public int Complete()
        {
            db.SaveChanges();
            db.CaseEvents.AddRange(opened.Select(c => new CaseEvent { CaseId = c.Id, Revision = c.Revision, At = now, By = c.OpenedBy, Kind = CaseEventKind.Opened, New = c.Reason.Code(), Note = c.ReasonText }));
            db.SaveChanges();
            return opened.Count;
        }

        void Take(FollowUpCase to, OfficialRow row)
        {
            (to.ResultId, to.UnitId, to.PositionId) = (row.Result.Id, row.Unit.Id, row.Position.Id);
            (to.StandingCode, to.Count, to.Base) = (row.Standing.Code, row.Standing.Count, row.Standing.Base);
            to.Strength = Strength(regime, row);
            (to.LowShare, to.Shrunken) = (row.Approximate ? null : row.LowShare, row.ShrunkenLow);
        }

        static string Figures(FollowUpCase of) => of is { Count: { } count, Base: { } ballots } ? string.Create(CultureInfo.InvariantCulture, $"{count}/{ballots}") : "";
    }
}
