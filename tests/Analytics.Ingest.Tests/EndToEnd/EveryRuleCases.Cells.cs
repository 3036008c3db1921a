namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Rules of single cells: each column of each kind they can apply to.</summary>
static partial class EveryRuleCases
{
    static readonly (string Of, string Columns)[] Required =
    [
        ("units", "code name level parent"), ("changes", "effective_date kind from_code to_code whole"), ("positions", "code name_vi sort"),
        ("rounds", "code name_vi regime held_from held_to level"), ("roster", "round unit position official status"),
        ("results", "round position official high confidence low"), ("results of two options", "confidence no_confidence"),
        ("steps", "round"),
    ];

    static readonly (string Of, string Columns)[] Numbers =
    [
        ("positions", "sort"), ("results of two options", "no_confidence"),
        ("results", "delegates invited present issued collected valid invalid high confidence low published_low_percent published_high_percent"),
    ];

    static readonly (string Of, string Columns)[] Dates =
    [
        ("units", "valid_from valid_to"), ("changes", "effective_date"), ("rounds", "held_from held_to due"), ("roster", "born in_post_since"), ("results", "born held_on"), ("steps", "planned_on self_review_on conference_on minutes_on"),
    ];

    static readonly (string Of, string Column, string Text, string Vi, string En)[] OutOfRange =
    [
        ("rounds", "held_from", "1989-12-31", "từ 01/01/1990 đến 24/11/2031", "from 1990-01-01 to 2031-11-24"),
        ("rounds", "held_to", "3010-05-23", "từ 01/01/1990 đến 24/11/2031", "from 1990-01-01 to 2031-11-24"),
        ("results", "held_on", "23/5/3010", "từ 01/01/1990 đến 25/11/2026", "from 1990-01-01 to 2026-11-25"),
        ("results", "born", "1899", "từ 1900 đến 2008", "from 1900 to 2008"),
        ("results", "born", "25/11/2008", "từ 01/01/1900 đến 24/11/2008", "from 1900-01-01 to 2008-11-24"),
        ("roster", "born", "2009", "từ 1900 đến 2008", "from 1900 to 2008"),
        ("steps", "planned_on", "2031-11-25", "từ 01/01/1990 đến 24/11/2031", "from 1990-01-01 to 2031-11-24"),
        ("steps", "self_review_on", "2026-11-26", "từ 01/01/1990 đến 25/11/2026", "from 1990-01-01 to 2026-11-25"),
        ("steps", "conference_on", "2026-11-26", "từ 01/01/1990 đến 25/11/2026", "from 1990-01-01 to 2026-11-25"),
        ("steps", "minutes_on", "23/5/3010", "từ 01/01/1990 đến 25/11/2026", "from 1990-01-01 to 2026-11-25"),
    ];

    static readonly (string Of, string Column, string Words)[] Choices =
    [
        ("units", "level", "country, province, district, commune"), ("changes", "kind", "merge, split, rename, retype, move, dissolve, create"), ("changes", "whole", "yes, no"),
        ("rounds", "level", "country, province, district, commune"), ("rounds", "sample", "yes, no"), ("roster", "status", "due, exempt, vacant, no-council"),
    ];

    static IEnumerable<(string Of, string Column)> Each((string Of, string Columns)[] table) =>
        from line in table from column in line.Columns.Split(' ') select (line.Of, column);

    /// <summary>Every column of every kind, on a row where the cell may be filled.</summary>
    static IEnumerable<(string Of, string Column)> EveryColumn() =>
        from of in GoodRows.Kinds
        from column in GoodRows.Columns(of)
        select (column switch { "no_confidence" => "results of two options", "exempt" => "results exempt", _ => of }, column);

    static IEnumerable<RuleCase> CellCases() =>
    [
        .. Each(Required).Select(c => new RuleCase($"missing-value: {c.Of}, {c.Column} must be filled", c.Of, "missing-value", $"2 {c.Column}", $"{c.Column}=")
        { Both = [c.Column], Vi = ["trống", "bắt buộc"], En = ["is empty", "required"] }),
        new("missing-value: results need a unit's code or its name", "results", "missing-value", "2 unit", "unit=") { Both = ["(unit)", "(unit_name)"], Vi = ["trống"], En = ["empty"] },
        new("missing-value: steps need a unit's code or its name", "steps", "missing-value", "2 unit", "unit=") { Both = ["(unit)", "(unit_name)"], Vi = ["trống"], En = ["empty"] },
        .. Each(Numbers).Select(c => new RuleCase($"bad-number: {c.Of}, {c.Column} is no word", c.Of, "bad-number", $"2 {c.Column}", $"{c.Column}=5x")
        { Both = ["\"5x\"", c.Column], Vi = ["cần"], En = ["expected"] }),
        .. Each(Numbers).Where(c => !c.Column.StartsWith("published", StringComparison.Ordinal)).Select(c =>
            new RuleCase($"bad-number: {c.Of}, {c.Column} has no fraction", c.Of, "bad-number", $"2 {c.Column}", $"{c.Column}=12.5")
            { Both = ["\"12.5\"", c.Column], Vi = ["số nguyên"], En = ["whole number"] }),
        .. Each(Numbers).Select(c => new RuleCase($"negative: {c.Of}, {c.Column} is 0 or more", c.Of, "negative", $"2 {c.Column}", $"{c.Column}=-5")
        { Both = ["\"-5\"", c.Column, "0"], Vi = ["cần"], En = ["expected"] }),
        new("bad-number: no count is over a hundred million", "results", "bad-number", "2 invited", "invited=100000001") { Both = ["\"100000001\"", "100000000"] },
        new("bad-number: no percentage is over a hundred", "results", "bad-number", "2 published_low_percent", "published_low_percent=101") { Both = ["\"101\"", "100"] },
        .. Each(Dates).Select(c => new RuleCase($"bad-date: {c.Of}, {c.Column} is a day that exists", c.Of, "bad-date", $"2 {c.Column}", $"{c.Column}=30/02/2025")
        { Both = ["\"30/02/2025\"", c.Column], Vi = ["có thật"], En = ["that exists"] }),
        .. OutOfRange.Select(c => new RuleCase($"date-out-of-range: {c.Of}, {c.Column} is not {c.Text}", c.Of, "date-out-of-range", $"2 {c.Column}", $"{c.Column}={c.Text}")
        { Both = [$"\"{c.Text}\"", c.Column], Vi = [c.Vi], En = [c.En] }),
        .. Choices.Select(c => new RuleCase($"bad-word: {c.Of}, {c.Column} is one of a few words", c.Of, "bad-word", $"2 {c.Column}", $"{c.Column}=maybe")
        { Both = ["\"maybe\"", c.Column, c.Words] }),
        .. EveryColumn().Select(c => TooLong(c.Of, c.Column, c.Column == "note" ? 4000 : 300)),
        .. EveryColumn().Select(c => new RuleCase($"control-character: {c.Of}, {c.Column} holds none", c.Of, "control-character", $"2 {c.Column}", $"{c.Column}=a\u0007b")
        { Value = "a\uFFFDb", Both = ["U+0007", c.Column], Vi = ["vị trí thứ 2"], En = ["position 2"] }),
        new("control-character: a mark that turns the direction of text is one", "results", "control-character", "2 official", "official=Lê\u202EVăn")
        { Value = "Lê\uFFFDVăn", Both = ["U+202E"] },
    ];

    static RuleCase TooLong(string of, string column, int limit) =>
        new($"too-long: {of}, {column} has at most {limit} characters", of, "too-long", $"2 {column}", $"{column}={new string('x', limit + 1)}")
        {
            Value = new string('x', 300) + "…",
            Both = [column, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{limit + 1}"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{limit}")],
        };
}
