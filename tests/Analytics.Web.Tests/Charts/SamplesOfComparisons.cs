using System.Globalization;
using Analytics.Domain.Statistics;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>The charts that compare groups with one another and with themselves; see <see cref="Samples"/>.</summary>
internal static class SamplesOfComparisons
{
    public const string LongestName = "Phường Văn Miếu – Quốc Tử Giám";

    public static IReadOnlyList<string> Areas(int count) => [.. Enumerable.Range(0, count).Select(i => SamplesOfAreas.Heatmap(rows: 30).RowNames[i % 30])];

    public static string Percent(double share, string lang) => (share * 100).ToString("0.0", CultureInfo.GetCultureInfo(lang == "vi" ? "vi-VN" : "en")) + "%";

    public static DotsChartData Dots(string lang = "vi", int rows = 30)
    {
        var vi = lang == "vi";
        DotRow Row(string name, int i)
        {
            var (share, state) = i switch { 3 => (0.079, DotState.Higher), 9 => (0.022, DotState.Lower), 17 => (0.05, DotState.TooFew), _ => (0.03 + i % 9 * 0.002, DotState.Usual) };
            var half = state == DotState.TooFew ? 0.09 : 0.006 + i % 4 * 0.004;
            var words = (state, vi) switch { (DotState.Higher, true) => " cao hơn", (DotState.Higher, _) => " above", (DotState.Lower, true) => " thấp hơn", (DotState.Lower, _) => " below", (DotState.TooFew, true) => " (ít đv)", (DotState.TooFew, _) => " (few)", _ => "" };
            return new(name, share, Math.Max(0, share - half), share + half, state, Percent(share, lang) + words);
        }
        return new(
            vi ? Samples.Text("vi", "Tỷ lệ phiếu tín nhiệm thấp theo địa bàn", "Tỷ lệ tín nhiệm thấp, đợt năm 2026, trên số phiếu thu về; thứ tự hành chính, không xếp hạng (118/126 đơn vị)", "Một địa bàn cao hơn, một địa bàn thấp hơn mức chung.")
                : Samples.Text("en", "Low share by area", "Share of low confidence, 2026, of ballots collected; administrative order, not a ranking (118/126 units)", "One area above, one below the city."),
            [.. Areas(rows).Select(Row)], [new(0.041, vi ? "Thành phố An Bình: 4,1%" : "An Bình: 4.1%")],
            vi ? [(DotState.Usual, "chưa khác mức chung rõ rệt"), (DotState.Higher, "cao hơn mức chung, vượt mức dao động ngẫu nhiên"), (DotState.Lower, "thấp hơn mức chung, vượt mức dao động ngẫu nhiên"), (DotState.TooFew, "ít đơn vị, không so sánh")]
                : [(DotState.Usual, "no clear difference"), (DotState.Higher, "above the city, beyond chance"), (DotState.Lower, "below the city, beyond chance"), (DotState.TooFew, "too few units to compare")],
            vi ? "Mũi tên: khoảng tin cậy vượt ra ngoài hình" : "Arrow: the interval runs out of the picture", vi ? "Đoạn ngang: khoảng tin cậy 95%" : "Bar: 95% interval");
    }

    /// <summary>Beside two lines close together, as units are.</summary>
    public static DotsChartData Units() => Dots() with { Lines = [new(0.041, "Thành phố An Bình: 4,1%"), new(0.0415, "Quận Đống Mai: 4,2%")], Legend = [] };

    public static ChangeChartData Change(string lang = "vi", int rows = 30)
    {
        var vi = lang == "vi";
        ChangeRow Row(string name, int i)
        {
            var (then, now, state) = i switch { 2 => (0.035, 0.079, ChangeState.Rises), 8 => (0.06, 0.022, ChangeState.Falls), 17 => (0.05, 0.01, ChangeState.TooFew), 20 => (0.04, 0.04, ChangeState.Within), _ => (0.03 + i % 7 * 0.003, 0.03 + i % 9 * 0.002, ChangeState.Within) };
            var words = (state, vi) switch { (ChangeState.Rises, true) => " tăng", (ChangeState.Rises, _) => " rises", (ChangeState.Falls, true) => " giảm", (ChangeState.Falls, _) => " falls", (ChangeState.TooFew, true) => " (ít đv)", (ChangeState.TooFew, _) => " (few)", _ => "" };
            return new(name, then, now, state, $"{Percent(then, lang)} → {Percent(now, lang)}{words}");
        }
        return new(
            vi ? Samples.Text("vi", "Tỷ lệ phiếu tín nhiệm thấp, 2024 và 2026 – Thành phố An Bình", "Tỷ lệ tín nhiệm thấp, trên số phiếu thu về; thứ tự hành chính (118/126 đơn vị)", "Tỷ lệ thấp tăng ở Cẩm Sơn, giảm ở Hòa Lộc.")
                : Samples.Text("en", "Low share, 2024 and 2026 – An Bình", "Share of low confidence, of ballots collected; administrative order (118/126 units)", "The low share rises in Cẩm Sơn and falls in Hòa Lộc."),
            [.. Areas(rows).Select(Row)], "2024",
            vi ? [(ChangeState.Within, "2026: thay đổi chưa vượt mức dao động ngẫu nhiên"), (ChangeState.Rises, "2026: tỷ lệ thấp tăng rõ rệt"), (ChangeState.Falls, "2026: tỷ lệ thấp giảm rõ rệt"), (ChangeState.TooFew, "2026: ít đơn vị, không so sánh")]
                : [(ChangeState.Within, "2026: change within chance"), (ChangeState.Rises, "2026: rises beyond chance"), (ChangeState.Falls, "2026: falls beyond chance"), (ChangeState.TooFew, "2026: too few units")],
            vi ? "Rõ rệt: vượt mức dao động ngẫu nhiên. ▲ sắp xếp đơn vị hành chính 01/7/2025" : "Beyond chance: all groups looked at together. ▲ reorganisation of units, 1 July 2025");
    }

    public static MultiplesChartData Multiples(string lang = "vi", int panels = 30)
    {
        var (vi, city) = (lang == "vi", Samples.Trend(lang));
        // Each area goes its own way around the city; the fifth is small.
        TrendPoint Moved(TrendPoint p, int i)
        {
            var share = Math.Max(0.004, p.Share!.Value + ((i * 7 + (int)p.Year) % 9 - 4) * 0.006);
            return p with { Share = share, Lower = Math.Max(0, share - 0.012), Upper = share + (i == 4 ? 0.2 : 0.012) };
        }
        var rows = Areas(panels).Select((name, i) =>
        {
            List<TrendSegment> own = [.. city.Segments.Select(s => s with { Points = [.. s.Points.Select(p => Moved(p, i))] })];
            var last = Percent(own[^1].Points[^1].Share!.Value, lang);
            return new MultiplesPanel(name, own, city.Segments, i == 4 ? last + (vi ? " (ít đv)" : " (few)") : last, i == 4);
        });
        return new(
            vi ? Samples.Text("vi", "Xu hướng của từng địa bàn qua các đợt – Thành phố An Bình", city.Text.Subtitle + "; thứ tự hành chính, không xếp hạng", "Không địa bàn nào có xu hướng vượt mức dao động ngẫu nhiên.")
                : Samples.Text("en", "Trend of each area through the rounds – An Bình", city.Text.Subtitle + "; administrative order, not a ranking", "No area has a trend beyond chance."),
            [.. rows], [2023], vi ? "địa bàn; số ở góc: tỷ lệ thấp đợt cuối" : "area; figure in the corner: low share of its last round", vi ? "chung: Thành phố An Bình" : "whole: An Bình",
            vi ? "đổi loại lấy phiếu: không so sánh qua vạch" : "another kind of ballot: do not compare across the line", vi ? "dải bị cắt ở mép trên của ô: khoảng tin cậy còn rộng hơn" : "a band cut at the top of its panel: the interval is wider", city.Footnote);
    }

    /// <summary>Around 4%, limits widened by half; every seventh area far out, every tenth small.</summary>
    public static FunnelChartData Funnel(string lang = "vi", int areas = 30)
    {
        var (vi, limits) = (lang == "vi", new FunnelLimits(0.04, 1.5));
        var points = Areas(areas).Select((name, i) =>
        {
            var ballots = 300 + i * 37 % 29 * 180;
            var low = (int)Math.Round(ballots * Math.Max(0, 0.04 + (i % 7 == 3 ? 2.5 + i % 3 * 0.6 : (i * 5 % 9 - 4) * 0.45) * (i % 2 == 0 ? 1 : -1) * limits.HalfWidth(ballots, 1)));
            return new FunnelPoint(name, ballots, (double)low / ballots, i % 10 == 6 ? FunnelMark.TooFew : Enum.Parse<FunnelMark>(limits.PlaceOf(low, ballots).ToString()));
        });
        return new(
            vi ? Samples.Text("vi", "Tỷ lệ phiếu tín nhiệm thấp theo số phiếu của địa bàn – Thành phố An Bình", "Tỷ lệ tín nhiệm thấp, đợt năm 2026, trên số phiếu thu về; mỗi điểm là một địa bàn (118/126 đơn vị)", "Ngoài giới hạn 99,8%: Diên Hà (5,9%).")
                : Samples.Text("en", "Low share by the ballots of an area – An Bình", "Share of low confidence, 2026, of ballots collected; each point is an area (118/126 units)", "Outside the 99.8% limits: Diên Hà (5.9%)."),
            [.. points], new(0.04, limits.HalfWidth(1, FunnelLimits.Z95), limits.HalfWidth(1, FunnelLimits.Z998)),
            vi ? ["trong giới hạn 95%", "ngoài giới hạn 95%, trong 99,8%", "ngoài giới hạn 99,8%", "ít đơn vị, không so sánh"] : ["within the 95% limits", "outside 95%, within 99.8%", "outside the 99.8% limits", "too few units to compare"],
            vi ? "mức chung: 4,0%" : "whole: 4.0%", vi ? "giới hạn 95%" : "95% limits", vi ? "giới hạn 99,8%" : "99.8% limits", vi ? "số phiếu dùng làm cơ sở" : "ballots the share is taken of",
            vi ? "Giới hạn đã nới rộng 1,5 lần vì các địa bàn vốn chênh nhau nhiều hơn mức do riêng số phiếu gây ra" : "The limits are 1.5 times as wide as the number of ballots alone would make them, because areas usually lie further apart");
    }
}
