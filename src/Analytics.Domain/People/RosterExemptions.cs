using Analytics.Domain.Rounds;

namespace Analytics.Domain.People;

/// <summary>What a roster says of an exemption held against what follows from the tenure under the round's rule. The roster stands: somebody answers for it.</summary>
public static class RosterExemptions
{
    /// <summary>
    /// The exemption on which both differ: listed as due though the tenure exempts, or listed as exempt on a ground that the tenure refutes. Null where they
    /// agree, and where no day is told.
    /// </summary>
    /// <param name="since">Day the post was taken.</param>
    /// <param name="reason">Words of the roster.</param>
    public static Exemption? Against(Regime regime, Round round, RosterStatus status, DateOnly? since, string? reason)
    {
        if (since is null) return null;
        var follows = Exemption.ByTenure(regime, since, round.HeldFrom);
        return status switch
        {
            RosterStatus.Due => follows,
            RosterStatus.Exempt when follows is null => Exemption.ClaimedIn(regime, reason ?? ""),
            _ => null,
        };
    }
}
