using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Minutes;

/// <summary>Adds up the rows of one unit in one round, in whatever order they come.</summary>
public struct QualitySums
{
    /// <summary>From so many officials on equal counts are worth a look: of two it happens.</summary>
    public const int Enough = 3;

    // There is one of these for each unit of each round: counts that are not given are −1, in half the room of a nullable one.
    const int NotGiven = -1;

    ulong fingerprint;
    int officials, complete, reconciled, published, confirmed, invited, present;
    (int High, int Middle, int Low) first;
    bool differ, severalLevels;

    /// <param name="position">What tells the posts apart, the same for all units.</param>
    public void Add(int position, in Counts counts, Regime regime, double? lowPercent, double? highPercent)
    {
        var row = RowQuality.Of(counts, regime, lowPercent, highPercent);
        if (row.Complete) complete++;
        if (row.Reconciled) reconciled++;
        if (row.Published) published++;
        if (row.Confirmed) confirmed++;
        var levels = (counts.High ?? NotGiven, counts.Middle ?? NotGiven, counts.Low ?? NotGiven);
        if (officials == 0) (first, invited, present) = (levels, NotGiven, NotGiven);
        else differ |= levels != first;
        invited = Math.Max(invited, counts.Invited ?? NotGiven);
        present = Math.Max(present, counts.Present ?? NotGiven);
        severalLevels |= counts is { High: > 0, Middle: > 0 } or { High: > 0, Low: > 0 } or { Middle: > 0, Low: > 0 };
        // A sum does not depend on the order of the rows.
        fingerprint += Mix((ulong)(uint)position << 32 | (uint)(counts.Collected ?? -1)) ^ Mix(Mix(Pack(counts.High, counts.Middle)) + Pack(counts.Low, counts.Delegates));
        officials++;
    }

    /// <summary>Whether there is any row.</summary>
    public readonly bool Any => officials > 0;

    static ulong Pack(int? a, int? b) => (ulong)(uint)(a ?? -1) << 32 | (uint)(b ?? -1);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): the same number in every process and on every machine.</summary>
    static ulong Mix(ulong z)
    {
        z += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    public readonly UnitQuality Of(int roundId, int unitId) => new()
    {
        RoundId = roundId,
        UnitId = unitId,
        Officials = officials,
        Complete = complete,
        Reconciled = reconciled,
        Published = published,
        Confirmed = confirmed,
        Invited = OrNull(invited),
        Present = OrNull(present),
        SameCounts = officials >= Enough && !differ && severalLevels,
        Fingerprint = officials >= Enough && severalLevels ? (long)fingerprint : null,
    };

    readonly int? OrNull(int count) => officials == 0 || count == NotGiven ? null : count;
}
