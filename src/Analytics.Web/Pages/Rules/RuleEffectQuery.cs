using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.Rules;

/// <summary>Somebody of whom the rule would say something else.</summary>
sealed record ChangedOfficial(Round Round, Result Result, Unit Unit, Position Position, StandingResult Was, StandingResult Now);

/// <param name="Mark">Of what was looked at, see <see cref="RuleDraft.Mark"/>.</param>
/// <param name="Changed">How many stand elsewhere; <paramref name="Shown"/> are the first of them.</param>
/// <param name="Reports">Trend reports in the archive that were made of these rounds and keep the figures of the old rule.</param>
sealed record RuleEffectView(IReadOnlyList<RoundEffect> Rounds, int Changed, IReadOnlyList<ChangedOfficial> Shown, int Reports, string Mark) : IRowCount
{
    public int RowCount => Shown.Count;
    public int Into => Rounds.Sum(r => r.Into);
    public int OutOf => Rounds.Sum(r => r.OutOf);
    /// <summary>Who neither comes to a line nor leaves one: at another line, or without the base that is asked for.</summary>
    public int Otherwise => Changed - Into - OutOf;
}

/// <summary>What a rule would change if it were set. Nothing is kept.</summary>
sealed record RuleEffectQuery(RuleDraft Draft) : IQuery<RuleEffectView>, INamedData
{
    const int MostShown = 200;

    public sealed class Handler(QueryContext context) : RequestHandler<RuleEffectQuery, RuleEffectView>
    {
        protected override RuleEffectView Handle(RuleEffectQuery request)
        {
            var (db, reference) = (context.Db, context.Reference);
            var effect = RuleEffect.Of(db, reference, request.Draft.Over(reference, ReferenceData.Brought(db), db.RuleVersions.AsNoTracking()));
            var first = effect.Changed.Take(MostShown).ToList();
            var ids = first.ConvertAll(c => c.ResultId);
            var results = db.Results.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionary(r => r.Id);
            var shown = first.Select(c => results[c.ResultId] is var result
                ? new ChangedOfficial(reference.Round(c.RoundId)!, result, reference.Units.ById(result.UnitId)!, reference.Position(result.PositionId)!, c.Was, c.Now) : null!).ToList();
            var rounds = effect.Rounds.Select(r => r.Round.Id).ToList();
            return new(effect.Rounds, effect.Changed.Count, shown, db.Briefings.Count(b => rounds.Contains(b.RoundId)), request.Draft.Mark(context.State.DataVersion));
        }
    }
}
