using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Web.Forms;

/// <summary>Looks of cells, in the order of <see cref="FormStyles"/>.</summary>
enum FormStyle
{
    Plain,
    Small,
    Title,
    Caption,
    Header,
    Text,
    Count,
    Percent,
    Date,
    Heading,
    TotalText,
    TotalCount,
    TotalPercent,
    Note,
    Bold,
}

/// <summary>Times New Roman in black, thin lines, no shading: what a black-and-white printer prints as meant.</summary>
static class FormStyles
{
    const uint GroupedCount = 3; // #,##0
    const uint OneDigit = 164;
    const uint DayFirst = 165;

    enum Font
    {
        Regular,
        Bold,
        Italic,
        Title,
        Small,
    }

    public static Stylesheet Make() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = OneDigit, FormatCode = "0.0" },
            new NumberingFormat { NumberFormatId = DayFirst, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Face(11), Face(11, bold: true), Face(11, italic: true), Face(14, bold: true), Face(10)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(Font.Regular),
            Format(Font.Small),
            Format(Font.Title, align: HorizontalAlignmentValues.Center),
            Format(Font.Italic, align: HorizontalAlignmentValues.Center),
            Format(Font.Bold, lines: true, align: HorizontalAlignmentValues.Center),
            Format(Font.Regular, lines: true),
            Format(Font.Regular, GroupedCount, lines: true, align: HorizontalAlignmentValues.Right),
            Format(Font.Regular, OneDigit, lines: true, align: HorizontalAlignmentValues.Right),
            Format(Font.Regular, DayFirst, lines: true, align: HorizontalAlignmentValues.Center),
            Format(Font.Bold, lines: true),
            Format(Font.Bold, lines: true),
            Format(Font.Bold, GroupedCount, lines: true, align: HorizontalAlignmentValues.Right),
            Format(Font.Bold, OneDigit, lines: true, align: HorizontalAlignmentValues.Right),
            Format(Font.Small),
            Format(Font.Bold, align: HorizontalAlignmentValues.Center)));

    static DocumentFormat.OpenXml.Spreadsheet.Font Face(double size, bool bold = false, bool italic = false)
    {
        var font = new DocumentFormat.OpenXml.Spreadsheet.Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };

    static CellFormat Format(Font font, uint number = 0, bool lines = false, HorizontalAlignmentValues? align = null) => new()
    {
        NumberFormatId = number,
        ApplyNumberFormat = number != 0,
        FontId = (uint)font,
        ApplyFont = true,
        BorderId = lines ? 1u : 0u,
        ApplyBorder = lines,
        FormatId = 0,
        ApplyAlignment = true,
        Alignment = new Alignment { Horizontal = align ?? HorizontalAlignmentValues.Left, Vertical = VerticalAlignmentValues.Center, WrapText = true },
    };
}
