using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;

namespace Analytics.Web.Pages.WhatIf;

/// <summary>What another rule would say of a round. Nothing of it is kept.</summary>
/// <param name="Other">The rule supposed.</param>
/// <param name="Officials">Everybody with a result; <paramref name="Changed"/> are those who would stand elsewhere.</param>
/// <param name="NowAtLine">At a line of the round's own rule; <paramref name="OtherAtLine"/> of the rule supposed.</param>
/// <param name="NowUndetermined">Whose base the round's rule asks for is missing; <paramref name="OtherUndetermined"/> that of the rule supposed.</param>
sealed record WhatIfView(Round Round, Regime Regime, Regime Other, int Officials, int NowAtLine, int OtherAtLine, int NowUndetermined, int OtherUndetermined, IReadOnlyList<ComparedStanding> Changed) : IRowCount
{
    public int RowCount => Changed.Count;

    public int Into => Changed.Count(c => c.OtherCovers && !c.Now.Standing.AtThreshold && c.Other.AtThreshold);
    public int OutOf => Changed.Count(c => c.Now.Standing.AtThreshold && !(c.OtherCovers && c.Other.AtThreshold));

    public ExportTable ToTable() => ExportTable.Of("what-if-" + Round.Code, Changed,
        ("official", c => c.Now.Result.OfficialName), ("official_code", c => c.Now.OfficialCode), ("unit", c => c.Now.Unit.Code), ("unit_name", c => c.Now.Unit.Name), ("position", c => c.Now.Position.Code),
        ("regime", _ => Regime.Id), ("standing", c => c.Now.Standing.Code), ("count", c => c.Now.Standing.Count), ("base", c => c.Now.Standing.Base),
        ("other_regime", _ => Other.Id), ("other_covers", c => c.OtherCovers), ("other_standing", c => c.OtherCovers ? c.Other.Code : null), ("other_count", c => c.Other.Count), ("other_base", c => c.Other.Base));
}

/// <param name="Rule">A <see cref="SupposedRule"/> that can be applied, written out.</param>
sealed record WhatIfQuery(string Round, string Rule) : IQuery<WhatIfView>, INamedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<WhatIfQuery, WhatIfView>
    {
        protected override WhatIfView Handle(WhatIfQuery request)
        {
            var round = context.Reference.Round(request.Round) ?? throw new InvalidOperationException($"There is no round {request.Round}.");
            var supposed = SupposedRule.Read(request.Rule);
            var own = context.Reference.RegimeOf(round);
            var other = supposed.Apply(supposed.Regime == own.Id ? own : context.Reference.Regimes[supposed.Regime]) ?? throw new InvalidOperationException($"{request.Rule} cannot be applied.");
            var compared = StandingComparison.Of(context.Db, context.Reference, round, other);
            var covered = compared.Where(c => c.OtherCovers).ToList();
            return new(round, own, other, compared.Count,
                compared.Count(c => c.Now.Standing.AtThreshold), covered.Count(c => c.Other.AtThreshold),
                compared.Count(c => c.Now.Standing.Code == Standing.Undetermined), covered.Count(c => c.Other.Code == Standing.Undetermined),
                compared.Where(c => c.Differs).ToList());
        }
    }
}
