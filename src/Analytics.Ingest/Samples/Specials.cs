namespace Analytics.Ingest.Samples;

/// <summary>Every special instance, by place; the README of the sample lists them with their codes.</summary>
internal static class Specials
{
    public static IReadOnlyList<Special> All { get; } =
    [
        new("exactly-half-two-options", 2010, "Đông Mai", 2, Post.CommitteeChair,
            "Đúng một nửa số phiếu tín nhiệm (30/60): đến ngưỡng", "Exactly half confidence (30 of 60): at the threshold")
        { Collected = 60, Low = 30, Valid = 60 },
        new("exactly-half-three-options", 2024, "Mỹ Khê", 2, Post.CommitteeVice,
            "Đúng một nửa tín nhiệm thấp (32/64): chưa quá nửa", "Exactly half low (32 of 64): not over half")
        { Collected = 64, Low = 32, Valid = 64 },
        new("exactly-two-thirds", 2026, "Ngọc Lĩnh", 2, Post.CommitteeChair,
            "Đúng hai phần ba tín nhiệm thấp (100/150)", "Exactly two thirds low (100 of 150)")
        { Collected = 150, Low = 100, Valid = 150 },
        new("one-below", 2026, "Lam Điền", 3, Post.CommitteeVice,
            "Còn 1 phiếu đến ngưỡng quá nửa (72/145)", "One ballot short of over half (72 of 145)")
        { Collected = 145, Low = 72, Valid = 145 },
        new("valid-89-of-90", 2024, "Yên Hòa", 3, Post.CouncilVice,
            "89 phiếu hợp lệ trên 90, những người khác của đơn vị 90", "89 valid of 90 ballots, the unit's others 90")
        { Collected = 90, Valid = 89 },
        new("blank-on-a-name", 2026, "Đại Phúc", 3, Post.CouncilChair,
            "Hai phiếu để trống tên này: tổng các mức ít hơn số phiếu hợp lệ", "Two ballots leave this name unmarked: levels add to less than valid")
        { Blank = 2 },
        new("vacancy", 2026, "Hòa Lộc", 2, Post.CouncilVice, "Khuyết", "Vacant") { Status = "vacant" },
        new("exempt", 2026, "Thạch Khê", 1, Post.CouncilChair, "Không thuộc diện", "Exempt") { Status = "exempt" },
        new("same-name-elsewhere", 2026, "An Khuê", 1, Post.CommitteeVice,
            "Trùng họ tên với một người ở Yên Hòa", "Same name as someone in Yên Hòa")
        { Name = "Nguyễn Văn Thuận" },
        new("same-name-elsewhere", 2026, "Yên Hòa", 1, Post.CommitteeVice,
            "Trùng họ tên với một người ở An Khuê", "Same name as someone in An Khuê")
        { Name = "Nguyễn Văn Thuận" },
        new("same-name-in-unit", 2026, "Quảng Diên", 2, Post.CommitteeVice,
            "Hai phó chủ tịch cùng họ tên, khác năm sinh, không có mã", "Two vice-chairs of one name, other birth years, no code")
        { Name = "Trần Văn Thuần", Born = 1972 },
        new("same-name-in-unit", 2026, "Quảng Diên", 2, Post.CommitteeVice,
            "Hai phó chủ tịch cùng họ tên, khác năm sinh, không có mã", "Two vice-chairs of one name, other birth years, no code")
        { Name = "Trần Văn Thuần", Born = 1980, Place = 2 },
        new("decomposed-name", 2026, "Trung Hà", 2, Post.CommitteeChair,
            "Họ tên viết ở dạng Unicode tổ hợp (NFD)", "Name written in decomposed Unicode (NFD)")
        { Name = "Vũ Thị Bích Hường", Decomposed = true },
        new("published-wrong", 2026, "Mỹ Khê", 1, Post.CouncilVice,
            "Tỷ lệ công bố lệch quá 0,1 điểm", "Published percentage off by more than 0.1 point")
        { PublishedError = 1.5 },
        new("published-truncated", 2026, "Lộc Hà", 1, Post.CommitteeChair,
            "Tỷ lệ công bố bị cắt, không làm tròn (10/152, in 6,5)", "Published percentage truncated (10 of 152, printed 6,5)")
        { Collected = 152, Low = 10, Valid = 152, PublishedTruncated = true },
        new("late", 2026, "Yên Hòa", 5, Post.CouncilChair,
            "Đơn vị tổ chức muộn, ngày 12/11/2026", "Unit that met late, on 12 November 2026")
        { HeldOn = new(2026, 11, 12) },
        Over(2008, "Lộc Hà", 3, Post.CommitteeChair, 0.56), Over(2008, "Quảng Diên", 5, Post.CommitteeVice, 0.53),
        Over(2012, "An Khuê", 4, Post.CommitteeVice, 0.58), Over(2012, "Lam Điền", 2, Post.CommitteeChair, 0.52),
        Over(2012, "Yên Hòa", 1, Post.CouncilVice, 0.51), Over(2016, "Thạch Khê", 4, Post.CommitteeChair, 0.55),
        Over(2020, "Trung Hà", 3, Post.CommitteeChair, 0.57), Over(2022, "Nghi Tân", 2, Post.CommitteeVice, 0.53),
        Over(2022, "Mỹ Khê", 5, Post.CommitteeChair, 0.60), Over(2024, "Đông Mai", 3, Post.CommitteeChair, 0.54),
        Over(2026, "Cẩm Sơn", 2, Post.CommitteeVice, 0.54),
    ];

    static Special Over(int year, string area, int number, Post post, double share) =>
        new("at-threshold", year, area, number, post, "Đến ngưỡng xem xét theo quy định", "At the threshold") { LowShare = share };

    /// <summary>Units that have not sent the latest results: about one in sixteen.</summary>
    public static bool HasNotReported(Commune commune, int year) =>
        year == 2026 && Missing.Contains((commune.Area.Name, (commune.Number - 1) % commune.Area.Communes + 1));

    static readonly HashSet<(string Area, int Number)> Missing =
    [
        ("Gia Thịnh", 2), ("Kim Thạch", 6), ("Nam Sa", 6), ("Nghi Tân", 6), ("Phú Diên", 2), ("Tân Lập", 2), ("Trà Sơn", 1), ("Vân Trì", 6),
    ];
}
