namespace Analytics.Ingest.Samples;

/// <summary>Invented commune names that sound Vietnamese; no two alike.</summary>
internal sealed class CommuneNames(SampleRandom random)
{
    static readonly string[] First =
    [
        "An", "Bình", "Cẩm", "Châu", "Diên", "Đại", "Đông", "Đức", "Gia", "Hạ", "Hải", "Hòa", "Hồng", "Hưng", "Kim", "Lam",
        "Liên", "Long", "Lộc", "Minh", "Mỹ", "Nam", "Ngọc", "Nghĩa", "Phú", "Phúc", "Quang", "Sơn", "Tân", "Thạch", "Thanh",
        "Thượng", "Tiên", "Trung", "Vân", "Vĩnh", "Xuân", "Yên",
    ];

    static readonly string[] Second =
    [
        "An", "Bình", "Cát", "Châu", "Cương", "Dương", "Điền", "Đồng", "Giang", "Hà", "Hải", "Hòa", "Hưng", "Khánh", "Khê",
        "Lâm", "Lạc", "Lĩnh", "Lộc", "Lương", "Mai", "Nghĩa", "Ninh", "Phong", "Phú", "Phương", "Quang", "Sơn", "Thành",
        "Thắng", "Thịnh", "Thọ", "Thủy", "Tiến", "Trạch", "Trì", "Vân", "Viên", "Xá", "Yên",
    ];

    // compared without accents, so that a name typed without them is not ambiguous either
    readonly HashSet<string> _taken = [Folding.Fold(TerritoryPlan.SharedName), .. Area.All.Select(area => Folding.Fold(area.Name))];

    public string Next()
    {
        while (true)
        {
            var name = $"{random.Pick(First)} {random.Pick(Second)}";
            if (name.Split(' ') is [var a, var b] && Folding.Fold(a) != Folding.Fold(b) && _taken.Add(Folding.Fold(name)))
                return name;
        }
    }
}
