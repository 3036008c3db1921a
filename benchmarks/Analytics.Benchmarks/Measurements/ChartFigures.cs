using Analytics.Web.Charts;

namespace Analytics.Benchmarks.Measurements;

/// <summary>Invented figures of an invented city: as many rounds, areas and posts as the sample has.</summary>
static class ChartFigures
{
    static readonly string[] Posts = ["Chủ tịch Hội đồng nhân dân", "Phó Chủ tịch Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân", "Phó Chủ tịch Ủy ban nhân dân"];

    static readonly string[] Areas =
    [
        "An Khê", "Bình Lãng", "Cẩm Sơn", "Diên Hà", "Đại Phúc", "Đông Mai", "Gia Thịnh", "Hạ Liên", "Hòa Lộc", "Kim Thành",
        "Lam Điền", "Lộc Hà", "Mỹ Khê", "Nam Sa", "Nghi Tân", "Ngọc Lĩnh", "Phú Diên", "Phước Long", "Quảng Yên", "Sơn Hạ",
        "Tam Giang", "Tân Lập", "Thanh Bình", "Thạch Khê", "Tiên Phước", "Trà Bồng", "Trung Hà", "Vân Trì", "Vĩnh Thọ", "Yên Hòa",
    ];

    public static TrendChartData Trend { get; } = new(
        Text("Tỷ lệ phiếu tín nhiệm thấp của thành phố qua các đợt"),
        [
            new("không tín nhiệm (hai mức)", [.. new[] { 0.079, 0.074, 0.076, 0.068, 0.061, 0.057, 0.059, 0.052 }.Select((s, i) => Point(2008 + 2 * i, s, 0.008, false))]),
            new("tín nhiệm thấp (ba mức)", [Point(2024, 0.035, 0.0055, false), Point(2026, 0.041, 0.006, true)]),
        ],
        [new(2023, "đổi từ hai mức sang ba mức: không so sánh qua vạch")],
        [new(2025.5, "sắp xếp đơn vị hành chính 01/7/2025")],
        "* chưa đủ (118/126 đơn vị) · dải: khoảng tin cậy 95%", "4,1%");

    public static StackedChartData Stacked { get; } = new(
        Text("Kết quả theo chức danh"),
        [.. Posts.Zip([(0.712, 0.259, 0.029), (0.684, 0.283, 0.033), (0.630, 0.309, 0.051), (0.617, 0.335, 0.048)],
            (post, s) => new StackedRow(post, "118/126 người", s.Item1, s.Item2, s.Item3, 1 - s.Item1 - s.Item2 - s.Item3))],
        ["tín nhiệm cao", "tín nhiệm", "tín nhiệm thấp"], "không ghi");

    public static HeatmapData Heatmap { get; } = new(
        Text("Tỷ lệ tín nhiệm thấp theo địa bàn và chức danh"), Areas, Posts,
        [.. Areas.Select((_, row) => Posts.Select((_, column) => Cell((row * 7 + column * 5) % 23 / 200.0 + 0.01)).ToArray())],
        "tín nhiệm thấp 0%", "12,0%", ScaleHigh: 0.12);

    public static TileMapData Tiles { get; } = new(
        Text("Sơ đồ địa bàn"),
        [.. Areas.Select((name, i) => new Tile($"{i:000}", name, i % 6, i / 6, 0.03 + i % 9 * 0.005, "4,1%", i % 7 == 3 ? TileState.Higher : i % 9 == 4 ? TileState.Lower : TileState.Neutral))],
        [(TileState.Higher, "tỷ lệ thấp cao hơn mức chung"), (TileState.Lower, "tỷ lệ thấp thấp hơn mức chung"), (TileState.Neutral, "không khác rõ rệt"), (TileState.TooFew, "ít đơn vị, không so sánh")]);

    public static DotsChartData Dots { get; } = new(
        Text("Tỷ lệ tín nhiệm thấp theo địa bàn"),
        [.. Areas.Select((name, i) => Dot(name, 0.03 + i % 9 * 0.005, i % 9 == 8 ? DotState.Higher : i % 9 == 0 ? DotState.Lower : DotState.Usual))],
        [new(0.041, "Thành phố: 4,1%")],
        [(DotState.Usual, "không khác rõ rệt"), (DotState.Higher, "tỷ lệ thấp cao hơn mức chung"), (DotState.Lower, "tỷ lệ thấp thấp hơn mức chung")],
        "mũi tên: khoảng còn kéo dài", "vạch: khoảng tin cậy 95%");

    static DotRow Dot(string name, double share, DotState state) => new(name, share, share - 0.012, share + 0.012, state, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0.0}%"));

    static ChartText Text(string title) => new(title, "2008–2022: không tín nhiệm (hai mức); từ 2024: tín nhiệm thấp (ba mức)",
        "Nguồn: số liệu giả định · phiên bản 12", "LƯU HÀNH NỘI BỘ", "SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT", "Tỷ lệ thấp năm 2026 là 4,1%.", "vi");

    static TrendPoint Point(int year, double share, double half, bool unfinished) =>
        new(year, unfinished ? $"{year}*" : $"{year}", share, share - half, share + half, unfinished);

    static HeatCell Cell(double share) => new(share, $"{share * 100:0}%");
}
