using System.Globalization;
using Analytics.Web.Briefings.Papers;
using SkiaSharp;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Papers of an invented office, one of each kind.</summary>
static class DocxPapers
{
    public const string SampleMark = "SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT";
    public const int Rows = 300;

    public static readonly DateTime At = new(2026, 11, 24, 2, 30, 0, DateTimeKind.Utc);

    public static Paper Letter(params string[] addressees) => new()
    {
        Language = "vi",
        FileTitle = "Đôn đốc gửi báo cáo kết quả lấy phiếu tín nhiệm",
        Head = Head("Số     -CV/BTGDVTU", "V/v đôn đốc gửi báo cáo kết quả lấy phiếu tín nhiệm năm 2026", "Dự thảo lần 1"),
        Addressees = addressees,
        Blocks =
        [
            new PaperParagraph("Thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2026, đến ngày 23/11/2026 Ban đã nhận báo cáo của 118/126 đơn vị; còn 08 đơn vị chưa gửi (danh sách kèm theo). Ban đề nghị Ban Thường vụ Đảng ủy chỉ đạo gửi báo cáo trước ngày 30/11/2026."),
            new PaperParagraph("Trân trọng."),
        ],
        Signature = new(["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], "Nguyễn Thị Thủy"),
        Recipients = ["Như trên", "Thường trực Thành ủy (để báo cáo)", "Lưu Văn phòng Ban"],
        Foot = "Số liệu đến hết ngày 23/11/2026.",
    };

    /// <summary>Every kind of block, an appendix that lies and a table of 300 rows under a header of two.</summary>
    public static Paper Report(string? sampleMark = SampleMark) => new()
    {
        Language = "vi",
        FileTitle = "Báo cáo kết quả lấy phiếu tín nhiệm năm 2026",
        Head = Head("Số 125-BC/BTGDVTU", null, "LƯU HÀNH NỘI BỘ"),
        Title = new("BÁO CÁO", ["kết quả lấy phiếu tín nhiệm đối với người giữ chức vụ", "ở các xã, phường năm 2026"]),
        Blocks =
        [
            new PaperHeading(1, "I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN"),
            new PaperParagraph("Thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2026 của Ban Thường vụ Thành ủy về lấy phiếu tín nhiệm, các cấp ủy đã tổ chức hội nghị đúng thời gian, đúng thành phần, bảo đảm dân chủ, khách quan, công khai."),
            new PaperHeading(2, "1. Tiến độ"),
            new PaperParagraph("Đến ngày 23/11/2026, 118/126 đơn vị đã gửi báo cáo (93,7%)."),
            new PaperList(["118 đơn vị đã gửi báo cáo, trong đó 102 đơn vị gửi đúng hạn theo Kế hoạch và 16 đơn vị gửi sau hạn từ một đến năm ngày;", "08 đơn vị chưa gửi."]),
            new PaperHeading(3, "a) Đơn vị chưa gửi"),
            new PaperParagraph("Ban đã có công văn đôn đốc."),
            new PaperPicture(Png(1200, 500), 1200, 500, "Tỷ lệ tín nhiệm thấp giảm từ 4,1% xuống 3,2% qua hai đợt.", "Hình 1. Tỷ lệ tín nhiệm thấp qua các đợt"),
            new PaperHeading(1, "II- KẾT QUẢ LẤY PHIẾU TÍN NHIỆM"),
            ByPost,
            new PaperParagraph("Ban báo cáo Ban Thường vụ Thành ủy xem xét, cho ý kiến."),
        ],
        Signature = new(["TRƯỞNG BAN"], "Trần Văn An"),
        Recipients = ["Ban Thường vụ Thành ủy", "Lưu Văn phòng Ban"],
        Appendix = [new PaperHeading(1, "PHỤ LỤC 1"), Units(Rows), new PaperBreak(Landscape: true), new PaperHeading(1, "PHỤ LỤC 2"), Progress],
        SampleMark = sampleMark,
        Foot = "Số liệu đến hết ngày 23/11/2026 · phiên bản 17 · bản số 3",
    };

    public static Paper English() => new()
    {
        Language = "en",
        FileTitle = "Results of the confidence vote",
        Head = Head("No. 126-BC/BTGDVTU", null),
        Title = new("REPORT", ["on the confidence vote of 2026"]),
        Blocks = [new PaperHeading(1, "I- RESULTS"), new PaperParagraph("118 of 126 units have reported.")],
        Signature = new(["HEAD OF THE COMMISSION"], ""),
        Recipients = ["Standing Board of the City Committee"],
    };

    /// <summary>A picture higher than a page.</summary>
    public static PaperPicture Tall => new(Png(300, 900), 300, 900, "Một hình cao.", "Hình cao");

    public static Paper Plain(params PaperBlock[] blocks) => new() { Language = "vi", FileTitle = "Thử", Head = Head("Số 01-BC/BTGDVTU", null), Blocks = blocks };

    public static PaperTable ByPost => new(
        "Biểu 2. Kết quả theo chức danh",
        [new(1, PaperAlign.Center), new(5, PaperAlign.Left), new(2, PaperAlign.Right), new(2, PaperAlign.Right), new(2, PaperAlign.Right), new(2, PaperAlign.Right), new(2, PaperAlign.Right)],
        [
            [new("TT", Rows: 2), new("Chức danh", Rows: 2), new("Số người", Rows: 2), new("Tín nhiệm cao", Columns: 2), new("Tín nhiệm thấp", Columns: 2)],
            [new("Số phiếu"), new("%"), new("Số phiếu"), new("%")],
        ],
        [
            new(["Hội đồng nhân dân"], PaperRowKind.Group),
            new(["1", "Chủ tịch HĐND", "118", "2.950", "71,4", "132", "3,2"]),
            new(["2", "Phó Chủ tịch HĐND", "118", "2.871", "69,5", "149", "3,6"]),
            new(["Ủy ban nhân dân"], PaperRowKind.Group),
            new(["3", "Chủ tịch UBND", "118", "2.702", "65,4", "198", "4,8"]),
            new(["", "Tổng cộng", "354", "8.523", "68,8", "479", "3,9"], PaperRowKind.Total),
        ],
        "Tỷ lệ tính trên số phiếu hợp lệ.");

    public static PaperTable Units(int rows) => new(
        "Biểu 4. Kết quả từng đơn vị",
        [new(1, PaperAlign.Center), new(6, PaperAlign.Left), new(2, PaperAlign.Right), new(2, PaperAlign.Right)],
        [[new("TT", Rows: 2), new("Đơn vị", Rows: 2), new("Tín nhiệm thấp", Columns: 2)], [new("Số phiếu"), new("%")]],
        [.. Enumerable.Range(1, rows).Select(i => new PaperRow([Number(i), $"Xã Mẫu {Number(i)}", Number(i % 40), $"{Number(i % 9)},{Number(i % 10)}"]))]);

    public static PaperTable Progress => new(
        "Biểu 1. Tiến độ",
        [new(1, PaperAlign.Center), new(5, PaperAlign.Left), .. Enumerable.Repeat(new PaperColumn(2, PaperAlign.Right), 6), new(2.5, PaperAlign.Center), new(3, PaperAlign.Left)],
        [[new("TT"), new("Đơn vị"), new("Số người thuộc diện"), new("Không thuộc diện/ khuyết"), new("Ngày tổ chức hội nghị"), new("Triệu tập"), new("Có mặt"), new("Tỷ lệ (%)"), new("Ngày gửi báo cáo"), new("Ghi chú")]],
        [new(["1", "Xã Mẫu Một", "4", "0", "12/11", "36", "35", "97,2", "15/11/2026", ""]), new(["2", "Phường Mẫu Hai", "4", "1", "13/11", "41", "41", "100,0", "", "chưa gửi"])]);

    static PaperHead Head(string number, string? subject, params string[] marks) =>
        new("THÀNH ỦY HÀ NỘI", "BAN TUYÊN GIÁO VÀ DÂN VẬN", number, "Hà Nội, ngày 24 tháng 11 năm 2026", subject, marks);

    static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var line = new SKPaint { Color = SKColors.Black, StrokeWidth = 6, Style = SKPaintStyle.Stroke };
        canvas.Clear(SKColors.White);
        canvas.DrawRect(10, 10, width - 20, height - 20, line);
        canvas.DrawLine(10, 10, width - 10, height - 10, line);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
