using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>Units, posts, rounds and regimes of a store in memory: small, read by everything, changed rarely.</summary>
public sealed class ReferenceData
{
    static long editions;

    public ReferenceData(UnitBook units, IReadOnlyList<Position> positions, IReadOnlyList<Round> rounds, IReadOnlyList<Regime> regimes)
    {
        Units = units;
        Positions = positions.OrderBy(p => p.Sort).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        Rounds = rounds.OrderBy(r => r.HeldFrom).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        Regimes = regimes.ToDictionary(r => r.Id, StringComparer.Ordinal);
        positionsById = positions.Where(p => p.Id != 0).ToDictionary(p => p.Id);
        roundsById = rounds.Where(r => r.Id != 0).ToDictionary(r => r.Id);
        roundsByCode = rounds.ToDictionary(r => r.Code, StringComparer.Ordinal);
        positionsByCode = positions.ToDictionary(p => p.Code, StringComparer.Ordinal);
    }

    /// <summary>Another number for each that was read in this process: what was worked out from one is not that of another.</summary>
    public long Edition { get; } = Interlocked.Increment(ref editions);

    readonly Dictionary<int, Position> positionsById;
    readonly Dictionary<int, Round> roundsById;
    readonly Dictionary<string, Round> roundsByCode;
    readonly Dictionary<string, Position> positionsByCode;

    public UnitBook Units { get; }

    /// <summary>In the order of <see cref="Position.Sort"/>.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>By date, then code.</summary>
    public IReadOnlyList<Round> Rounds { get; }

    public IReadOnlyDictionary<string, Regime> Regimes { get; }

    public Position? Position(int id) => positionsById.GetValueOrDefault(id);
    public Position? Position(string code) => positionsByCode.GetValueOrDefault(code);
    public Round? Round(int id) => roundsById.GetValueOrDefault(id);
    public Round? Round(string code) => roundsByCode.GetValueOrDefault(code);
    public Regime RegimeOf(Round round) => Regimes[round.RegimeId];

    /// <summary>The same with one round held under another rule, which need not be stored; nothing is changed.</summary>
    public ReferenceData Under(Round round, Regime regime) => new(
        Units, Positions,
        Rounds.Select(r => r.Id == round.Id ? r.Under(regime.Id) : r).ToList(),
        Regimes.Values.Where(r => r.Id != regime.Id).Append(regime).ToList());

    /// <summary>Whether lines may join two rounds: one family, one level.</summary>
    public bool AreComparable(Round a, Round b) => a.Level == b.Level && RegimeOf(a).Family == RegimeOf(b).Family;

    public static ReferenceData Load(AnalyticsDb db) => new(
        new UnitBook(db.Units.AsNoTracking().ToList(), db.UnitChanges.AsNoTracking().ToList()),
        db.Positions.AsNoTracking().ToList(),
        db.Rounds.AsNoTracking().ToList(),
        db.Regimes.AsNoTracking().OrderBy(r => r.Sort).AsEnumerable().Select(r => r.ToRegime()).ToList());
}
