namespace Analytics.Web.Pages.FollowUp;

/// <summary>
/// The order of the queue as one number, the first to be looked at has the least: open before closed, then the strongest line met, then overdue with the
/// longest overdue first, then the highest shrunken share; of equals the case that came first.
/// </summary>
static class CaseRank
{
    const int ShareBits = 36, DayBits = 22, StrengthBits = 4;
    const int MostStrength = (1 << StrengthBits) - 1;

    /// <summary>Shares less than 2 in a hundred thousand million apart are equal here.</summary>
    const double ShareSteps = (1L << ShareBits) - 2;

    public static ulong Of(CaseKey key)
    {
        var rank = key.IsOpen ? 0UL : 1;
        rank = (rank << StrengthBits) | (uint)(MostStrength - Math.Clamp(key.Strength, 0, MostStrength));
        rank = (rank << 1) | (key.Overdue ? 0UL : 1);
        rank = (rank << DayBits) | (key.Overdue ? (uint)key.Due!.Value.DayNumber : 0);
        return (rank << ShareBits) | (key.Shrunken is { } share ? (ulong)((1 - Math.Clamp(share, 0, 1)) * ShareSteps) : (1UL << ShareBits) - 1);
    }

    /// <summary>By rank, then by id.</summary>
    public static int Compare(CaseKey a, CaseKey b) => a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Id.CompareTo(b.Id);
}
