using System.Security.Cryptography;
using System.Text;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Rules;

/// <summary>A rule that is not set yet.</summary>
/// <param name="RoundId">The round that would depart from its regime; null: the regime itself.</param>
/// <param name="Json">As <see cref="RuleVersion.Json"/>.</param>
/// <param name="Version">The version it would follow; 0: none.</param>
sealed record RuleDraft(string RegimeId, int? RoundId, string Json, int Version)
{
    public static RuleDraft Of(Regime rule, int version) => new(rule.Id, null, RegimeFile.Write(rule), version);

    /// <summary>A round's own parts: those that differ from what its regime says.</summary>
    /// <returns>Null where base or lines cannot be read.</returns>
    public static RuleDraft? Of(Round round, Regime regime, SupposedRule typed, int version) => typed.Apply(regime) is { } supposed
        ? new(regime.Id, round.Id, RegimeFile.WriteParts(supposed.Base == regime.Base ? null : supposed.Base, supposed.Thresholds.SequenceEqual(regime.Thresholds) ? null : supposed.Thresholds), version)
        : null;

    /// <summary>The round follows its regime again.</summary>
    public static RuleDraft Back(Round round, int version) => new(round.RegimeId, round.Id, RegimeFile.WriteParts(null, null), version);

    /// <summary>What a writer was shown: this draft beside the figures of one version. Another mark means that it has to be looked at again.</summary>
    public string Mark(long dataVersion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{RegimeId}\n{RoundId}\n{Version}\n{dataVersion}\n{Json}"))));

    /// <summary>The rules as they would hold.</summary>
    /// <param name="brought">Regimes as the product brings them.</param>
    /// <param name="holding">Versions that hold now.</param>
    public ReferenceData Over(ReferenceData reference, IReadOnlyList<Regime> brought, IEnumerable<RuleVersion> holding)
    {
        var own = new RuleVersion { RegimeId = RegimeId, RoundId = RoundId, Json = Json, Reason = "", By = "" };
        return reference.Under(brought, [.. holding.Where(v => RoundId is null ? v.RoundId is not null || v.RegimeId != RegimeId : v.RoundId != RoundId), own]);
    }
}
