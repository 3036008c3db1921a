namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Rules of what a row refers to, of units and rounds, and of rows against each other and against what is loaded.</summary>
static partial class EveryRuleCases
{
    static IEnumerable<RuleCase> ReferenceCases() =>
    [
        .. new[] { "roster", "results" }.SelectMany(of => new RuleCase[]
        {
            new($"unknown-round: {of}, the nearest are named", of, "unknown-round", "2 round", "round=R2025") { Both = ["\"R2025\"", "R2024"] },
            new($"unknown-unit: {of}, a code without its noughts", of, "unknown-unit", "2 unit", "unit=701") { Both = ["\"701\""], Vi = ["số 0 ở đầu"], En = ["leading zeros"] },
            new($"unit-not-valid-then: {of}, the code came or went", of, "unit-not-valid-then", "2 unit", of == "roster" ? "unit=00701" : "unit=00711")
            { Both = [of == "roster" ? "\"00701\"" : "\"00711\""], Vi = ["01/07/2025"], En = ["2025-07-01"] },
            new($"unknown-position: {of}, the nearest are named", of, "unknown-position", "2 position", "position=Phó Chủ tịch HDNDD") { Both = ["\"Phó Chủ tịch HDNDD\"", "Phó Chủ tịch HĐND (PC-VICE)"] },
            new($"ambiguous-position: {of}, the candidates are named", of, "ambiguous-position", "2 position", "position=Trưởng ban") { Both = ["\"Trưởng ban\"", "Trưởng ban (BAN-1); Trưởng ban (BAN-2)"] },
            new($"position-not-covered: {of}, the posts that are covered are named", of, "position-not-covered", "2 position", "position=BAN-1") { Both = ["BAN-1", "CITY-2026", "PC-CHAIR; PC-VICE; PPC-CHAIR; PPC-VICE"] },
            new($"level-not-covered: {of}, the level of the round is named", of, "level-not-covered", "2 unit", "unit=07") { Vi = ["(07)", "cấp tỉnh", "cấp xã"], En = ["(07)", "province", "commune"] },
        }),
        new("unknown-round: steps, the nearest are named", "steps", "unknown-round", "2 round", "round=R2025") { Both = ["\"R2025\"", "R2024"] },
        new("unknown-unit: steps, a code without its noughts", "steps", "unknown-unit", "2 unit", "unit=711") { Both = ["\"711\""], Vi = ["số 0 ở đầu"], En = ["leading zeros"] },
        new("unknown-unit: steps, the nearest names are named", "steps by name", "unknown-unit", "2 unit_name", "unit_name=Phường Hòa Lâpp") { Both = ["\"Phường Hòa Lâpp\"", "Phường Hòa Lập (00711"] },
        new("ambiguous-unit: steps, the candidates are named with what lies above", "steps by name", "ambiguous-unit", "2 unit_name", "unit_name=Xã Nước Trong | district=")
        { Both = ["\"Xã Nước Trong\"", "00712, Huyện Hai", "00714, Quận Một"] },
        new("unit-not-valid-then: steps, the code was gone", "steps", "unit-not-valid-then", "2 unit", "unit=00701") { Both = ["\"00701\""], Vi = ["01/07/2025"], En = ["2025-07-01"] },
        new("level-not-covered: steps, the level of the round is named", "steps", "level-not-covered", "2 unit", "unit=07") { Vi = ["(07)", "cấp tỉnh", "cấp xã"], En = ["(07)", "province", "commune"] },
        new("unknown-unit: results, the nearest codes are named", "results", "unknown-unit", "2 unit", "unit=701") { Both = ["00701 (Phường An Hòa)"] },
        new("unknown-unit: results, the nearest names are named", "results by name", "unknown-unit", "2 unit_name", "unit_name=Phường An Hóaa") { Both = ["\"Phường An Hóaa\"", "Phường An Hòa (00701, Quận Một)"] },
        new("ambiguous-unit: the candidates are named with what lies above", "results by name", "ambiguous-unit", "2 unit_name", "round=R2026 | unit_name=Xã Nước Trong | district= | held_on=2026-10-05")
        { Both = ["\"Xã Nước Trong\"", "00712, Huyện Hai", "00714, Quận Một"] },
        new("ambiguous-unit: a district that does not tell them apart", "results by name", "ambiguous-unit", "2 unit_name", "round=R2026 | unit_name=Xã Nước Trong | district=Quận Tám | held_on=2026-10-05")
        { Both = ["\"Quận Tám\"", "00712, Huyện Hai"] },
        new("unknown-unit: changes, code before", "changes", "unknown-unit", "2 from_code", "from_code=703") { Both = ["\"703\"", "00703 (Xã Bến Nước)"] },
        new("unknown-unit: changes, code after", "changes", "unknown-unit", "2 to_code", "to_code=711") { Both = ["\"711\"", "00711 (Phường Hòa Lập)"] },
        new("unit-not-valid-then: changes, code before is valid the day before", "changes", "unit-not-valid-then", "2 from_code", "from_code=00712") { Both = ["\"00712\""], Vi = ["30/06/2025", "từ 01/07/2025"], En = ["2025-06-30", "from 2025-07-01"] },
        new("unit-not-valid-then: changes, code after is valid on the day", "changes", "unit-not-valid-then", "2 to_code", "to_code=00701") { Both = ["\"00701\""], Vi = ["trước 01/07/2025"], En = ["before 2025-07-01"] },
        new("unknown-unit: units, the area", "units", "unknown-unit", "2 area", "area=71") { Both = ["\"71\"", "071 (Quận Một)"] },
        new("level-not-covered: rounds, the levels of the regime are named", "rounds", "level-not-covered", "2 level", "level=district") { Vi = ["CITY-2026", "cấp huyện", "cấp xã"], En = ["CITY-2026", "district", "commune"] },
        new("unknown-regime: the regimes are named", "rounds", "unknown-regime", "2 regime", "regime=NA-97") { Both = ["\"NA-97\"", "NA-96"] },
        new("unknown-parent: the nearest is named", "units", "unknown-parent", "2 parent", "parent=7") { Both = ["\"7\"", "07 (Thành phố Giả Định)"] },
        new("unknown-parent: one that is not above", "units", "unknown-parent", "2 parent", "parent=00711") { Both = ["\"00711\""], Vi = ["cấp cao hơn"], En = ["higher level"] },
        new("unknown-parent: one that is not valid throughout", "units", "unknown-parent", "2 parent", "parent=071 | valid_from=2020-01-01") { Both = ["\"071\""], Vi = ["01/07/2025"], En = ["2025-07-01"] },
        new("overlapping-validity: with a loaded unit, both periods are told", "units", "overlapping-validity", "2 valid_from", "code=00701 | valid_from=2024-01-01 | valid_to=2040-01-01")
        { Both = ["\"00701\""], Vi = ["trước 01/07/2025", "từ 01/01/2024 đến trước 01/01/2040"], En = ["before 2025-07-01", "from 2024-01-01 until before 2040-01-01"] },
        new("overlapping-validity: within a file, both periods are told", "units", "overlapping-validity", "3 valid_from", "", "valid_from=2030-01-01")
        { Vi = ["dòng 2", "từ 01/07/2025 đến trước 01/01/2040", "từ 01/01/2030"], En = ["line 2", "from 2025-07-01 until before 2040-01-01", "from 2030-01-01"] },
        new("bad-period: a unit ends after it begins", "units", "bad-period", "2 valid_to", "valid_to=2025-07-01") { Both = ["(valid_to)", "(valid_from)"], Vi = ["01/07/2025"], En = ["2025-07-01"] },
        new("bad-period: a round ends when it begins or later", "rounds", "bad-period", "2 held_to", "held_to=2028-09-30") { Vi = ["30/09/2028", "01/10/2028"], En = ["2028-09-30", "2028-10-01"] },
        new("bad-period: a round's results are not due before it", "rounds", "bad-period", "2 due", "due=2028-09-30") { Vi = ["30/09/2028", "01/10/2028"], En = ["2028-09-30", "2028-10-01"] },
        .. GoodRows.Kinds.Select(of => new RuleCase($"duplicate-row: {of}, the same key twice", of, "duplicate-row",
            of switch { "changes" => "3 from_code", "roster" or "results" => "3 official", "steps" => "3 unit", _ => "3 code" }, "", "")
        { Value = of is "roster" or "results" or "steps" ? null : RuleCase.AsInCell, Vi = ["dòng 2"], En = ["line 2"] }),
    ];

    static IEnumerable<RuleCase> LoadedCases() =>
    [
        Conflict("units", "name", "code=00712 | name=Xã Nước Khác | valid_to= | area=072", "Xã Nước Trong", "Xã Nước Khác"),
        Conflict("changes", "whole", "from_code=00701 | whole=no | document=01/NQ", "yes", "no"),
        Conflict("positions", "sort", "code=BAN-1 | name_vi=Trưởng ban | name_en=Head of board | sort=9", "5", "9"),
        Conflict("rounds", "sample", "code=R2026 | name_vi=Đợt 2026 | name_en= | held_from=2026-10-01 | held_to=2026-10-31 | due= | sample=yes", "no", "yes"),
        Conflict("roster", "status", "position=PC-CHAIR | official=Vũ Thị Tư | official_code=CB-7 | born=1972 | in_post_since= | status=exempt | reason=", "due", "exempt"),
        Conflict("steps", "minutes_on", "unit=00713 | planned_on= | self_review_on= | conference_on= | minutes_on=2026-11-02 | note=", "2026-10-30", "2026-11-02"),
        Conflict("results", "low", Loaded("low=1"), "2", "1"),
        new("name-variant: the same code, another spelling", "results", "name-variant", "2 official", "official_code=CB-1 | born=1960 | official=Lê Van Nam") { Both = ["\"Lê Van Nam\"", "\"Lê Văn Nam\""], Vi = ["mã cán bộ"], En = ["official code"] },
        new("name-variant: the same birth date, another spelling", "results", "name-variant", "2 official", "official_code= | born=1975-05-19 | official=Trần Thị Mãi") { Both = ["\"Trần Thị Mãi\"", "\"Trần Thị Mai\""], Vi = ["ngày, năm sinh"], En = ["birth date"] },
        new("second-holder: another holds the chair in the round", "results", "second-holder", "2 official", "unit=00702 | position=PC-CHAIR") { Value = null, Both = ["Xã Tân Lập", "Hoàng Văn Ba"] },
        new("second-holder: another is on the roster for the chair", "roster", "second-holder", "2 official", "position=PC-CHAIR") { Value = null, Both = ["Vũ Thị Tư"] },
    ];

    static RuleCase Conflict(string of, string column, string row, string loaded, string found) =>
        new($"conflicts-with-loaded: {of}, both values are told in the file's words", of, "conflicts-with-loaded", $"2 {column}", row)
        { Value = found, Vi = [$"{column}: đã nạp \"{loaded}\", trong tệp \"{found}\"", "--replace"], En = [$"{column}: loaded \"{loaded}\", in the file \"{found}\"", "--replace"] };

    /// <summary>The loaded result of the chair of 00702, with a change.</summary>
    static string Loaded(string change) =>
        "unit=00702 | position=PC-CHAIR | official=Hoàng Văn Ba | official_code=CB-3 | born=1965 | held_on= | delegates= | invited= | present= | issued= | valid= | invalid= | published_low_percent= | published_high_percent= | note= | source= | " + change;
}
