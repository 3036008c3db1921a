namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Rules of the whole file and its header.</summary>
static partial class EveryRuleCases
{
    static readonly (string Of, string Columns)[] RequiredColumns =
    [
        ("units", "code name level"), ("changes", "effective_date kind from_code to_code whole"), ("positions", "code name_vi sort"),
        ("rounds", "code name_vi regime held_from held_to level"), ("roster", "round unit position official status"),
        ("results", "round position official high confidence low"), ("results of two options", "confidence no_confidence"),
        ("steps", "round"),
    ];

    static readonly (string Of, string Column, string Header)[] Twice =
    [
        ("units", "kind", "Level"), ("changes", "document", "WHOLE"), ("positions", "body", "Sort"), ("rounds", "due", "held to"), ("roster", "reason", "Diện"), ("results", "note", "Chức danh"), ("steps", "note", "Ngày hội nghị"),
    ];

    static IEnumerable<RuleCase> FileCases() =>
    [
        .. GoodRows.Kinds.Select(of => new RuleCase($"empty-file: {of}, a header alone is no file", of, "empty-file", "file") { HeaderOnly = true, Vi = ["dòng dữ liệu"], En = ["no data row"] }),
        new("unknown-kind: headers that fit two kinds alike", "results", "unknown-kind", "file",
            string.Join(" | ", GoodRows.Columns("results").Where(c => c is not ("round" or "unit" or "position" or "official")).Select(c => "-" + c)))
        { Both = ["\"round\"", "\"official\"", "--kind"] },
        new("unknown-kind: headers that fit none", "positions", "unknown-kind", "file", "code>Một | name_vi>Hai | name_en>Ba | body>Bốn | sort>Năm")
        { Both = ["\"Một\"", "\"Năm\"", "--kind units|changes|positions|rounds|roster|results|steps"] },
        .. Each(RequiredColumns).Select(c => new RuleCase($"missing-column: {c.Of} need {c.Column}", c.Of, "missing-column", "file", $"-{c.Column}")
        { KindIsGiven = true, Value = c.Column, Both = [c.Column], Vi = ["cột"], En = ["olumn"] }),
        new("missing-column: results need a unit's code or name", "results", "missing-column", "file", "-unit | -unit_name") { Value = "unit", Both = ["\"unit\"", "\"unit_name\""] },
        new("missing-column: steps need a unit's code or name", "steps", "missing-column", "file", "-unit | -unit_name") { Value = "unit", Both = ["\"unit\"", "\"unit_name\""] },
        new("missing-column: steps need a day", "steps", "missing-column", "file", "-planned_on | -self_review_on | -conference_on | -minutes_on")
        { KindIsGiven = true, Value = "planned_on", Both = ["\"planned_on\"", "\"minutes_on\""] },
        new("missing-column: the column that is likely meant is named", "results", "missing-column", "file", "position>Chức dnah")
        { Value = "position", Both = ["\"Chức dnah\""], Vi = ["Có phải là cột"], En = ["Is it column"], Also = ["file unknown-column"] },
        new("missing-column: so is that of a level", "results", "missing-column", "file", "low>Tín nhiệm thấpp")
        { Value = "low", Both = ["\"Tín nhiệm thấpp\""], Vi = ["Có phải là cột"], En = ["Is it column"], Also = ["file unknown-column"] },
        .. Twice.Select(c => new RuleCase($"duplicate-column: {c.Of}, two headers of one meaning", c.Of, "duplicate-column", "file", $"{c.Column}>{c.Header}")
        { KindIsGiven = true, Value = DuplicateValue(c.Of, c.Column, c.Header), Both = [$"\"{c.Header}\""], Vi = ["chỉ được có một cột"], En = ["only one is expected"] }),
        .. GoodRows.Kinds.Select(of => new RuleCase($"unknown-column: {of}, a column of no meaning is kept and told", of, "unknown-column", "file", "+Điện thoại=1")
        { Value = "Điện thoại", Both = ["\"Điện thoại\""] }),
        new("unknown-column: the likely column is named", "results", "unknown-column", "file", "+Ghi chús=x") { Value = "Ghi chús", Both = ["\"note\"?"] },
    ];

    /// <summary>Both headers in the order of the file.</summary>
    static string DuplicateValue(string of, string renamed, string header)
    {
        var meant = header switch { "Diện" => "status", "Chức danh" => "position", "Ngày hội nghị" => "conference_on", "held to" => "held_to", _ => header.ToLowerInvariant() };
        var columns = GoodRows.Columns(of);
        return Array.IndexOf(columns, renamed) < Array.IndexOf(columns, meant) ? $"{header}, {meant}" : $"{meant}, {header}";
    }
}
