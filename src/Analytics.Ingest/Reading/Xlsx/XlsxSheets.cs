using Analytics.Ingest.Reading.Grid;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Xlsx;

/// <summary>Reads all sheets of a workbook.</summary>
internal static class XlsxSheets
{
    /// <exception cref="UnreadableFileException">Broken, hostile, or not a workbook.</exception>
    public static List<GridSheet> Read(OfficePackage package, CancellationToken ct)
    {
        var workbook = Workbook.Read(package);
        var strings = SharedStrings.Read(package, workbook.SharedStringsPart, ct);
        var formats = Styles.Read(package, workbook.StylesPart);
        var budget = new CellBudget();
        return [.. workbook.Sheets.Select(sheet => Read(package, sheet, new(strings, formats, workbook.Date1904, budget), ct))];
    }

    static GridSheet Read(OfficePackage package, WorkbookSheet sheet, SheetParser parser, CancellationToken ct)
    {
        using var xml = package.Read(sheet.Part) ?? throw new UnreadableFileException(
            $"Bảng tính bị hỏng: thiếu nội dung của trang \"{sheet.Name}\".", $"The workbook is broken: the content of sheet \"{sheet.Name}\" is missing.");
        parser.Read(xml, ct);
        return new(sheet.Name, sheet.IsHidden, parser.Rows, parser.Merged) { FormulasWithoutValue = parser.FormulasWithoutValue };
    }
}
