using System.Runtime.InteropServices;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;

namespace Analytics.Domain.Trends;

/// <summary>Where results of a unit in a round are counted.</summary>
/// <param name="Cluster">Number of the unit as a cluster, the same as long as it is one.</param>
/// <param name="Surroundings">Number of the city and area together.</param>
readonly record struct TrendPlace(string? City, string? Area, int Cluster, int Surroundings);

/// <summary>Places of units by round, each worked out once; asked for row by row, and the row before had often the same.</summary>
/// <param name="boundaries">Within which units are grouped; null: as they were at each round.</param>
sealed class TrendPlaces(PresentBoundaries? boundaries = null)
{
    /// <summary>Numbers from 1; 0 where the place has not been worked out.</summary>
    readonly record struct Numbers(int Cluster, int Surroundings);

    readonly Dictionary<string, int> clusters = new(StringComparer.Ordinal);
    readonly Dictionary<(string? City, string? Area), int> surroundings = [];
    readonly List<(string? City, string? Area)> named = [];
    readonly Dictionary<int, UnitTable<Numbers>> byRound = [];
    readonly Dictionary<(int Unit, int Round), string> unitKeys = [];
    ((int Unit, int Round) Of, TrendPlace Place) latest;
    (int Id, UnitTable<Numbers>? Units) latestRound;

    public TrendPlace Of(int unitId, int roundId, ReferenceData reference)
    {
        if (latest.Of == (unitId, roundId)) return latest.Place;
        if (latestRound.Id != roundId || latestRound.Units is not { } units) latestRound = (roundId, units = InRound(roundId));
        ref var numbers = ref units[unitId];
        if (numbers == default) numbers = New(reference.Units.ById(unitId)!, reference.Round(roundId)!.HeldFrom, reference.Units);
        var (city, area) = named[numbers.Surroundings - 1];
        var place = new TrendPlace(city, area, numbers.Cluster, numbers.Surroundings);
        latest = ((unitId, roundId), place);
        return place;
    }

    UnitTable<Numbers> InRound(int roundId)
    {
        ref var units = ref CollectionsMarshal.GetValueRefOrAddDefault(byRound, roundId, out _);
        return units ??= new();
    }

    /// <summary>The key of the group "unit" that results of a unit in a round belong to. Asked for only where units are grouped.</summary>
    public string UnitKeyOf(int unitId, int roundId, ReferenceData reference)
    {
        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(unitKeys, (unitId, roundId), out _);
        if (key is not null) return key;
        var unit = reference.Units.ById(unitId)!;
        return key = reference.Units.TrendKey(boundaries?.OrItself(unit, reference.Round(roundId)!.HeldFrom) ?? unit);
    }

    Numbers New(Unit unit, DateOnly date, UnitBook units)
    {
        var place = (units.CityOf(unit, date), units.AreaOf(unit, date));
        var number = NumberOf(surroundings, place);
        if (number > named.Count) named.Add(place);
        return new(NumberOf(clusters, units.ClusterOf(unit, date)), number);
    }

    static int NumberOf<T>(Dictionary<T, int> numbers, T key) where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var before);
        if (!before) number = numbers.Count;
        return number;
    }
}
