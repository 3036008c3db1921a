using Analytics.Domain.Rounds;

namespace Analytics.Domain.Results;

/// <summary>Relations between the counts of one row that do not hold.</summary>
[Flags]
public enum BrokenRelations
{
    None = 0,
    /// <summary>More ballots came back than were handed out.</summary>
    CollectedOverIssued = 1 << 0,
    /// <summary>More ballots are valid than came back.</summary>
    ValidOverCollected = 1 << 1,
    /// <summary>Valid and invalid together are not the ballots collected.</summary>
    ValidInvalidMismatch = 1 << 2,
    /// <summary>The levels together exceed the valid ballots; without these, the ballots collected.</summary>
    LevelsOverBallots = 1 << 3,
    /// <summary>More ballots came back than there are delegates, where delegates are the base.</summary>
    CollectedOverDelegates = 1 << 4,
    /// <summary>More ballots say low than there are delegates, where delegates are the base.</summary>
    LowOverDelegates = 1 << 5,
    /// <summary>The levels together stay under the valid ballots: some left the name unmarked, or a count is wrong.</summary>
    LevelsUnderValid = 1 << 6,
    /// <summary>The ballots handed out are not as many as the people present.</summary>
    IssuedNotPresent = 1 << 7,
}

/// <summary>Exact relations between the counts of one official's row. A relation with an absent count cannot be broken.</summary>
public static class Reconciliation
{
    /// <param name="counts">The counts as given.</param>
    /// <param name="options">Says which levels make a complete row; null when the regime is not known.</param>
    /// <param name="ballotBase">The base of the regime; null when it is not known.</param>
    public static BrokenRelations Of(Counts counts, BallotOptions? options, BallotBase? ballotBase)
    {
        var broken = BrokenRelations.None;
        // Comparisons with an absent count are false.
        if (counts.Collected > counts.Issued) broken |= BrokenRelations.CollectedOverIssued;
        if (counts.Valid > counts.Collected) broken |= BrokenRelations.ValidOverCollected;
        if (counts is { Valid: { } valid, Invalid: { } invalid, Collected: { } collected } && (long)valid + invalid != collected)
            broken |= BrokenRelations.ValidInvalidMismatch;
        if (counts is { Issued: { } issued, Present: { } present } && issued != present) broken |= BrokenRelations.IssuedNotPresent;
        if (ballotBase == BallotBase.Delegates)
        {
            if (counts.Collected > counts.Delegates) broken |= BrokenRelations.CollectedOverDelegates;
            if (counts.Low > counts.Delegates) broken |= BrokenRelations.LowOverDelegates;
        }
        return broken | OfLevels(counts, options);
    }

    static BrokenRelations OfLevels(Counts counts, BallotOptions? options)
    {
        var levels = (long)(counts.High ?? 0) + (counts.Middle ?? 0) + (counts.Low ?? 0);
        if (levels > (counts.Valid ?? counts.Collected)) return BrokenRelations.LevelsOverBallots;
        return levels < counts.Valid && HasAllLevels(counts, options) ? BrokenRelations.LevelsUnderValid : BrokenRelations.None;
    }

    static bool HasAllLevels(Counts counts, BallotOptions? options) => options switch
    {
        BallotOptions.Three => counts is { High: not null, Middle: not null, Low: not null },
        BallotOptions.Two => counts is { Middle: not null, Low: not null },
        _ => false,
    };
}
