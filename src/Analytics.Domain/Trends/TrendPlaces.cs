using System.Runtime.InteropServices;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;

namespace Analytics.Domain.Trends;

/// <summary>Where results of a unit in a round are counted.</summary>
/// <param name="Cluster">Number of the unit as a cluster, the same as long as it is one.</param>
/// <param name="Surroundings">Number of the city and area together.</param>
readonly record struct TrendPlace(string? City, string? Area, string UnitKey, int Cluster, int Surroundings);

/// <summary>Places of units by round, each worked out once; asked for row by row, and the row before had often the same.</summary>
/// <param name="boundaries">Within which units are grouped; null: as they were at each round.</param>
sealed class TrendPlaces(PresentBoundaries? boundaries = null)
{
    readonly Dictionary<string, int> clusters = new(StringComparer.Ordinal);
    readonly Dictionary<(string?, string?), int> surroundings = [];
    readonly Dictionary<(int Unit, int Round), TrendPlace> known = [];
    ((int Unit, int Round) Of, TrendPlace Place) latest;

    public TrendPlace Of(int unitId, int roundId, ReferenceData reference)
    {
        if (latest.Of == (unitId, roundId)) return latest.Place;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (unitId, roundId), out var before);
        if (!before) place = New(reference.Units.ById(unitId)!, reference.Round(roundId)!.HeldFrom, reference.Units);
        latest = ((unitId, roundId), place);
        return place;
    }

    TrendPlace New(Unit unit, DateOnly date, UnitBook units)
    {
        var (city, area) = (units.CityOf(unit, date), units.AreaOf(unit, date));
        return new(city, area, units.TrendKey(boundaries?.OrItself(unit, date) ?? unit), NumberOf(clusters, units.ClusterOf(unit, date)), NumberOf(surroundings, (city, area)));
    }

    static int NumberOf<T>(Dictionary<T, int> numbers, T key) where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var before);
        if (!before) number = numbers.Count;
        return number;
    }
}
