using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Reading.Headers;

/// <summary>What is wrong with the header of one sheet, told in both languages.</summary>
internal static class HeaderProblems
{
    /// <summary>Missing and duplicate columns (errors), then unknown ones (warnings).</summary>
    public static IEnumerable<Problem> Of(string? sheet, Header header, IEnumerable<Column> unknown)
    {
        var columns = KindColumns.Of(header.Kind!.Value);
        var (atVi, atEn) = (PlaceVi(sheet, header.LastLine), PlaceEn(sheet, header.LastLine));
        return columns.Required.Where(r => !header.Has(r)).Select(r => Missing(sheet, r, header, atVi, atEn))
            .Concat(header.Known.GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => Duplicate(sheet, [.. g], atVi, atEn)))
            .Concat(unknown.Select(c => Unknown(sheet, c, columns, atVi, atEn)));
    }

    static Problem Missing(string? sheet, string required, Header header, string atVi, string atEn)
    {
        var kind = header.Kind!.Value;
        var found = header.Known.Concat(header.Unknown).OrderBy(c => c.Index).Select(c => $"\"{c.Header}\"").Take(30).ToList();
        var list = string.Join(", ", found);
        var likely = Likely(header.Kind!.Value, required.Split('|'), header.Unknown.Select(c => c.Header));
        return new(sheet, null, null, required.Split('|')[0], "missing-column", Severity.Error,
            $"Thiếu cột {Quoted(required, " hoặc ")} bắt buộc đối với tệp {KindNames.Vi(kind)}; các tiêu đề đã thấy{atVi}: {(list.Length > 0 ? list : "không có")}.{likely.Vi}",
            $"Column {Quoted(required, " or ")}, required in a file of {KindNames.En(kind)}, is missing; headers found{atEn}: {(list.Length > 0 ? list : "none")}.{likely.En}");
    }

    /// <summary>Asks whether a header that is not understood stands for a missing column; nothing where none is near.</summary>
    internal static Text Likely(FileKind kind, string[] missing, IEnumerable<string> unknown) =>
        unknown.FirstOrDefault(h => KindColumns.Of(kind).Nearest(HeaderKey.Of(h)) is { } near && missing.Contains(near)) is { } header
            ? new($" Có phải là cột \"{header}\"?", $" Is it column \"{header}\"?")
            : new("", "");

    static Problem Duplicate(string? sheet, IReadOnlyList<Column> same, string atVi, string atEn)
    {
        var found = string.Join(", ", same.Select(c => $"\"{c.Header}\" ({c.Letters})"));
        return new(sheet, null, null, string.Join(", ", same.Select(c => c.Header)), "duplicate-column", Severity.Error,
            $"Các cột {found}{atVi} cùng được hiểu là \"{same[0].Name}\"; chỉ được có một cột. Hãy bỏ hoặc đổi tên cột thừa.",
            $"Columns {found}{atEn} all mean \"{same[0].Name}\"; only one is expected. Remove or rename the others.");
    }

    static Problem Unknown(string? sheet, Column column, KindColumns columns, string atVi, string atEn)
    {
        var near = columns.Nearest(HeaderKey.Of(column.Header));
        return new(sheet, null, null, column.Name, "unknown-column", Severity.Warning,
            $"Cột \"{column.Name}\" ({column.Letters}){atVi} không có trong quy cách; nội dung được giữ kèm bản nhập nhưng không dùng." + (near is null ? "" : $" Có phải là \"{near}\"?"),
            $"Column \"{column.Name}\" ({column.Letters}){atEn} is not one of the known columns; its cells are kept with the import and not used." + (near is null ? "" : $" Is it meant to be \"{near}\"?"));
    }

    static string Quoted(string required, string or) => string.Join(or, required.Split('|').Select(name => $"\"{name}\""));

    static string PlaceVi(string? sheet, int line) => sheet is null ? $" ở dòng {line}" : $" ở dòng {line} của trang \"{sheet}\"";

    static string PlaceEn(string? sheet, int line) => sheet is null ? $" on line {line}" : $" on line {line} of sheet \"{sheet}\"";
}
