using Analytics.Domain.Trends;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared.Trends;

/// <summary>What part of the differences is real, in words.</summary>
sealed class SpreadWords(Texts texts, Formats formats)
{
    /// <summary>Between the units of an area; empty where no unit has a result, or there is no low ballot to tell by.</summary>
    public string Units(AreaSpread area)
    {
        if (area.Units == 0) return "";
        if (area.Units < ChanceTests.FewUnits) return texts["spread.few", formats.CountInText(area.Units), formats.CountInText(ChanceTests.FewUnits)];
        return area.Spread is { } s ? Sentence("spread.units", s.Members, s.Phi, s.Rho, s.TruePart, s.BeyondChance) : "";
    }

    /// <summary>Between the officials of a post.</summary>
    public string Officials(PostSpread post) => Sentence("spread.officials", post.Officials, post.Phi, post.Rho, post.TruePart, post.BeyondChance);

    string Sentence(string key, int members, double phi, double rho, double truePart, bool beyondChance) => beyondChance
        ? texts[key, formats.CountInText(members), formats.Number(phi, 1), formats.Share(truePart, 0), formats.Number(rho, 4)]
        : texts[key + ".chance", formats.CountInText(members), formats.Number(phi, 1)];
}
