using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Shared.Trends;

/// <summary>One group through all its rounds, oldest first.</summary>
/// <param name="Families">Family of each row's regime: a line never leaves one.</param>
/// <param name="Reorganisations">Days on which units of the group were merged or split.</param>
/// <param name="Unfinished">Rounds in which units are missing, by code: how many reported of how many expected.</param>
sealed record GroupTrendView(
    string Name, IReadOnlyList<TrendRow> Rows, IReadOnlyList<Regime> Regimes, IReadOnlyList<DateOnly> Reorganisations, IReadOnlyDictionary<string, (int Reported, int Expected)> Unfinished)
{
    /// <summary>Consecutive rows of one family and level.</summary>
    public IEnumerable<IReadOnlyList<(TrendRow Row, Regime Regime)>> Segments()
    {
        var current = new List<(TrendRow Row, Regime Regime)>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (current.Count > 0 && (current[^1].Regime.Family != Regimes[i].Family || current[^1].Row.Round.Level != Rows[i].Round.Level))
            {
                yield return current;
                current = [];
            }
            current.Add((Rows[i], Regimes[i]));
        }
        if (current.Count > 0) yield return current;
    }
}

/// <summary>The trend of a group; null when there is no such group in the viewer's scope.</summary>
/// <param name="Position">Post code for groups by post; empty otherwise.</param>
/// <param name="Outward">For what leaves the house: without figures of very small groups.</param>
sealed record GroupTrendQuery(TrendBy By, string Key, string Position = "", bool Outward = false) : IQuery<GroupTrendView?>;

sealed class GroupTrendHandler(QueryContext context) : MediatR.RequestHandler<GroupTrendQuery, GroupTrendView?>
{
    protected override GroupTrendView? Handle(GroupTrendQuery request)
    {
        var reference = context.Reference;
        var rows = TrendQuery.Stored(context.Db, reference, request.By)
            .Where(r => r.Snapshot.Key == request.Key && r.Snapshot.Position == request.Position).ToList();
        if (rows.Count == 0) return null;
        if (request.Outward) rows = new Outward(context.Db, reference).Of(rows);
        return new GroupTrendView(rows[^1].Name, rows, rows.Select(r => reference.RegimeOf(r.Round)).ToList(),
            ComparabilityMarks.Days(reference, rows[0].Round, rows[^1].Round, request.By, request.Key, () => ComparabilityMarks.OnlyCity(context.Db, reference)), Unfinished(reference, rows));
    }

    /// <summary>Only the latest round can still be coming in.</summary>
    Dictionary<string, (int, int)> Unfinished(ReferenceData reference, List<TrendRow> rows)
    {
        var last = rows[^1].Round;
        var coverage = CoverageQuery.Of(context.Db, reference, last);
        return coverage.Unfinished ? new() { [last.Code] = (coverage.Reported, coverage.Expected) } : [];
    }
}
