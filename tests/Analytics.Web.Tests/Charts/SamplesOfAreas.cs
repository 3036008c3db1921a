using System.Globalization;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>The charts by position and area; see <see cref="Samples"/>.</summary>
internal static class SamplesOfAreas
{
    const string Places = "An Khê 5,0|Bình Lãng 4,1|Cẩm Sơn 5,1|Diên Hà 0,2|Đại Phúc 1,2|Đông Mai 2,2|Gia Thịnh 3,2|Hạ Liên 4,2|Hòa Lộc 5,2|Kim Thành 6,2|Lam Điền 7,2|Lộc Hà 1,3|Mỹ Khê 2,3|Nam Sa 3,3|Nghi Tân 4,3|Ngọc Lĩnh 5,3|Phú Diên 6,3|Phước Long 7,3|Quảng Yên 2,4|Sơn Hạ 3,4|Tam Giang 4,4|Tân Lập 5,4|Thanh Bình 6,4|Thạch Khê 3,5|Tiên Phước 4,5|Trà Bồng 5,5|Trung Hà 2,6|Vân Trì 3,6|Vĩnh Thọ 4,6|Yên Hòa 4,7";

    public static StackedChartData Stacked(string lang = "vi")
    {
        var vi = lang == "vi";
        string[] names = vi
            ? ["Chủ tịch Hội đồng nhân dân", "Phó Chủ tịch Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân", "Phó Chủ tịch Ủy ban nhân dân"]
            : ["Chair of the People's Council", "Vice-Chair of the People's Council", "Chair of the People's Committee", "Vice-Chair of the People's Committee"];
        double[][] shares = [[0.712, 0.259, 0.029, 0], [0.684, 0.283, 0.033, 0], [0.630, 0.309, 0.051, 0.010], [0.617, 0.335, 0.048, 0]];
        string[] details = ["117/126", "118/126", "118/126", "198/214"];
        return new(
            vi ? Samples.Text("vi", "Kết quả theo chức danh", "Tỷ lệ trên số phiếu thu về, 551 người được lấy phiếu (118/126 đơn vị)", "Thấp nhất ở Chủ tịch HĐND (2,9%), cao nhất ở Chủ tịch UBND (5,1%).")
                : Samples.Text("en", "Results by position", "Share of ballots collected, 551 officials (118/126 units)", "Low share from 2.9% to 5.1%."),
            [.. names.Select((n, i) => new StackedRow(n, details[i] + (vi ? " người" : " officials"), shares[i][0], shares[i][1], shares[i][2], shares[i][3]))],
            vi ? ["tín nhiệm cao", "tín nhiệm", "tín nhiệm thấp"] : ["high confidence", "confidence", "low confidence"],
            vi ? "không ghi" : "unmarked");
    }

    public static HeatmapData Heatmap(string lang = "vi", int rows = 30)
    {
        var stacked = Stacked(lang);
        var names = Places.Split('|').Take(rows).Select(p => p[..p.LastIndexOf(' ')]).ToList();
        HeatCell Cell(int row, int column)
        {
            var share = (row * 7 + column * 5) % 23 / 200.0 + 0.01;
            return row % 11 == 5 && column == 1 ? new(null, lang == "vi" ? "ít đv" : "few") : row == 3 && column == 3 ? new(null, "–") : new(share, Percent(share, lang));
        }
        return new(
            stacked.Text with { Title = lang == "vi" ? "Tỷ lệ tín nhiệm thấp theo địa bàn và chức danh" : "Low confidence by area and position" }, names, [.. stacked.Rows.Select(r => r.Label)],
            [.. names.Select((_, r) => Enumerable.Range(0, 4).Select(c => Cell(r, c)).ToArray())],
            lang == "vi" ? "tín nhiệm thấp 0%" : "low confidence 0%", Percent(0.12, lang), ScaleHigh: 0.12);
    }

    public static TileMapData Tiles(string lang = "vi")
    {
        var vi = lang == "vi";
        var tiles = Places.Split('|').Select((p, i) =>
        {
            var (name, at) = (p[..p.LastIndexOf(' ')], p[(p.LastIndexOf(' ') + 1)..].Split(','));
            var (share, state) = i switch { 3 => (0.079, TileState.Higher), 13 => (0.068, TileState.Higher), 27 => (0.065, TileState.Higher), 9 => (0.022, TileState.Lower), 20 => (0.016, TileState.Lower), 17 => (0.05, TileState.TooFew), _ => (0.03 + i % 9 * 0.002, TileState.Neutral) };
            return new Tile($"{i + 1:000}", name, int.Parse(at[0], CultureInfo.InvariantCulture), int.Parse(at[1], CultureInfo.InvariantCulture), share, state == TileState.TooFew ? (vi ? "ít đv" : "few units") : Percent(share, lang), state);
        });
        return new(
            vi ? Samples.Text("vi", "Sơ đồ địa bàn", "Chỉ tô địa bàn cao hơn (▲) hoặc thấp hơn (▼) mức chung, vượt mức dao động ngẫu nhiên", "Ba địa bàn cao hơn, hai địa bàn thấp hơn mức chung.")
                : Samples.Text("en", "Areas", "Shaded only where higher (▲) or lower (▼) than the city beyond chance", "Three areas above, two below the city."),
            [.. tiles],
            [
                (TileState.Higher, vi ? "tỷ lệ thấp cao hơn mức chung" : "low share above the city"), (TileState.Lower, vi ? "tỷ lệ thấp thấp hơn mức chung" : "low share below the city"),
                (TileState.Neutral, vi ? "không khác rõ rệt" : "no clear difference"), (TileState.TooFew, vi ? "ít đơn vị, không so sánh" : "too few units to compare"),
            ]);
    }

    public static TileMapData ManyTiles() => Tiles() with
    {
        Tiles = [.. Enumerable.Range(0, 126).Select(i => new Tile($"{i:00000}", i % 5 == 0 ? "Phường Văn Miếu – Quốc Tử Giám" : i % 2 == 0 ? "Xã Hòa Xá" : "Phường Hai Bà Trưng",
            i % 14, i / 14, 0.04, "4,1%", i % 40 == 7 ? TileState.Higher : i % 50 == 9 ? TileState.Lower : TileState.Neutral))]
    };

    static string Percent(double share, string lang) => (share * 100).ToString("0.0", CultureInfo.GetCultureInfo(lang == "vi" ? "vi-VN" : "en")) + "%";
}
