using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading;

/// <summary>What is wrong with a file beyond its headers, told in both languages.</summary>
internal static class FileProblems
{
    const int ListedRanges = 20;

    public static Problem Empty() => new(null, null, null, null, "empty-file", Severity.Error,
        "Tệp không có dòng dữ liệu nào; cần một dòng tiêu đề và ít nhất một dòng dữ liệu bên dưới.",
        "The file has no data row; expected a header and at least one row of data below it.");

    public static Problem UnknownKind(IReadOnlyList<FileKind> tied, IEnumerable<string> headers)
    {
        var found = string.Join(", ", headers.Take(30).Select(h => $"\"{h}\""));
        const string options = "--kind units|changes|positions|rounds|roster|results|steps";
        return new(null, null, null, null, "unknown-kind", Severity.Error,
            tied.Count == 0
                ? $"Không nhận ra loại tệp: không tiêu đề nào trong {TopRows.SearchedRows} dòng đầu khớp quy cách; dòng đầu tiên có: {found}. Hãy kiểm tra dòng tiêu đề hoặc chọn loại tệp khi nhập ({options})."
                : $"Không nhận ra loại tệp: các tiêu đề khớp như nhau với {string.Join(" và ", tied.Select(KindNames.Vi))}; dòng đầu tiên có: {found}. Hãy chọn loại tệp khi nhập ({options}).",
            tied.Count == 0
                ? $"The kind of the file is unknown: no header within the first {TopRows.SearchedRows} rows matches; the first row holds: {found}. Check the header or choose the kind of the file ({options})."
                : $"The kind of the file is unknown: the headers match {string.Join(" and ", tied.Select(KindNames.En))} equally; the first row holds: {found}. Choose the kind of the file ({options}).");
    }

    public static Problem IgnoredSheets(IReadOnlyList<string> names, FileKind kind)
    {
        var list = string.Join(", ", names.Select(n => $"\"{n}\""));
        return new(null, null, null, string.Join(", ", names), "ignored-sheet", Severity.Warning,
            $"Không đọc các trang {list}: trong {TopRows.SearchedRows} dòng đầu không có tiêu đề của tệp {KindNames.Vi(kind)}.",
            $"Sheets not read: {list}; their first {TopRows.SearchedRows} rows hold no header of a file of {KindNames.En(kind)}.");
    }

    public static Problem HiddenSheet(string name) => new(name, null, null, name, "hidden-rows", Severity.Warning,
        $"Trang \"{name}\" đang bị ẩn nhưng vẫn được đọc; hãy kiểm tra xem có đúng là số liệu cần nhập.",
        $"Sheet \"{name}\" is hidden but was read; check that its rows are meant to be loaded.");

    public static Problem HiddenRows(string? sheet, IReadOnlyList<int> lines)
    {
        var ranges = Ranges(lines);
        return new(sheet, null, null, ranges, "hidden-rows", Severity.Warning,
            $"Trang \"{sheet}\" có {lines.Count} dòng bị ẩn nhưng vẫn được đọc: {ranges}; hãy kiểm tra xem có đúng là số liệu cần nhập.",
            $"Sheet \"{sheet}\" has {lines.Count} hidden rows that were read: {ranges}; check that they are meant to be loaded.");
    }

    public static string Total(string? sheet, int line, int rows)
    {
        var (vi, en) = sheet is null ? ("", "") : ($" của trang \"{sheet}\"", $" of sheet \"{sheet}\"");
        return rows == 1
            ? $"Đã bỏ dòng tổng cộng (dòng {line}{vi}). / The total row (line {line}{en}) was left out."
            : $"Đã bỏ dòng tổng cộng (dòng {line}{vi}) và {rows - 1} dòng bên dưới. / The total row (line {line}{en}) and {rows - 1} rows below it were left out.";
    }

    public static string ColumnNumbers(string? sheet, int line) => sheet is null
        ? $"Đã bỏ dòng đánh số cột (dòng {line}). / The row of column numbers (line {line}) was left out."
        : $"Đã bỏ dòng đánh số cột (dòng {line} của trang \"{sheet}\"). / The row of column numbers (line {line} of sheet \"{sheet}\") was left out.";

    public static string FormulasWithoutValue(string sheet, int count) =>
        $"Trang \"{sheet}\" có {count} ô công thức chưa có kết quả, được coi là ô trống; hãy mở tệp bằng phần mềm bảng tính rồi lưu lại. / Sheet \"{sheet}\" has {count} formulas without a stored result, read as empty: open the file in a spreadsheet program and save it again.";

    /// <summary>"5–7, 9" for 5, 6, 7, 9.</summary>
    static string Ranges(IReadOnlyList<int> lines)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var line in lines)
        {
            if (ranges.Count > 0 && ranges[^1].Last == line - 1)
                ranges[^1] = (ranges[^1].First, line);
            else
                ranges.Add((line, line));
        }
        var listed = ranges.Take(ListedRanges).Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}");
        return string.Join(", ", listed) + (ranges.Count > ListedRanges ? ", …" : "");
    }
}
