using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Rules;

/// <summary>One version of a rule with the rule as it was before and after.</summary>
/// <param name="Round">The round that departs; null: the regime itself.</param>
sealed record RuleEdition(RuleVersion Version, Round? Round, Regime Was, Regime Now);

/// <summary>All that was set of one regime and its rounds, latest first, as far as published by the version that is read.</summary>
static class RuleHistory
{
    public static IReadOnlyList<RuleEdition> Of(QueryContext context, string regimeId)
    {
        var (db, reference, version) = (context.Db, context.Reference, context.State.DataVersion);
        var all = db.RuleVersions.IgnoreQueryFilters([AnalyticsDb.PublishedFilter]).AsNoTracking().Where(v => v.RegimeId == regimeId && v.FromVersion <= version).OrderBy(v => v.Id).ToList();
        var brought = ReferenceData.Brought(db).Single(r => r.Id == regimeId);
        var regime = brought;
        var departures = new Dictionary<int, RuleVersion>();
        var editions = new List<RuleEdition>();
        foreach (var set in all)
        {
            if (set.RoundId is not { } round)
            {
                var next = RegimeFile.Parse(set.Json);
                editions.Add(new(set, null, regime, next));
                regime = next;
                continue;
            }
            var was = RuleBook.Depart(regime, brought.Base, departures.GetValueOrDefault(round)) ?? regime;
            departures[round] = set;
            editions.Add(new(set, reference.Round(round), was, RuleBook.Depart(regime, brought.Base, set) ?? regime));
        }
        editions.Reverse();
        return editions;
    }
}
