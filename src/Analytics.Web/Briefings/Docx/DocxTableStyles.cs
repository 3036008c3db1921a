using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Styles of tables: of figures, with thin black lines and no shades, which a copier keeps; and of what only stands in columns.</summary>
static class DocxTableStyles
{
    /// <summary>Half a point, in eighths.</summary>
    const uint Thin = 4;

    public static IReadOnlyList<DocxStyle> Cells(PaperForm form) =>
    [
        new(DocxStyles.Cell, "Ô bảng") { Pt = form.Small.TablePt, Before = 1, After = 1 },
        new(DocxStyles.CentredCell, "Ô bảng giữa", DocxStyles.Cell) { Align = JustificationValues.Center },
        new(DocxStyles.NumberCell, "Ô bảng số", DocxStyles.Cell) { Align = JustificationValues.Right },
        new(DocxStyles.HeaderCell, "Đầu bảng", DocxStyles.Cell) { Bold = true, Align = JustificationValues.Center },
        new(DocxStyles.GroupCell, "Nhóm trong bảng", DocxStyles.Cell) { Bold = true, KeepNext = true },
    ];

    public static IEnumerable<Style> Of(PaperForm form)
    {
        return
        [
            .. Cells(form).Select(s => s.Write()),
            Table("TableNormal", "Normal Table", basedOn: null, new() { TableCellMarginDefault = Margins(0) }),
            Table(DocxStyles.Frame, "Khung không viền", "TableNormal", new()),
            Table(DocxStyles.Figures, "Bảng số liệu", "TableNormal", new()
            {
                TableBorders = new()
                {
                    TopBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                    LeftBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                    BottomBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                    RightBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                    InsideHorizontalBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                    InsideVerticalBorder = new() { Val = BorderValues.Single, Size = Thin, Color = "000000" },
                },
                TableCellMarginDefault = Margins(85),
            }),
        ];
    }

    static Style Table(string id, string name, string? basedOn, StyleTableProperties properties) => new()
    {
        Type = StyleValues.Table,
        StyleId = id,
        Default = basedOn is null ? true : null,
        CustomStyle = basedOn is null ? null : true,
        StyleName = new() { Val = name },
        BasedOn = basedOn is null ? null : new() { Val = basedOn },
        StyleTableProperties = properties,
    };

    /// <param name="side">In twentieths of a point.</param>
    static TableCellMarginDefault Margins(short side) => new()
    {
        TopMargin = new() { Width = "0", Type = TableWidthUnitValues.Dxa },
        TableCellLeftMargin = new() { Width = side, Type = TableWidthValues.Dxa },
        BottomMargin = new() { Width = "0", Type = TableWidthUnitValues.Dxa },
        TableCellRightMargin = new() { Width = side, Type = TableWidthValues.Dxa },
    };
}
