using Analytics.Ingest.Marking;
using Analytics.Ingest.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The file back with its faulty cells coloured and commented; loaded again it reads the same.</summary>
public sealed class MarkedFileTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    static readonly string[] Faulty =
    [
        SmallCity.ResultHeader + ",Dân tộc",
        "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2,Kinh",
        "R2024,99999,PC-VICE,Trần Thị Mai,007,1975,50,30,ba,10,",
        "",
        "R2024,00702,PC-CHAIR,\"Lê\u0007 Văn_x0041_\",,1970,50,40,20,2,",
    ];

    [Fact]
    public void A_csv_comes_back_as_a_workbook_with_its_faulty_cells_commented_in_both_languages()
    {
        var marked = Mark(city.Write("results.csv", Faulty), exit: 1);
        using var document = SpreadsheetDocument.Open(marked, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single();
        var comments = Comments(sheet);
        // K1: a column nobody knows; B3 and I3: unit and number; D5: a control character; G5: 62 ballots of 50.
        Assert.Equal(["B3", "D5", "G5", "I3", "K1"], comments.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("LỖI: Mã đơn vị \"99999\" chưa có trong hệ thống", comments["B3"], StringComparison.Ordinal);
        Assert.Contains("ERROR (unknown-unit): ", comments["B3"], StringComparison.Ordinal);
        Assert.StartsWith("CẢNH BÁO: Cột \"Dân tộc\" (K)", comments["K1"], StringComparison.Ordinal);
        Assert.Equal(("Thick", "FFFDE3B5"), Look(document, sheet, "B3"));
        Assert.Equal(("Dashed", "FFFEF6E4"), Look(document, sheet, "K1"));
        Assert.Equal(("", ""), Look(document, sheet, "B2"));
    }

    [Fact]
    public void A_marked_csv_read_again_has_the_same_rows_on_the_same_lines()
    {
        var original = city.Write("results.csv", Faulty);
        Assert.Equal(Rows(original), Rows(Mark(original, exit: 1)));
    }

    [Fact]
    public void The_users_own_workbook_keeps_formats_formulas_comments_and_other_sheets()
    {
        var original = Path.Combine(city.Folder, "own.xlsx");
        OwnWorkbook.Write(original);
        var marked = Mark(original, exit: 1);
        Assert.Equal(Rows(original), Rows(marked));
        using var document = SpreadsheetDocument.Open(marked, isEditable: false);
        var book = document.WorkbookPart!;
        Assert.Equal(["Kết quả", "Ghi chú"], book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!.Value!);
        var comments = Comments(sheet);
        Assert.StartsWith("Đã hỏi xã\n\nLỖI: ", comments["B5"], StringComparison.Ordinal);
        Assert.Equal("Lời ghi khác", comments["A1"]);
        Assert.Contains("missing-value", comments["H6"], StringComparison.Ordinal);
        // The bold, centred text of the cell stays under the mark; the formula stays a formula; the view stays frozen.
        Assert.True(FormatOf(book, sheet, "B5").Alignment!.Horizontal!.Value == HorizontalAlignmentValues.Center);
        Assert.Equal("SUM(G4:G6)", sheet.Worksheet.Descendants<CellFormula>().Single().Text);
        Assert.NotNull(sheet.Worksheet.Descendants<Pane>().Single());
        Assert.Equal("A1:D1", sheet.Worksheet.Descendants<MergeCell>().Single().Reference!.Value);
        // The warning of a sheet that was not read stands on that sheet.
        var other = (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Last().Id!.Value!);
        Assert.Contains("ignored-sheet", Comments(other)["A1"], StringComparison.Ordinal);
    }

    [Fact]
    public void Marked_workbooks_are_valid_and_can_be_marked_again()
    {
        var original = Path.Combine(city.Folder, "own.xlsx");
        OwnWorkbook.Write(original);
        foreach (var file in new[] { city.Write("results.csv", Faulty), original })
        {
            var once = Mark(file, exit: 1);
            var twice = Mark(once, exit: 1);
            foreach (var path in new[] { once, twice })
            {
                using var document = SpreadsheetDocument.Open(path, isEditable: false);
                Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{path} {e.Path?.XPath}: {e.Description}"));
            }
            Assert.Equal(Rows(file), Rows(twice));
        }
    }

    [Fact]
    public void Marks_of_what_was_mended_are_gone_from_the_next_marked_file_and_others_are_not_doubled()
    {
        var original = Path.Combine(city.Folder, "own.xlsx");
        OwnWorkbook.Write(original);
        var first = Mark(original, exit: 1);
        using (var document = SpreadsheetDocument.Open(first, isEditable: true))
        {
            var mended = document.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()).Single(c => c.CellReference == "H6");
            (mended.DataType, mended.CellValue) = (CellValues.Number, new CellValue("8"));
        }
        using var second = SpreadsheetDocument.Open(Mark(first, exit: 1), isEditable: false);
        var sheet = second.WorkbookPart!.WorksheetParts.Single(w => w.Worksheet.Descendants<Cell>().Any(c => c.CellReference == "H6"));
        Assert.Equal(["A1", "B5"], Comments(sheet).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, Comments(sheet)["B5"].Split("LỖI: ").Length);
        Assert.Equal(("", ""), Look(second, sheet, "H6"));
        using var drawing = new StreamReader(sheet.VmlDrawingParts.Single().GetStream());
        Assert.DoesNotContain("_mark_H6", drawing.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leading_zeros_live_in_a_workbook_made_of_a_csv()
    {
        var marked = Mark(city.Write("results.csv", Faulty), exit: 1);
        Assert.Contains(Rows(marked), r => r.Contains("R2024,99999,PC-VICE,Trần Thị Mai,007,1975", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_marked_and_several_files_are_wrong_usage()
    {
        var broken = city.Write("broken.xlsx", "x");
        Assert.Contains("Nothing was marked", city.Run("check", broken, "--marked", Path.Combine(city.Folder, "out.xlsx")).Ends(1).Error, StringComparison.Ordinal);
        city.Run("check", broken, city.Write("b.csv", Faulty), "--marked", Path.Combine(city.Folder, "out.xlsx")).Ends(2);
        city.Run("check", broken, "--marked", broken).Ends(2);
    }

    [Fact]
    public void A_file_with_very_many_rows_is_not_marked()
    {
        var file = FileReader.Read(new MemoryStream("code,name,level\nA,B,commune\n"u8.ToArray()), "u.csv", ct: TestContext.Current.CancellationToken);
        Assert.NotNull(MarkedWorkbook.Of(file, [], TestContext.Current.CancellationToken));
        var many = new SourceFile { Name = "u.csv", Sha256 = "", Layouts = file.Layouts, RowCount = MarkedWorkbook.MostRows + 1 };
        Assert.Null(MarkedWorkbook.Of(many, [], TestContext.Current.CancellationToken));
    }

    string Mark(string path, int exit)
    {
        var marked = Path.Combine(city.Folder, $"marked-{Guid.NewGuid():N}.xlsx");
        city.Run("check", path, "--marked", marked).Ends(exit);
        return marked;
    }

    static List<string> Rows(string path)
    {
        var file = FileReader.Read(path, ct: TestContext.Current.CancellationToken);
        return file.Rows.Select(r => $"{r.Row}: {r.Raw}").ToList();
    }

    static Dictionary<string, string> Comments(WorksheetPart sheet) => sheet.WorksheetCommentsPart!.Comments.CommentList!.Elements<Comment>()
        .ToDictionary(c => c.Reference!.Value!, c => c.CommentText!.InnerText);

    static CellFormat FormatOf(WorkbookPart book, WorksheetPart sheet, string place)
    {
        var cell = sheet.Worksheet.Descendants<Cell>().Single(c => c.CellReference == place);
        return book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
    }

    static (string Border, string Fill) Look(SpreadsheetDocument document, WorksheetPart sheet, string place)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = FormatOf(document.WorkbookPart!, sheet, place);
        var border = styles.Borders!.Elements<Border>().ElementAt((int)(format.BorderId?.Value ?? 0));
        var fill = styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0));
        var style = border.LeftBorder?.Style?.Value;
        return (style == BorderStyleValues.Thick ? "Thick" : style == BorderStyleValues.Dashed ? "Dashed" : "", fill.PatternFill?.ForegroundColor?.Rgb?.Value ?? "");
    }
}
