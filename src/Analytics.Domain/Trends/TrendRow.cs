using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>A snapshot with what all groups of its round decide: q over the slopes and the direction. Shares 0–1.</summary>
public sealed record TrendRow(Snapshot Snapshot, Round Round, string Name, double? SlopeQ, Direction Direction)
{
    /// <summary>Its figures may not leave the house and have been taken out.</summary>
    public bool Withheld { get; init; }

    /// <summary>Favourable ballots of the base; null where there is no base.</summary>
    public double? FavourableShare => Snapshot.Base > 0 ? (double)Snapshot.Favourable / Snapshot.Base : null;
}

/// <summary>Derives trend rows from snapshots.</summary>
public static class TrendRows
{
    /// <param name="snapshots">All groups of one grouping in the rounds of interest; q is taken over these.</param>
    /// <returns>In the contract's order: group (unit code; posts by their order), round date, round code.</returns>
    public static IReadOnlyList<TrendRow> Derive(IReadOnlyCollection<Snapshot> snapshots, ReferenceData reference)
    {
        var sorts = reference.Positions.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var rows = new List<TrendRow>(snapshots.Count);
        foreach (var family in snapshots.GroupBy(s => (s.By, s.RoundId)))
        {
            var members = family.ToList();
            var q = FalseDiscovery.BenjaminiHochberg(members.Select(s => s.SlopeP).ToList());
            for (var i = 0; i < members.Count; i++)
                rows.Add(Row(members[i], q[i], reference));
        }
        return rows
            .OrderBy(r => r.Snapshot.By)
            .ThenBy(r => r.Snapshot.By == TrendBy.Position ? "" : r.Snapshot.Key, StringComparer.Ordinal)
            .ThenBy(r => sorts.GetValueOrDefault(r.Snapshot.Position, int.MaxValue))
            .ThenBy(r => r.Round.HeldFrom).ThenBy(r => r.Round.Code, StringComparer.Ordinal)
            .ToList();
    }

    static TrendRow Row(Snapshot s, double? q, ReferenceData reference)
    {
        var round = reference.Round(s.RoundId)!;
        return new(s, round, NameOf(s, round, reference), q, Directions.Of(s.Rounds, s.Slope, q));
    }

    static string NameOf(Snapshot s, Round round, ReferenceData reference)
    {
        if (s.By == TrendBy.Position) return reference.Position(s.Key)?.NameVi ?? s.Key;
        var at = s.Key.IndexOf('@', StringComparison.Ordinal);
        var code = at < 0 ? s.Key : s.Key[..at];
        // An area goes on under its old name after the districts were abolished.
        return reference.Units.Nearest(code, round.HeldFrom)?.Name ?? s.Key;
    }
}
