using Analytics.Web.Access;
using static Analytics.Web.Api.ApiColumn;
using static Analytics.Web.Api.ApiFilter;

namespace Analytics.Web.Api;

/// <summary>Results of city, areas, posts and units: no names of officials.</summary>
static partial class ApiPages
{
    static IReadOnlyList<ApiPage> Results =>
    [
        new("/", Policies.Results, new ApiTable("", ApiRows.Trend)) { Filters = [Code("round")] },
        new("/rounds", Policies.Results, new ApiTable("",
        [
            Text("round"), Text("name_vi"), Text("name_en"), Text("regime"), Text("family"), Word("level", ApiWords.Levels), Day("held_from"), Day("held_to"), Day("due").OrNull,
            Count("units_expected"), Count("units_reported"), Count("cities"), Count("officials"), Count("left_out"), Count("base").OrNull, Count("low").OrNull, Count("favourable").OrNull,
            Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull, Count("below_rule"), YesNo("sample"),
        ])),
        new("/rounds/{code}", Policies.Results, new ApiTable("results", ApiRows.Trend), new ApiTable("cities", ApiRows.Trend), new ApiTable("distribution",
        [
            Text("position").OrNull, Text("name"), Count("officials"), Count("exempt"), Count("undetermined"), .. ApiWords.Bands.Select(Count),
            .. ApiWords.Consequences.Select(s => Count(s.Replace('-', '_')).Sometimes), Count("none"),
        ]), new ApiTable("missing", [Text("unit"), Text("unit_name"), Text("area").OrNull, Count("officials_due").OrNull, Day("due").OrNull, YesNo("overdue")])),
        new("/districts", Policies.Results, new ApiTable("", ApiRows.Trend)) { Filters = [Code("round"), GroupSort] },
        new("/districts/{code}", Policies.Results, new ApiTable("trend", ApiRows.Trend), new ApiTable("posts", ApiRows.Trend), new ApiTable("post-rounds", ApiRows.Trend), new ApiTable("units",
        [
            Text("unit"), Text("unit_name"), YesNo("reported"), Text("former_areas"), YesNo("straddles"), Count("officials").OrNull, Count("base").OrNull, Count("low").OrNull,
            Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull,
        ]), new ApiTable("lineage",
        [
            Day("effective_date"), Text("from_code"), Text("from_name"), Text("from_area").OrNull, Text("to_code"), Text("to_name"), Text("to_area").OrNull, YesNo("whole"), Text("document").OrNull,
        ]))
        { Filters = [Code("round")] },
        new("/positions", Policies.Results, new ApiTable("", ApiRows.Trend)) { Filters = [Code("round"), GroupSort] },
        new("/positions/{code}", Policies.Results, new ApiTable("trend", ApiRows.Trend), new ApiTable("areas", ApiRows.Trend)) { Filters = [Code("round"), GroupSort] },
        new("/units", Policies.Results, new ApiTable("",
        [
            Text("unit"), Text("unit_name"), Day("valid_from").OrNull, Day("valid_to").OrNull, Text("district").OrNull, Word("boundaries", "reported", "today"), YesNo("complete").OrNull, YesNo("divided"),
            Text("round"), Count("units"), Count("officials"), Count("left_out"), Count("base").OrNull, Count("low").OrNull, Share("low_share").OrNull,
        ]))
        { Filters = [Code("district"), Of("boundaries", "reported", "today")] },
        new("/units/{code}", Policies.Results, new ApiTable("votes",
        [
            Text("unit"), Text("unit_name"), Text("position"), Text("round"), Text("regime"), YesNo("exempt"), Count("base").OrNull, Count("low").OrNull, Count("favourable").OrNull,
            Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull, Count("holder"), YesNo("new_holder"),
        ]), new ApiTable("lineage",
        [
            Word("direction", "before", "after"), Day("effective_date"), Word("kind", ApiWords.Changes), Text("code").OrNull, Text("name").OrNull, YesNo("whole"), Text("document").OrNull,
        ]))
        { Filters = [Date("at")] },
        new("/compare", Policies.Results, new ApiTable("",
        [
            Text("position").OrNull, Text("round"), Text("district").OrNull, Count("base").OrNull, Share("low_share").OrNull, Share("low_lower").OrNull, Share("low_upper").OrNull, Share("favourable_share").OrNull,
            Text("other_round"), Text("other_district").OrNull, Count("other_base").OrNull, Share("other_low_share").OrNull, Share("other_low_lower").OrNull, Share("other_low_upper").OrNull, Share("other_favourable_share").OrNull,
            Difference("difference").OrNull, Difference("difference_lower").OrNull, Difference("difference_upper").OrNull, Word("verdict", Enum.GetNames<Pages.Compare.Verdict>().Select(v => v.ToLowerInvariant()).ToList()),
        ]))
        { Filters = [Code("round"), Code("district"), Code("other-round"), Code("other-district")] },
        new("/rules", Policies.Results, new ApiTable("",
        [
            Text("regime"), Text("name_vi"), Text("name_en"), Text("family"), Day("valid_from").OrNull, Day("valid_to").OrNull, Count("options"), Text("base"), Text("thresholds"), YesNo("assumed"),
            Count("rounds"), Count("departing"), Text("source_vi"),
        ])),
    ];
}
