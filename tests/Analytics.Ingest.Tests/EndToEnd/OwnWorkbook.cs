using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// A workbook as a commune keeps it: a merged title, a frozen header on line 3, a centred code, a formula, comments, and a
/// second sheet. Of its three results the second names a unit that is none, the third lacks the middle count.
/// </summary>
static class OwnWorkbook
{
    public static void Write(string path)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(new CellFormat(), new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center }) { FontId = 1, ApplyFont = true, ApplyAlignment = true, NumberFormatId = 49, ApplyNumberFormat = true }) { Count = 2 });
        var results = book.AddNewPart<WorksheetPart>("rId1");
        results.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 3, TopLeftCell = "A4", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new SheetData(
                Row(1, "BIÊN BẢN KIỂM PHIẾU"),
                Row(3, "Đợt", "Mã đơn vị", "Chức danh", "Họ và tên", "Năm sinh", "Thu về", "Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"),
                Row(4, "R2024", "00701", "PC-CHAIR", "Lê Văn Nam", "1970", "50", "40", "8", "2"),
                Row(5, "R2024", "99999", "PC-VICE", "Trần Thị Mai", "1975", "50", "30", "10", "10"),
                Row(6, "R2024", "00702", "PC-CHAIR", "Đỗ Văn Sáu", "1980", "50", "40", "", "2"),
                new Row(new Cell { CellReference = "A7", DataType = CellValues.InlineString, InlineString = new InlineString(new Text("Tổng cộng")) },
                    new Cell { CellReference = "G7", CellFormula = new CellFormula("SUM(G4:G6)"), CellValue = new CellValue("110") })
                { RowIndex = 7 }),
            new MergeCells(new MergeCell { Reference = "A1:D1" }) { Count = 1 },
            new PageMargins { Left = 0.7, Right = 0.7, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 },
            new LegacyDrawing { Id = "rIdNotes" });
        results.AddNewPart<WorksheetCommentsPart>("rIdComments").Comments = new Comments(
            new Authors(new Author("Văn phòng")),
            new CommentList(Note("A1", "Lời ghi khác"), Note("B5", "Đã hỏi xã")));
        // As Excel writes it: not well formed, with a break in the text box.
        const string Vml = """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:textbox><div><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>1,15,0,2,3,15,4,16</x:Anchor><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Anchor>2,15,4,2,4,15,8,16</x:Anchor><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>
            """;
        using (var drawing = results.AddNewPart<VmlDrawingPart>("rIdNotes").GetStream(FileMode.Create)) drawing.Write(Encoding.UTF8.GetBytes(Vml));
        var notes = book.AddNewPart<WorksheetPart>("rId2");
        notes.Worksheet = new Worksheet(new SheetData(Row(1, "Người lập biểu")));
        book.Workbook = new Workbook(new Sheets(
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Kết quả", SheetId = 1, Id = "rId1" }, new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Ghi chú", SheetId = 2, Id = "rId2" }));
    }

    static Row Row(uint line, params string[] texts) => new(texts.Select((text, i) => text.Length == 0 ? null : new Cell
    {
        CellReference = $"{(char)('A' + i)}{line}",
        StyleIndex = i == 1 ? 1u : 0u,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text)),
    }).OfType<Cell>())
    { RowIndex = line, Spans = new ListValue<StringValue> { InnerText = "1:9" } };

    static Comment Note(string place, string text) => new(new CommentText(new Run(new Text(text)))) { Reference = place, AuthorId = 0 };
}
