using Analytics.Domain.Imports;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Pages.Coverage;
using static Analytics.Web.Api.ApiColumn;
using static Analytics.Web.Api.ApiFilter;

namespace Analytics.Web.Api;

/// <summary>What the office keeps of its work: progress, urging, entry, imports, reports, reference data.</summary>
static partial class ApiPages
{
    static IReadOnlyList<ApiPage> Work =>
    [
        new("/coverage", Policies.Results, new ApiTable("",
        [
            Text("unit"), Text("unit_name"), Text("district").OrNull, Text("reporting_body"), YesNo("expected"), Count("due").OrNull, Count("not_due").OrNull, Count("no_council"), Count("results"), Count("verified"),
            Day("planned_on").OrNull, Day("self_review_on").OrNull, Day("conference_on").OrNull, Day("minutes_on").OrNull, Day("loaded_on").OrNull, Day("verified_on").OrNull,
            Word("reached", ApiWords.Steps).OrNull, Word("overdue_step", ApiWords.Steps).OrNull, Count("overdue_days").OrNull,
        ]))
        { Filters = [Code("round"), Code("district"), Of("state", CoverageFilter.States), Of("sort", CoverageFilter.Sorts)] },
        new("/coverage/{round}/{unit}", Policies.Results, new ApiTable("",
        [
            Word("step", ApiWords.Steps), Day("on"), Text("note"), Instant("at"), Text("by").OrNull, Count("import").OrNull, Count("row").OrNull, Instant("removed_at").OrNull, Text("removed_by").OrNull,
        ])),
        new("/coverage/urging", Policies.OfficeRecords, new ApiTable("",
        [
            Text("body"), Text("body_name"), Text("district").OrNull, Count("units"), Count("missing"), Text("missing_units"), Count("overdue_days").OrNull, Count("calls"), Count("letters"),
            Day("last_urged").OrNull, Day("promised").OrNull, Count("answer_days").OrNull,
        ]))
        { Named = true, Filters = [Code("round"), Code("body"), Date("before")], Documents = ["docx"] },
        new("/calendar", Policies.Results, new ApiTable("",
        [
            Text("unit"), Text("unit_name"), Text("district").OrNull, YesNo("not_due"), Text("last_round").OrNull, Day("held_to").OrNull, Text("unit_then").OrNull, Text("unit_then_name").OrNull,
        ])),
        new("/entry", Policies.Import, new ApiTable("",
        [
            Text("unit"), Text("unit_name"), Text("district").OrNull, Count("due").OrNull, Count("results"), Count("verified"), Count("at_threshold_unverified"), Word("state", "missing", "partial", "unverified", "verified"),
        ]))
        { Filters = [Code("round"), Code("district"), Of("state", Pages.Entry.ListModel.States)] },
        new("/imports", Policies.ImportHistory, new ApiTable("",
        [
            Count("import"), Instant("at"), Text("file"), Word("kind", Kinds.All).OrNull, Text("by"), Count("rows"), Count("loaded"), Count("unchanged"), Count("corrected"), Count("rejected"), Count("warnings"),
            Word("state", Enum.GetNames<ImportState>().Select(s => s.ToLowerInvariant()).ToList()), Count("version").OrNull, Text("sha256"),
        ]))
        { Filters = [Of("kind", Kinds.All), Of("state", Pages.Imports.ListModel.States)] },
        new("/briefings", Policies.Briefings, new ApiTable("",
        [
            Count("briefing"), Text("title"), Instant("created_at"), Text("by"), Text("round"), Count("data_version"), Word("language", "vi", "en"), Count("html_bytes"), Count("zip_bytes"), Text("sha256"), Text("zip_sha256"),
        ])),
        new("/reports/{id:int}", Policies.Office) { Documents = ["docx"] },
        new("/admin/annotations", Policies.Annotate, new ApiTable("",
        [
            Day("on"), Text("place"), Text("name"), Text("text_vi"), Text("text_en"), Text("by"), Instant("at"),
        ])),
        new("/admin/reference", Policies.Administration, new ApiTable("units",
        [
            Text("code"), Text("name"), Text("kind").OrNull, Word("level", ApiWords.Levels), Text("parent").OrNull, Day("valid_from").OrNull, Day("valid_to").OrNull, Text("area").OrNull,
        ]), new ApiTable("changes",
        [
            Day("effective_date"), Word("kind", ApiWords.Changes), Text("from_code").OrNull, Text("to_code").OrNull, YesNo("whole"), Text("document").OrNull,
        ]), new ApiTable("positions",
        [
            Text("code"), Text("name_vi"), Text("name_en"), Text("body").OrNull, Count("sort"),
        ]), new ApiTable("rounds",
        [
            Text("code"), Text("name_vi"), Text("name_en"), Text("regime"), Day("held_from"), Day("held_to"), Day("due").OrNull, Word("level", ApiWords.Levels), YesNo("sample"),
        ]))
        { MustChoose = true },
    ];
}
