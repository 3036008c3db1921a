using Analytics.Ingest.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A template names who is to be voted on; unfilled it tells what is missing, filled it loads.</summary>
public sealed class TemplateTests : IDisposable
{
    static readonly string[] Roster =
    [
        "round,unit,position,official,official_code,born,status,reason",
        "R2024,00701,PC-CHAIR,Lê Văn Nam,007,1970,due,", "R2024,00701,PC-VICE,Trần Thị Mai,008,1975,exempt,mới bầu",
        "R2024,00702,PC-CHAIR,,,,vacant,", "R2024,00704,PC-CHAIR,Đỗ Văn Sáu,009,1980,due,",
    ];

    readonly CommandRun city = SmallCity.Run();

    string Out => Path.Combine(city.Folder, "template.xlsx");

    public void Dispose() => city.Dispose();

    [Fact]
    public void It_has_those_due_and_exempt_with_their_codes_as_text_and_vacancies_are_left_out()
    {
        city.Load("roster.csv", Roster);
        city.Run("template", "--round", "R2024", "--out", Out).Ends(0);
        var file = FileReader.Read(Out, ct: TestContext.Current.CancellationToken);
        Assert.Equal((FileKind.Results, 3, 0), (file.Kind, file.RowCount, file.Problems.Count));
        Assert.Equal(["6 00701 Chủ tịch HĐND Lê Văn Nam 007 1970 ", "7 00701 Phó Chủ tịch HĐND Trần Thị Mai 008 1975 mới bầu", "8 00704 Chủ tịch HĐND Đỗ Văn Sáu 009 1980 "],
            file.Rows.Select(r => $"{r.Row} {r["unit"]} {r["position"]} {r["official"]} {r["official_code"]} {r["born"]} {r["exempt"]}"));
        Assert.DoesNotContain("delegates", file.Columns);
        using var document = SpreadsheetDocument.Open(Out, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Unfilled_it_tells_what_is_missing_and_filled_it_loads()
    {
        city.Load("roster.csv", Roster);
        city.Run("template", "--round", "R2024", "--out", Out).Ends(0);
        Assert.Equal(["low", "high", "confidence"], city.LoadFile(Out).Problems.Where(p => p is { Row: 6, Severity: Severity.Error }).Select(p => p.Rule == "missing-value" ? p.Column : p.Rule).OrderByDescending(c => c == "low").ThenByDescending(c => c));
        using (var document = SpreadsheetDocument.Open(Out, isEditable: true))
        {
            // Columns M, P, Q, R: ballots collected, the three levels.
            var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
            foreach (var line in new[] { 6, 8 })
                foreach (var (column, count) in new[] { ("M", "50"), ("P", "40"), ("Q", "8"), ("R", "2") })
                    cells[$"{column}{line}"].CellValue = new CellValue(count);
        }
        Assert.Equal((3, false), (city.LoadFile(Out) is var o ? o.Loaded : 0, o.HasErrors));
        Assert.Equal(["Lê Văn Nam|50|40|8|2", "Trần Thị Mai||||", "Đỗ Văn Sáu|50|40|8|2"], city.Query("SELECT official_name, collected, high, middle, low FROM result ORDER BY id"));
    }

    [Fact]
    public void Without_a_roster_it_has_the_covered_posts_of_the_units_valid_then_and_one_area_alone_on_wish()
    {
        city.Run("template", "--round", "R2024", "--out", Out, "--district", "072").Ends(0);
        // Three communes of the second area, four posts each; nobody named.
        var rows = FileReader.Read(Out, ct: TestContext.Current.CancellationToken).Rows.Select(r => r["unit"] + r["official"]).ToList();
        Assert.Equal((12, 3), (rows.Count, rows.Distinct().Count()));
        Assert.Equal(["00702", "00703", "00704"], rows.Distinct());
        Assert.Contains("Nobody is to be voted on", city.Run("template", "--round", "R2024", "--out", Out, "--district", "099").Ends(2).Error, StringComparison.Ordinal);
    }
}
