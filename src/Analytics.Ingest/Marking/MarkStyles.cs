using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Marking;

/// <summary>
/// Styles of marked cells: those the cells had, with a fill and a border. An error has a thick border, a warning a thin
/// dashed one, so that they differ in black and white as well.
/// </summary>
sealed class MarkStyles
{
    const string ErrorFill = "FFFDE3B5", WarningFill = "FFFEF6E4", Line = "FFB45309";

    readonly Stylesheet styles;
    readonly (uint Fill, uint Border) error, warning;
    readonly Dictionary<(uint Style, bool? IsError), uint> made = [];

    public MarkStyles(WorkbookPart workbook)
    {
        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        styles = part.Stylesheet ??= new Stylesheet();
        Complete();
        error = (Add(styles.Fills!, Solid(ErrorFill)), Add(styles.Borders!, Around(BorderStyleValues.Thick)));
        warning = (Add(styles.Fills!, Solid(WarningFill)), Add(styles.Borders!, Around(BorderStyleValues.Dashed)));
    }

    /// <summary>The style of a marked cell that had this one.</summary>
    /// <param name="isError">Null for a cell whose mark is taken off.</param>
    public uint Of(uint style, bool? isError)
    {
        if (made.TryGetValue((style, isError), out var known)) return known;
        var formats = styles.CellFormats!;
        var marked = formats.Elements<CellFormat>().ElementAtOrDefault((int)style)?.CloneNode(deep: true) as CellFormat ?? new CellFormat();
        var (fill, border) = isError switch { true => error, false => warning, null => (0u, 0u) };
        (marked.FillId, marked.BorderId) = (fill, border);
        (marked.ApplyFill, marked.ApplyBorder) = (true, true);
        return made[(style, isError)] = Add(formats, marked);
    }

    /// <summary>A workbook may lack any of the lists.</summary>
    void Complete()
    {
        styles.Fonts ??= new Fonts(new Font());
        styles.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        styles.Borders ??= new Borders(new Border());
        styles.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        styles.CellFormats ??= new CellFormats(new CellFormat());
    }

    static uint Add(OpenXmlCompositeElement list, OpenXmlElement item)
    {
        list.AppendChild(item);
        var count = (uint)list.ChildElements.Count(c => c.GetType() == item.GetType());
        // The attribute is optional, but must be right where it stands.
        list.SetAttribute(new OpenXmlAttribute("count", "", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return count - 1;
    }

    static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    static Border Around(BorderStyleValues style) => new(
        Side(new LeftBorder(), style), Side(new RightBorder(), style), Side(new TopBorder(), style), Side(new BottomBorder(), style), new DiagonalBorder());

    static BorderPropertiesType Side(BorderPropertiesType side, BorderStyleValues style)
    {
        side.Style = style;
        side.Color = new Color { Rgb = Line };
        return side;
    }
}
