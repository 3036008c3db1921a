using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>Units, posts, rounds and regimes of a store in memory: small, read by everything, changed rarely.</summary>
public sealed class ReferenceData
{
    static long editions;

    public ReferenceData(UnitBook units, IReadOnlyList<Position> positions, IReadOnlyList<Round> rounds, IReadOnlyList<Regime> regimes)
        : this(units, positions, rounds, RuleBook.Of(regimes)) { }

    public ReferenceData(UnitBook units, IReadOnlyList<Position> positions, IReadOnlyList<Round> rounds, RuleBook rules)
    {
        Rules = rules;
        Units = units;
        Positions = positions.OrderBy(p => p.Sort).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        Rounds = rounds.OrderBy(r => r.HeldFrom).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        Regimes = rules.Regimes.ToDictionary(r => r.Id, StringComparer.Ordinal);
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

    /// <summary>By id, as they stand in the version that is read. What a round was held under is <see cref="RegimeOf"/>: it may depart.</summary>
    public IReadOnlyDictionary<string, Regime> Regimes { get; }

    public RuleBook Rules { get; }

    public Position? Position(int id) => positionsById.GetValueOrDefault(id);
    public Position? Position(string code) => positionsByCode.GetValueOrDefault(code);
    public Round? Round(int id) => roundsById.GetValueOrDefault(id);
    public Round? Round(string code) => roundsByCode.GetValueOrDefault(code);

    /// <summary>The rule of a round: its regime, with what the round's plan sets in its place.</summary>
    public Regime RegimeOf(Round round) => Rules.Departures.TryGetValue(round.Id, out var own) ? own : Regimes[round.RegimeId];

    /// <summary>The same with one round held under another rule, which need not be stored; nothing is changed.</summary>
    public ReferenceData Under(Round round, Regime regime) => new(
        Units, Positions,
        Rounds.Select(r => r.Id == round.Id ? r.Under(regime.Id) : r).ToList(),
        Rules with
        {
            Regimes = Rules.Regimes.Where(r => r.Id != regime.Id).Append(regime).ToList(),
            Departures = Rules.Departures.Where(d => d.Key != round.Id).ToDictionary(),
        });

    /// <summary>The same under rules that need not be stored.</summary>
    public ReferenceData Under(IEnumerable<Regime> brought, IReadOnlyList<RuleVersion> set) => new(Units, Positions, Rounds, RuleBook.Of(brought.ToList(), Rounds, set));

    /// <summary>Whether lines may join two rounds: one family, one level.</summary>
    public bool AreComparable(Round a, Round b) => a.Level == b.Level && RegimeOf(a).Family == RegimeOf(b).Family;

    public static ReferenceData Load(AnalyticsDb db)
    {
        var rounds = db.Rounds.AsNoTracking().ToList();
        return new(new UnitBook(db.Units.AsNoTracking().ToList(), db.UnitChanges.AsNoTracking().ToList()), db.Positions.AsNoTracking().ToList(), rounds,
            RuleBook.Of(Brought(db), rounds, db.RuleVersions.AsNoTracking().ToList()));
    }

    /// <summary>Regimes as the product brings them, whatever was set since.</summary>
    public static IReadOnlyList<Regime> Brought(AnalyticsDb db) => db.Regimes.AsNoTracking().OrderBy(r => r.Sort).AsEnumerable().Select(r => r.ToRegime()).ToList();
}
