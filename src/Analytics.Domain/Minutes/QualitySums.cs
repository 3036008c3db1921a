using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Minutes;

/// <summary>Adds up the rows of one unit in one round, in whatever order they come.</summary>
public struct QualitySums
{
    /// <summary>From so many officials on equal counts are worth a look: of two it happens.</summary>
    public const int Enough = 3;

    int officials, complete, reconciled, published, confirmed;
    int? invited, present;
    (int?, int?, int?) first;
    bool differ, severalLevels;
    ulong fingerprint;

    /// <param name="position">What tells the posts apart, the same for all units.</param>
    public void Add(int position, in Counts counts, Regime regime, double? lowPercent, double? highPercent)
    {
        var row = RowQuality.Of(counts, regime, lowPercent, highPercent);
        if (row.Complete) complete++;
        if (row.Reconciled) reconciled++;
        if (row.Published) published++;
        if (row.Confirmed) confirmed++;
        invited = Larger(invited, counts.Invited);
        present = Larger(present, counts.Present);

        var levels = (counts.High, counts.Middle, counts.Low);
        if (officials == 0) first = levels;
        else differ |= levels != first;
        severalLevels |= counts is { High: > 0, Middle: > 0 } or { High: > 0, Low: > 0 } or { Middle: > 0, Low: > 0 };
        // A sum does not depend on the order of the rows.
        fingerprint += Mix((ulong)(uint)position << 32 | (uint)(counts.Collected ?? -1)) ^ Mix(Mix(Pack(counts.High, counts.Middle)) + Pack(counts.Low, counts.Delegates));
        officials++;
    }

    static int? Larger(int? a, int? b) => a is { } x && b is { } y ? Math.Max(x, y) : a ?? b;

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
        Invited = invited,
        Present = present,
        SameCounts = officials >= Enough && !differ && severalLevels,
        Fingerprint = officials >= Enough && severalLevels ? (long)fingerprint : null,
    };
}
