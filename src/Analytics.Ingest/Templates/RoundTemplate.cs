using System.Globalization;
using System.Text;
using System.Xml;
using Analytics.Domain.Rounds;
using Analytics.Ingest.Marking;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Templates;

/// <summary>
/// A workbook to fill in the results of a round: title, how to fill it in, a frozen header in Vietnamese, a line for each
/// official, empty bordered cells for the counts. It is read as it is.
/// </summary>
public static class RoundTemplate
{
    const int HeaderLine = 5;

    /// <summary>Points: three lines, for headings wrap.</summary>
    const int HeaderHeight = 48;

    const uint Plain = 0, Title = 1, Head = 2, Text = 3, Count = 4;

    sealed record Column(string Header, int Width, bool IsCount, Func<TemplateRow, string>? Text = null);

    public static byte[] Write(Round round, Regime regime, string? district, IReadOnlyList<TemplateRow> rows)
    {
        var columns = Columns(round, regime);
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            using (var content = part.GetStream(FileMode.Create)) WriteSheet(content, columns, Titles(round, district), rows);
            book.Workbook = new Workbook(
                new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Ket qua" }),
                new DefinedNames(new DefinedName($"'Ket qua'!${HeaderLine}:${HeaderLine}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return bytes.ToArray();
    }

    static List<Column> Columns(Round round, Regime regime)
    {
        static Column Given(string header, int width, Func<TemplateRow, string> text) => new(header, width, false, text);
        static Column Counted(string header) => new(header, 9, true);
        return
        [
            Given("Đợt", 11, _ => round.Code), Given("Mã đơn vị", 10, r => r.Unit), Given("Đơn vị", 22, r => r.UnitName), Given("Quận/huyện", 18, r => r.District),
            Given("Chức danh", 20, r => r.Position), Given("Họ và tên", 24, r => r.Official), Given("Mã cán bộ", 12, r => r.OfficialCode), Given("Năm sinh", 11, r => r.Born),
            Given("Ngày lấy phiếu", 12, _ => ""),
            .. regime.Base == BallotBase.Delegates ? [Counted("Tổng số đại biểu")] : (Column[])[],
            Counted("Triệu tập"), Counted("Có mặt"), Counted("Phát ra"), Counted("Thu về"), Counted("Hợp lệ"), Counted("Không hợp lệ"),
            .. regime.Options == BallotOptions.Two ? [Counted("Tín nhiệm"), Counted("Không tín nhiệm")] : (Column[])[Counted("Tín nhiệm cao"), Counted("Tín nhiệm"), Counted("Tín nhiệm thấp")],
            Given("Không thuộc diện", 22, r => r.Exempt), Given("Ghi chú", 22, _ => ""),
        ];
    }

    static string[] Titles(Round round, string? district) =>
    [
        $"KẾT QUẢ LẤY PHIẾU TÍN NHIỆM – {round.NameVi}",
        district is null ? "Phạm vi: tất cả các đơn vị trong danh sách dưới đây" : $"Phạm vi: {district}",
        "Cách điền: mỗi người một dòng; chỉ ghi số nguyên vào các ô số phiếu; ngày ghi ngày/tháng/năm; không đổi các mã và dòng tiêu đề. Người không thuộc diện thì để trống số phiếu.",
    ];

    static void WriteSheet(Stream content, List<Column> columns, string[] titles, IReadOnlyList<TemplateRow> rows)
    {
        using var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{HeaderLine}\" topLeftCell=\"A{HeaderLine + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteRaw("<cols>");
        foreach (var (i, column) in columns.Index())
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        foreach (var (i, title) in titles.Index()) Row(xml, i + 1, [(title, i == 0 ? Title : Plain)]);
        Row(xml, HeaderLine, columns.Select(c => (c.Header, Head)), HeaderHeight);
        foreach (var (i, row) in rows.Index()) Row(xml, HeaderLine + 1 + i, columns.Select(c => (c.Text?.Invoke(row) ?? "", c.IsCount ? Count : Text)));
        xml.WriteEndElement();
        var counts = columns.Index().Where(c => c.Item.IsCount).Select(c => c.Index).ToList();
        if (rows.Count > 0)
            xml.WriteRaw("<dataValidations count=\"1\"><dataValidation type=\"whole\" operator=\"greaterThanOrEqual\" allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"Số phiếu\" "
                + $"error=\"Chỉ ghi số nguyên từ 0 trở lên.\" sqref=\"{new CellPlace(HeaderLine + 1, counts[0])}:{new CellPlace(HeaderLine + rows.Count, counts[^1])}\"><formula1>0</formula1></dataValidation></dataValidations>");
        xml.WriteRaw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    /// <param name="height">In points; null for a line of text.</param>
    static void Row(XmlWriter xml, int line, IEnumerable<(string Text, uint Style)> cells, int? height = null)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }
        foreach (var (column, (text, style)) in cells.Index())
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", new CellPlace(line, column).ToString());
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
            if (text.Length > 0)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteElementString("t", CellEscapes.Escape(text));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static Stylesheet Styles()
    {
        static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FF9AA5B1" } };
        static CellFormat Bordered(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true, BorderId = 1, ApplyBorder = true };
        var head = Bordered(49);
        (head.FontId, head.ApplyFont, head.FillId, head.ApplyFill, head.ApplyAlignment) = (1, true, 2, true, true);
        head.Alignment = new Alignment { WrapText = true, Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center };
        return new Stylesheet(
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4E7EB" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            // 49 is "@", text; 1 is "0", a whole number.
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, head, Bordered(49), Bordered(1)));
    }
}
