using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Forms;
using Analytics.Web.Pages.RoundTexts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Trends;
using MediatR;

namespace Analytics.Web.Briefings.Reports;

/// <summary>Everything a report of a round is made of: figures fit to leave the house, forms, and what was written.</summary>
/// <param name="Trends">Sentences, tables and charts without names and without small groups.</param>
/// <param name="Progress">Form 1.</param>
/// <param name="Positions">Form 2.</param>
/// <param name="Bands">Form 3.</param>
/// <param name="PostNames">Name by code.</param>
/// <param name="AtThreshold">Officials at a line of the rule; <paramref name="Unverified"/> of them wait to be compared with the minutes.</param>
sealed record ReportContent(
    FormScope Scope, TrendReport Trends, FormTable Progress, FormTable Positions, FormTable Bands, RoundGroups Posts, IReadOnlyDictionary<string, string> PostNames, TextView Text, int AtThreshold, int Unverified)
{
    public RoundView View => Scope.View;
    public Round Round => Scope.Round;
}

/// <summary>Reads the content of a report in the scope of its maker and in the language that is set.</summary>
sealed class ReportContentSource(IMediator mediator, QueryContext context, TrendReportSource trends, OutwardForm outward)
{
    /// <summary>Null when there is no such round, or nothing of it is published.</summary>
    public async Task<ReportContent?> Read(string round, string by, CancellationToken ct)
    {
        if (await trends.Make(new ReportOrder(round, Papers.PaperParts.Language, by, ByUser: true), ct) is not { } report || await FormScope.Of(mediator, round, null, ct) is not { } scope) return null;
        if (await mediator.Send(new TextQuery(round, null), ct) is not { } text) return null;
        var forms = new List<FormTable>();
        foreach (var number in (int[])[1, 2, 3]) forms.Add((await mediator.Form(number, round, null, ct))!);
        var withheld = WithheldGroups.Of(context.Db, context.Reference, scope.Round);
        var posts = await mediator.Send(new RoundGroupsQuery(TrendBy.Position, round, Outward: true), ct);
        return new(scope, report, forms[0], outward.Of(forms[1], withheld), outward.Of(forms[2], withheld), posts, context.Reference.Positions.ToDictionary(p => p.Code, p => p.NameVi), text, Marked(scope.Round), UnverifiedQuery.Count(context.Db, scope.Round.Id));
    }

    int Marked(Round round) => context.Db.ThresholdMarks.Count(m => m.RoundId == round.Id);
}
