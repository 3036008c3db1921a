using Analytics.Web.Access;
using static Analytics.Web.Api.ApiColumn;
using static Analytics.Web.Api.ApiFilter;

namespace Analytics.Web.Api;

/// <summary>Tables that name officials: each look at one of them is recorded.</summary>
static partial class ApiPages
{
    static IReadOnlyList<ApiPage> People =>
    [
        new("/officials", Policies.Names, new ApiTable("", ApiRows.Official))
        {
            Named = true,
            Filters = [Code("round"), Code("district"), Code("position"), Of("standing", "at-threshold", "low-twice", "exempt", "undetermined"), Of("funnel", "alarm"), Of("sort", "name", "low")],
        },
        new("/officials/{id:int}", Policies.Names, new ApiTable("", ApiRows.Official)) { Named = true },
        new("/officials/{id:int}/sheet", Policies.Names) { Named = true, Filters = [Code("round")], Documents = ["docx", "pdf"] },
        new("/follow-up", Policies.Names, new ApiTable("",
        [
            Count("id"), Text("round"), Text("official"), Text("official_code").OrNull, Text("unit"), Text("unit_name"), Text("district").OrNull, Text("position"), Word("reason", ApiWords.CaseReasons), Word("standing", ApiWords.Standings),
            Count("count").OrNull, Count("base").OrNull, Share("low_share").OrNull, Share("shrunken_low").OrNull, Word("stage", ApiWords.CaseStages), Day("due").OrNull, Count("overdue_days").OrNull, YesNo("paused"), YesNo("lifted"),
            Text("assignee"), Word("outcome", ApiWords.CaseOutcomes).OrNull, Text("document"), Day("document_date").OrNull, Text("decided_by"), Instant("opened_at"), Instant("closed_at").OrNull,
        ]))
        {
            Named = true,
            Filters = [Code("round"), Code("district"), Code("position"), Of("stage", [.. ApiWords.CaseStages, "all"]), Of("state", Pages.FollowUp.FollowUpModel.States), Of("reason", ApiWords.CaseReasons), Of("sort", Pages.FollowUp.FollowUpModel.Sorts)],
        },
        new("/follow-up/after", Policies.Names, new ApiTable("",
        [
            Count("id"), Text("round"), Text("official"), Text("official_code").OrNull, Text("unit"), Text("unit_name"), Text("district").OrNull, Text("position"), Word("stage", ApiWords.CaseStages), Word("outcome", ApiWords.CaseOutcomes).OrNull,
            Word("standing", ApiWords.Standings).OrNull, Count("low").OrNull, Count("base").OrNull, Share("low_share").OrNull, Share("expected_low").OrNull, Word("next", ApiWords.NextVotes), Text("next_reason"), Text("next_round").OrNull,
            Text("next_unit").OrNull, Text("next_position").OrNull, Word("next_standing", ApiWords.Standings).OrNull, Count("next_low").OrNull, Count("next_base").OrNull, Share("next_low_share").OrNull,
            Difference("change").OrNull, Difference("change_lower").OrNull, Difference("change_upper").OrNull, Count("similar").OrNull, Share("similar_low_share").OrNull, Share("similar_next_low_share").OrNull, Difference("similar_change").OrNull,
        ]))
        { Named = true, Filters = [Code("round"), Code("district"), Code("position")] },
        new("/follow-up/{id:int}", Policies.Names, new ApiTable("",
        [
            Instant("at"), Text("by"), Word("kind", ApiWords.CaseEvents), Text("old"), Text("new"), Text("note"), Count("revision"),
        ]))
        { Named = true },
        new("/officials/matches", Policies.Names, new ApiTable("",
        [
            Count("match"), Word("state", "open", "same", "different"), Word("reason", Enum.GetNames<Domain.People.MatchReason>()), Text("name"), Text("official_code").OrNull, Text("born").OrNull, Text("unit").OrNull,
            Text("other_name"), Text("other_code").OrNull, Text("other_born").OrNull, Text("other_unit").OrNull, Text("decided_by").OrNull, Instant("decided_at").OrNull,
        ]))
        { Named = true, Filters = [Of("view", "open", "answered")] },
        new("/rounds/{code}/roster", Policies.Names, new ApiTable("",
        [
            Text("round"), Text("unit"), Text("position"), Text("official").OrNull, Text("official_code").OrNull, Text("born").OrNull, Day("in_post_since").OrNull, Word("status", ApiWords.Roster), Text("reason").OrNull,
        ]))
        { Named = true, Filters = [Code("district")] },
        new("/rounds/{code}/what-if", Policies.Names, new ApiTable("",
        [
            Text("official"), Text("official_code").OrNull, Text("unit"), Text("unit_name"), Text("position"), Text("regime"), Word("standing", ApiWords.Standings), Count("count").OrNull, Count("base").OrNull,
            Text("other_regime"), YesNo("other_covers"), Word("other_standing", ApiWords.Standings).OrNull, Count("other_count").OrNull, Count("other_base").OrNull,
        ]))
        { Named = true, Filters = [Code("regime"), Code("base"), Code("line") with { Repeated = true }, Code("sign") with { Repeated = true }] },
        new("/forms", Policies.Names, [.. Forms.Select(f => new ApiTable(f.Number, f.Columns))])
        { Selector = "form", Named = true, Filters = [Code("round"), Code("district")], Documents = ["docx"] },
        new("/imports/{id:int}", Policies.ImportHistory, new ApiTable("problems",
        [
            Text("sheet").OrNull, Count("row").OrNull, Text("column").OrNull, Text("value").OrNull.Sometimes, Text("rule"), Word("severity", "error", "warning"), Text("message_vi").Sometimes, Text("message_en").Sometimes,
        ]), new ApiTable("rows",
        [
            Text("sheet").OrNull, Count("row"), Text("round"), Text("unit"), Text("unit_name"), Text("position"), Text("official").OrNull, Word("status", ApiWords.Roster).OrNull, YesNo("current"),
        ]))
        { Selector = "view", Named = true, Filters = [Of("severity", "error", "warning"), Code("rule")] },
    ];
}
