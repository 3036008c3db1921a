using Analytics.Domain.Units;

namespace Analytics.Domain.Rounds;

/// <summary>The directive of 10 May 2010, point 7: commune-level posts are put to the vote every two years, at year end.</summary>
public static class RoundCycle
{
    public const int Years = 2;

    /// <summary>The year at whose end the next commune-level round is due; null where none was held yet.</summary>
    public static int? NextYear(IEnumerable<Round> rounds)
    {
        int? latest = null;
        foreach (var round in rounds)
            if (round.Level == UnitLevel.Commune && (latest is null || round.HeldFrom.Year > latest)) latest = round.HeldFrom.Year;
        return latest + Years;
    }
}
