using System.Globalization;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>The charts of one round by band, of all rounds, and of its units; see <see cref="Samples"/>.</summary>
internal static class SamplesOfRounds
{
    public static BandsData Bands(string lang = "vi")
    {
        var vi = lang == "vi";
        int[][] counts = [[2, 5, 14, 29, 76], [0, 1, 9, 38, 70], [4, 3, 22, 41, 48], [1, 0, 31, 77, 89]];
        return new(
            vi ? Samples.Text("vi", "Phân bố theo tỷ lệ tín nhiệm – Thành phố Giả Định", "Số người theo mức tỷ lệ tín nhiệm, trên số phiếu thu về; Đợt lấy phiếu tín nhiệm năm 2026 (118/126 đơn vị)", "7 người dưới 50%.")
                : Samples.Text("en", "Officials by favourable share – Giả Định City", "Officials by band of the favourable share, of ballots collected; Confidence vote 2026 (118/126 units)", "7 officials under 50%."),
            [.. SamplesOfAreas.Stacked(lang).Rows.Select((r, i) => new BandRow(r.Label, vi ? $"{counts[i].Sum()} người" : $"{counts[i].Sum()} officials", counts[i]))],
            vi ? ["dưới 50%", "50% – dưới 2/3", "2/3 – dưới 80%", "80 – dưới 90%", "từ 90%"] : ["under 50%", "50% – under 2/3", "2/3 – under 80%", "80 – under 90%", "90% and over"],
            vi ? "03 người chưa xác định, 02 người không lấy phiếu: không tính ở đây" : "3 officials undetermined, 2 exempt: not counted here");
    }

    /// <summary>Ten rounds of two families; in the second only the last two.</summary>
    public static HeatmapData Rounds(string lang = "vi", int rows = 30)
    {
        var (vi, areas) = (lang == "vi", SamplesOfAreas.Heatmap(lang, rows));
        string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.GetCultureInfo(vi ? "vi-VN" : "en")) + "%";
        HeatCell Cell(int row, int round)
        {
            var share = ((row * 7 + round * 5) % 23 / 200.0 + 0.01) * (round < 8 ? 1 : 0.5);
            return row % 11 == 5 ? new(null, Percent(share)) : row == 3 && round == 0 ? new(null, "–") : new(share, Percent(share));
        }
        return areas with
        {
            Text = areas.Text with { Title = vi ? "Tỷ lệ phiếu tín nhiệm thấp theo địa bàn qua các đợt – Thành phố Giả Định" : "Low share by area through the rounds – Giả Định City" },
            ColumnNames = [.. Enumerable.Range(0, 10).Select(i => $"{2008 + 2 * i}{(i == 9 ? "* ▲" : "")}")],
            Cells = [.. areas.RowNames.Select((_, row) => Enumerable.Range(0, 10).Select(round => Cell(row, round)).ToArray())],
            ScaleHigh = null,
            Footnote = vi ? "▲ sắp xếp đơn vị hành chính 01/7/2025 · * chưa đủ (118/126 đơn vị)" : "▲ reorganisation of units, 1 July 2025 · * incomplete (118/126 units)",
            Groups =
            [
                new(vi ? "không tín nhiệm (hai mức)" : "no confidence (two options)", 8, vi ? "không tín nhiệm: 0%" : "no confidence: 0%", Percent(0.12)),
                new(vi ? "tín nhiệm thấp (ba mức); không so sánh qua khoảng trống" : "low confidence (three options); do not compare across the gap", 2, vi ? "tín nhiệm thấp: 0%" : "low confidence: 0%", Percent(0.06)),
            ],
        };
    }

    public static HeatmapData LongNames(int rows) => Rounds(rows: 1) with
    {
        RowNames = [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? "Phường Văn Miếu – Quốc Tử Giám" : "Xã Hòa Xá")],
        Cells = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, 10).Select(i => new HeatCell((row + i) % 12 / 100.0, $"{(row + i) % 12},0%")).ToArray())],
    };

    public static MatrixData Matrix(string lang = "vi", int units = 126)
    {
        var vi = lang == "vi";
        static MatrixState StateOf(int i) => i % 17 == 5 ? MatrixState.Overdue : i % 5 == 0 ? MatrixState.Reported : MatrixState.Verified;
        return new(
            vi ? Samples.Text("vi", "Tiến độ theo đơn vị gửi báo cáo: 118/126", "Mỗi ô một đơn vị, theo thứ tự mã đơn vị; Đợt lấy phiếu tín nhiệm năm 2026", "118/126 đơn vị đã gửi kết quả, 92 đơn vị đã đối chiếu biên bản; 8 đơn vị quá hạn.")
                : Samples.Text("en", "Progress by reporting unit: 118/126", "A square for each unit, in the order of codes; Confidence vote 2026", "118/126 units have reported, 92 are verified; 8 are overdue."),
            [.. Enumerable.Range(0, units).Select(i => new MatrixUnit($"{i:00000}", "Phường Văn Miếu – Quốc Tử Giám", StateOf(i)))],
            [
                (MatrixState.Verified, vi ? "đã đối chiếu biên bản (92)" : "verified (92)"), (MatrixState.Reported, vi ? "đã gửi, chờ đối chiếu biên bản (26)" : "reported, unverified (26)"),
                (MatrixState.Overdue, vi ? "quá hạn (08)" : "overdue (8)"), (MatrixState.Waiting, vi ? "chưa gửi, chưa quá hạn" : "not reported, not overdue"),
            ]);
    }
}
