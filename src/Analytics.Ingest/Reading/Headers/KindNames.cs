namespace Analytics.Ingest.Reading.Headers;

/// <summary>What messages call the kinds of files.</summary>
internal static class KindNames
{
    public static string Vi(FileKind kind) => kind switch
    {
        FileKind.Units => "đơn vị hành chính (units)",
        FileKind.Changes => "sắp xếp đơn vị hành chính (changes)",
        FileKind.Positions => "chức danh (positions)",
        FileKind.Rounds => "đợt lấy phiếu (rounds)",
        FileKind.Roster => "danh sách người thuộc diện lấy phiếu (roster)",
        FileKind.Steps => "tiến độ các bước của đơn vị (steps)",
        _ => "kết quả lấy phiếu (results)",
    };

    public static string En(FileKind kind) => kind.ToString().ToLowerInvariant();
}
