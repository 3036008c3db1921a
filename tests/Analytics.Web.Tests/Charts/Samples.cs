using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>Invented figures of an invented city, in both languages, with the longest words the product prints.</summary>
internal static class Samples
{
    static Samples() => ChartFonts.Register(FontFolder);

    public static string FontFolder => Path.Combine(AppContext.BaseDirectory, "data", "fonts");

    public static ChartText Text(string lang, string title, string subtitle, string alt) => lang == "vi"
        ? new(title, subtitle, "Nguồn: Ban Tuyên giáo và Dân vận Thành ủy · Số liệu tính đến 12 giờ 40, ngày 23/11/2026, phiên bản 12",
            "LƯU HÀNH NỘI BỘ", "SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT", alt, "vi")
        : new(title, subtitle, "Source: Board of Propaganda and Mass Mobilization · Data as of 12:40 on 23 November 2026, version 12",
            "INTERNAL USE", "INVENTED FIGURES – NOT REAL RESULTS", alt, "en");

    public static TrendChartData Trend(string lang = "vi")
    {
        var vi = lang == "vi";
        double[] two = [0.079, 0.074, 0.076, 0.068, 0.061, 0.057, 0.059, 0.052];
        double[] half = [0.009, 0.008, 0.008, 0.0075, 0.007, 0.0065, 0.007, 0.006];
        var old = two.Select((s, i) => new TrendPoint(2008 + 2 * i, $"{2008 + 2 * i}", s, s - half[i], s + half[i], false)).ToList();
        TrendPoint[] now = [new(2024, "2024", 0.035, 0.030, 0.041, false), new(2026, "2026*", 0.041, 0.035, 0.047, true)];
        return new(
            vi
                ? Text("vi", "Tỷ lệ phiếu tín nhiệm thấp của thành phố qua các đợt", "2008–2022: tỷ lệ không tín nhiệm (hai mức); từ 2024: tín nhiệm thấp (ba mức)", "Tỷ lệ thấp năm 2026 là 4,1%, tăng 0,6 điểm phần trăm, chưa vượt mức dao động ngẫu nhiên.")
                : Text("en", "Share of low-confidence votes in the city, by round", "2008–2022: no confidence (two options); from 2024: low confidence (three options)", "The low share is 4.1% in 2026, 0.6 points above 2024, within chance."),
            [new(vi ? "không tín nhiệm (hai mức)" : "no confidence (two options)", old), new(vi ? "tín nhiệm thấp (ba mức)" : "low confidence (three options)", now)],
            [new(2023, vi ? "đổi từ hai mức sang ba mức: không so sánh qua vạch" : "from two options to three: do not compare across the line")],
            [new(2025.5, vi ? "sắp xếp đơn vị hành chính 01/7/2025" : "reorganisation of units, 1 July 2025")],
            vi ? "* chưa đủ (118/126 đơn vị) · dải: khoảng tin cậy 95%" : "* incomplete (118/126 units) · band: 95% interval",
            vi ? "4,1%" : "4.1%");
    }
}
