namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>All cases, and the rules of the counts of a result.</summary>
static partial class EveryRuleCases
{
    public static IReadOnlyList<RuleCase> All => [.. FileCases(), .. CellCases(), .. ReferenceCases(), .. CountCases(), .. LoadedCases()];

    static IEnumerable<RuleCase> CountCases() =>
    [
        new("collected-over-issued: both counts are told", "results", "collected-over-issued", "2 collected", "issued=49 | present=49") { Both = ["50", "49", "collected", "issued"] },
        new("valid-over-collected: both counts are told", "results", "valid-over-collected", "2 valid", "valid=51 | invalid= | high=41") { Both = ["51", "50", "valid", "collected"], Also = ["2 published_high_percent published-differs"] },
        new("valid-invalid-mismatch: the sum and the ballots are told", "results", "valid-invalid-mismatch", "2 valid", "invalid=3") { Both = ["53", "50", "collected"] },
        new("levels-over-valid: the sum and the valid ballots are told", "results", "levels-over-valid", "2 valid", "confidence=9") { Both = ["51", "50", "(valid)"] },
        new("levels-over-valid: without these, the ballots collected", "results", "levels-over-valid", "2 collected", "valid= | invalid= | confidence=9") { Both = ["51", "50", "(collected)"] },
        new("counts-over-base: ballots over the delegates", "results of delegates", "counts-over-base", "2 collected", "delegates=49 | published_low_percent= | published_high_percent=") { Both = ["50", "49", "delegates"] },
        new("counts-over-base: low over the delegates", "results of delegates", "counts-over-base", "2 low", "delegates=40 | collected= | valid= | invalid= | high=0 | confidence=0 | low=41 | published_low_percent= | published_high_percent=") { Both = ["41", "40", "delegates"] },
        new("options-mismatch: no confidence where there are three options", "results", "options-mismatch", "2 no_confidence", "no_confidence=2") { Both = ["\"2\"", "CITY-2026", "high", "low"] },
        new("options-mismatch: high where there are two", "results of two options", "options-mismatch", "2 high", "high=40") { Both = ["\"40\"", "VFF-2007", "no_confidence"], Vi = ["hai mức"], En = ["two-option"] },
        new("options-mismatch: low where there are two", "results of two options", "options-mismatch", "2 low", "low=2") { Both = ["\"2\"", "VFF-2007"] },
        new("exempt-with-counts: the reason and the counts are told", "results exempt", "exempt-with-counts", "2 collected", "collected=50 | low=7") { Both = ["\"Mới được bầu\"", "(collected)", "(low)", "50", "7"] },
        new("base-missing: no ballots collected", "results", "base-missing", "2 collected", "collected=") { Both = ["(collected)", "CITY-2026"], Vi = ["trống"], En = ["empty"] },
        new("base-missing: no delegates", "results of delegates", "base-missing", "2 delegates", "delegates=") { Both = ["delegates", "NA-35"], Vi = ["trống"], En = ["empty"] },
        new("base-missing: a base of nothing", "results of delegates", "base-missing", "2 delegates", "delegates=0 | collected= | valid= | invalid= | high=0 | confidence=0 | low=0") { Both = ["delegates"], Vi = ["bằng 0"], En = ["is 0"] },
        new("levels-under-valid: the difference is told", "results", "levels-under-valid", "2 valid", "confidence=7") { Both = ["49", "50", "1", "(valid)"] },
        new("levels-under-valid: on a ballot of two options too", "results of two options", "levels-under-valid", "2 valid", "confidence=42") { Both = ["47", "50", "3"] },
        new("issued-not-present: both counts are told", "results", "issued-not-present", "2 issued", "present=55") { Both = ["50", "55", "(issued)", "(present)"] },
        new("published-differs: low, the true share is told", "results", "published-differs", "2 published_low_percent", "published_low_percent=4.2") { Both = ["\"4.2\"", "4%"] },
        new("published-differs: high, the true share is told", "results", "published-differs", "2 published_high_percent", "published_high_percent=79.5") { Both = ["\"79.5\"", "80%"] },
        new("published-differs: over the delegates where these are the base", "results of delegates", "published-differs", "2 published_low_percent", "published_low_percent=4") { Vi = ["\"4\"", "3,33%"], En = ["\"4\"", "3.33%"] },
        new("outside-round-dates: the days of the round are told", "results", "outside-round-dates", "2 held_on", "held_on=2024-11-30") { Vi = ["30/11/2024", "01/12/2024", "31/12/2024"], En = ["2024-11-30", "2024-12-01", "2024-12-31"] },
        new("outside-regime-dates: the vote", "results", "outside-regime-dates", "2 held_on", "held_on=2023-06-30") { Also = ["2 held_on outside-round-dates"], Both = ["CITY-2026"], Vi = ["30/06/2023", "từ 01/07/2023"], En = ["2023-06-30", "from 2023-07-01"] },
        new("exemption-differs: due, but too short in the post", "roster", "exemption-differs", "2 in_post_since", "round=D2018 | unit=07 | position=PC-CHAIR | official=Vũ Thị Ba | official_code=CB-9 | in_post_since=2018-03-02 | reason=")
        { Both = ["NA-85", "D2018"], Vi = ["02/03/2018", "chưa đủ 9 tháng"], En = ["2018-03-02", "under 9 months"] },
        new("exemption-differs: exempt as too short in the post, but is not", "roster", "exemption-differs", "2 in_post_since", "round=D2018 | unit=07 | position=PC-CHAIR | official=Vũ Thị Ba | official_code=CB-9 | in_post_since=2018-03-01 | status=exempt | reason=Mới giữ chức vụ, chưa đủ 9 tháng")
        { Both = ["NA-85"], Vi = ["01/03/2018"], En = ["2018-03-01"] },
        new("outside-regime-dates: the first day of a round", "rounds", "outside-regime-dates", "2 held_from", "held_from=2023-06-30") { Both = ["(held_from)", "CITY-2026"], Vi = ["30/06/2023"], En = ["2023-06-30"] },
        new("outside-regime-dates: the last day of a round", "rounds", "outside-regime-dates", "2 held_to", "regime=NA-85 | level=commune | held_from=2023-06-01 | held_to=2023-07-01 | due=") { Both = ["(held_to)", "NA-85"], Vi = ["01/07/2023"], En = ["2023-07-01"] },
    ];
}
