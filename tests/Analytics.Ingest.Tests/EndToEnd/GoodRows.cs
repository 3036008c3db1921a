using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A row of each kind that <see cref="RuleCity"/> takes without a word, with every column of the contract.</summary>
static class GoodRows
{
    const string ResultColumns = "round,unit,unit_name,district,position,official,official_code,born,held_on,delegates,invited,present,issued,collected,valid,invalid,"
        + "high,confidence,low,no_confidence,published_low_percent,published_high_percent,exempt,note,source";

    const string StepColumns = "round,unit,unit_name,district,planned_on,self_review_on,conference_on,minutes_on,note";

    static readonly Dictionary<string, (FileKind Kind, string[] Columns, string[] Cells)> All = new[]
    {
        ("units", FileKind.Units, "code,name,kind,level,parent,valid_from,valid_to,area", "00731,Xã Đồi Xanh,Xã,commune,07,2025-07-01,2040-01-01,071"),
        ("changes", FileKind.Changes, "effective_date,kind,from_code,to_code,whole,document", "2025-07-01,merge,00703,00711,no,02/NQ"),
        ("positions", FileKind.Positions, "code,name_vi,name_en,body,sort", "BAN-9,Trưởng ban Chín,Head of Board Nine,HĐND,19"),
        ("rounds", FileKind.Rounds, "code,name_vi,name_en,regime,held_from,held_to,due,level,sample", "R2028,Đợt 2028,Round of 2028,CITY-2026,2028-10-01,2028-10-31,2028-11-15,commune,no"),
        ("roster", FileKind.Roster, "round,unit,position,official,official_code,born,in_post_since,status,reason", "R2026,00711,PC-VICE,Đỗ Văn Bình,CB-501,1970,2022-05-01,due,Giữ chức"),
        ("results", FileKind.Results, ResultColumns, "R2024,00701,,,PC-VICE,Đỗ Văn Bình,CB-501,1970,2024-12-05,60,50,50,50,50,50,0,40,8,2,,4,80,,Ghi chú,Biên bản 1"),
        ("results by name", FileKind.Results, ResultColumns, "R2024,,Phường An Hòa,Quận Một,PC-VICE,Đỗ Văn Bình,CB-501,1970,2024-12-05,60,50,50,50,50,50,0,40,8,2,,4,80,,Ghi chú,Biên bản 1"),
        ("results of two options", FileKind.Results, ResultColumns, "R2012,00701,,,PC-VICE,Đỗ Văn Bình,CB-501,1970,2012-12-05,60,50,50,50,50,50,0,,45,,5,10,,,Ghi chú,Biên bản 1"),
        ("results of delegates", FileKind.Results, ResultColumns, "D2014,07,,,PC-VICE,Đỗ Văn Bình,CB-501,1970,2014-11-05,60,50,50,50,50,50,0,40,8,2,,3.33,66.67,,Ghi chú,Biên bản 1"),
        ("steps", FileKind.Steps, StepColumns, "R2026,00711,,,2026-10-20,2026-10-05,2026-10-21,2026-10-30,Ghi chú"),
        ("steps by name", FileKind.Steps, StepColumns, "R2026,,Phường Hòa Lập,Quận Một,2026-10-20,2026-10-05,2026-10-21,2026-10-30,Ghi chú"),
        ("results exempt", FileKind.Results, ResultColumns, "R2024,00701,,,PC-VICE,Đỗ Văn Bình,CB-501,1970,2024-12-05,,,,,,,,,,,,,,Mới được bầu,Ghi chú,Biên bản 1"),
    }.ToDictionary(r => r.Item1, r => (r.Item2, r.Item3.Split(','), r.Item4.Split(',')));

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>One name for each of the seven kinds.</summary>
    public static readonly string[] Kinds = ["units", "changes", "positions", "rounds", "roster", "results", "steps"];

    public static FileKind Kind(string of) => All[of].Kind;

    public static string[] Columns(string of) => All[of].Columns;

    public static string Cell(string of, string column) => All[of].Cells[Array.IndexOf(All[of].Columns, column)];

    /// <summary>A header and good rows with changes, parted by " | ": "column=text" gives a cell another text.</summary>
    /// <remarks>Of the header itself: "-column" leaves a column out, "column>Text" names it otherwise, "+Text=cell" adds one that is not the contract's.</remarks>
    public static string[][] File(string of, params string[] rows)
    {
        var (_, columns, good) = All[of];
        if (rows.Length == 0) rows = [""];
        var parsed = rows.Select(row => row.Split(" | ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        var about = parsed.SelectMany(changes => changes).ToList();
        var left = columns.Index().Where(c => !about.Contains("-" + c.Item)).ToList();
        var added = about.Where(c => c[0] == '+').Select(c => c[1..].Split('=')).ToList();
        var header = left.Select(c => about.Find(a => a.StartsWith(c.Item + ">", StringComparison.Ordinal)) is { } named ? named[(c.Item.Length + 1)..] : c.Item);
        return
        [
            [.. header, .. added.Select(a => a[0])],
            .. parsed.Select(changes => (string[])[.. left.Select(c => Changed(changes, c.Item) ?? good[c.Index]), .. added.Select(a => a[1])]),
        ];
    }

    static string? Changed(string[] changes, string column) =>
        Array.Find(changes, c => c.StartsWith(column + "=", StringComparison.Ordinal)) is { } change ? change[(column.Length + 1)..] : null;
}
