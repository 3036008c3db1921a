using Analytics.Domain.Trends;
using static Analytics.Web.Api.ApiColumn;

namespace Analytics.Web.Api;

/// <summary>Rows that several tables share.</summary>
static class ApiRows
{
    /// <summary>The contract's trend rows, a group and round each.</summary>
    public static IReadOnlyList<ApiColumn> Trend { get; } =
    [
        Word("by", Enum.GetValues<TrendBy>().Select(GroupKey.Word).ToList()), Text("key"), Text("name"), Text("position").OrNull, Text("round"), Text("regime"), Count("officials"), Count("left_out"), Count("units"),
        Count("base"), Count("low"), Count("favourable"), Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull,
        Difference("change").OrNull, Difference("change_lower").OrNull, Difference("change_upper").OrNull, Probability("change_p").OrNull,
        PerYear("slope").OrNull, PerYear("slope_lower").OrNull, PerYear("slope_upper").OrNull, Probability("slope_p").OrNull, Probability("slope_q").OrNull,
        Count("rounds"), Word("direction", "none", "unclear", "rising", "falling", "early-rising", "early-falling"), Count("below_rule"),
    ];

    /// <summary>The contract's official rows.</summary>
    public static IReadOnlyList<ApiColumn> Official { get; } =
    [
        Text("official"), Text("official_code").OrNull, Text("unit"), Text("unit_name"), Text("district").OrNull, Text("position"), Text("round"), Text("regime"), Count("base").OrNull, Count("low").OrNull,
        Count("favourable").OrNull, Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull, Word("approximate", "yes").OrNull, Word("standing", ApiWords.Standings), Probability("funnel_p").OrNull,
        Word("funnel", "usual", "alert", "alarm").OrNull, Share("shrunken_low").OrNull, Word("case", ApiWords.CaseStages).OrNull,
    ];
}
