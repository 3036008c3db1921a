using Analytics.Domain.Names;

namespace Analytics.Domain.Rounds;

/// <summary>Why somebody in a covered post is not put to the vote.</summary>
public enum ExemptionGround
{
    /// <summary>Elected or appointed in the year of the vote.</summary>
    ElectedThatYear,
    /// <summary>Less than so many months in the post.</summary>
    ShortTenure,
    AwaitingRetirement,
}

/// <summary>The words files and forms say a ground with.</summary>
public static class ExemptionGrounds
{
    static readonly (ExemptionGround Ground, string Code)[] Codes =
    [
        (ExemptionGround.ElectedThatYear, "elected-that-year"), (ExemptionGround.ShortTenure, "short-tenure"), (ExemptionGround.AwaitingRetirement, "awaiting-retirement"),
    ];

    public static string Code(this ExemptionGround ground) => Codes.First(c => c.Ground == ground).Code;

    /// <summary>Null for a word that is none of them.</summary>
    public static ExemptionGround? Parse(string code) => Codes.Where(c => c.Code == code).Select(c => (ExemptionGround?)c.Ground).FirstOrDefault();
}

/// <param name="Months">For <see cref="ExemptionGround.ShortTenure"/>: whole months in post from which on the vote is held; else 0.</param>
public sealed record Exemption(ExemptionGround Ground, int Months = 0)
{
    static readonly (ExemptionGround Ground, string[] Words)[] Told =
    [
        (ExemptionGround.AwaitingRetirement, ["nghi huu", "nghi che do", "retire"]),
        (ExemptionGround.ShortTenure, ["thang", "month"]),
        (ExemptionGround.ElectedThatYear, ["moi duoc bau", "moi bau", "bau trong nam", "bo nhiem trong nam", "elected", "appointed"]),
    ];

    /// <summary>
    /// The exemption that follows from the day somebody took the post; null where none does. Awaiting retirement follows from no date that is
    /// kept, only from what a roster says.
    /// </summary>
    /// <param name="on">Day of the vote.</param>
    public static Exemption? ByTenure(Regime regime, DateOnly? inPostSince, DateOnly on)
    {
        if (inPostSince is not { } since || since > on) return null;
        return regime.Exemptions.FirstOrDefault(e => e.Ground switch
        {
            ExemptionGround.ElectedThatYear => since.Year == on.Year,
            ExemptionGround.ShortTenure => since.AddMonths(e.Months) > on,
            _ => false,
        });
    }

    /// <summary>The exemption of the rule that a roster's words claim and that a tenure can bear out; null where they claim none.</summary>
    public static Exemption? ClaimedIn(Regime regime, string reason) =>
        GroundIn(reason) is { } ground and not ExemptionGround.AwaitingRetirement ? regime.Exemptions.FirstOrDefault(e => e.Ground == ground) : null;

    /// <summary>The ground that a roster's words name; null where they name none of those a rule knows.</summary>
    public static ExemptionGround? GroundIn(string reason)
    {
        var folded = Folding.Fold(reason);
        foreach (var (ground, words) in Told)
            if (words.Any(w => folded.Contains(w, StringComparison.Ordinal))) return ground;
        return null;
    }
}
