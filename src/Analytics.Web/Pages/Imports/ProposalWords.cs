using Analytics.Domain.Storage;
using Analytics.Ingest.Checking.Wording;
using Analytics.Ingest.Previews;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Imports;

/// <summary>Words for what a correction would change. Beside a name no consequence of an assumed rule is told.</summary>
sealed class ProposalWords(Texts texts, Formats formats, RuleWords rules, Language language)
{
    public string Column(string column) => ColumnWords.Find(column)?.In(language.English) ?? column;

    /// <summary>A value as a person reads it.</summary>
    public string Value(string column, string value)
    {
        if (value.Length == 0) return texts["imports.proposal.empty"];
        if (column == "status" && texts.Has("imports.roster." + value)) return texts["imports.roster." + value];
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) ? formats.ShortDate(date) : value;
    }

    public string Round(ReferenceData reference, string code) => reference.Round(code)?.Name(language.English) ?? code;

    public string Position(ReferenceData reference, string code) => reference.Position(code) is not { } position ? code
        : language.English && position.NameEn.Length > 0 ? position.NameEn : position.NameVi;

    /// <summary><c>đến ngưỡng xem xét theo quy định: 30/50 > 1/2; chưa đủ căn cứ kết luận, chờ xác nhận quy định</c></summary>
    public string Standing(ReferenceData reference, string regimeId, StandingText? standing)
    {
        if (standing is null) return texts["imports.proposal.not-loaded"];
        var counted = standing is { Count: not null, Base: not null } ? $": {formats.Count(standing.Count)}/{formats.Count(standing.Base)}" : "";
        if (standing.Line is not { } place || !reference.Regimes.TryGetValue(regimeId, out var regime))
            return texts.Has("imports.standing." + standing.Code) ? texts["imports.standing." + standing.Code] + counted : texts["imports.standing.none"] + counted;
        var line = regime.Thresholds[place];
        var sum = standing is { Count: { } count, Base: { } ballots } ? ": " + rules.ShortSum(line, count, ballots) : "";
        return $"{rules.AtThreshold(regime)}{sum}; {rules.Consequence(regime, line)}";
    }

    public string Group(ReferenceData reference, TrendChange change) => change.By == "position" ? Position(reference, change.Key) : change.Name;

    public string Direction(TrendFigures? figures) => figures is null ? Formats.Dash : texts["direction." + figures.Direction];

    public string Share(TrendFigures? figures) => figures is null ? texts["imports.proposal.not-loaded"] : formats.Share(figures.LowShare, 2);

    /// <summary>The counts behind the share: <c>12/100</c>.</summary>
    public string Counts(TrendFigures? figures) => figures is { Base: > 0 } ? $"{formats.Count(figures.Low)}/{formats.Count(figures.Base)}" : "";

    public string Points(TrendChange change) => change is { Old.LowShare: { } old, New.LowShare: { } now } ? formats.Change(now - old, 2) : Formats.Dash;
}
