using System.Globalization;

namespace Analytics.Ingest.Samples;

/// <summary>One of the thirty invented areas: a district until 1 July 2025, an area for counting since.</summary>
/// <param name="Communes">Communes after the reorganisation, at demo scale.</param>
/// <param name="Path">The shares it must come to in 2008, 2022, 2024 and 2026; null follows the city.</param>
internal sealed record Area(int Number, string Name, string Kind, int Column, int Row, int Communes, AreaPath? Path)
{
    public string Code => $"09{Number.ToString("00", CultureInfo.InvariantCulture)}";

    public string FullName => $"{Kind} {Name}";

    public bool Urban => Kind == "Quận";

    /// <summary>No council in its wards from 1 July 2021 to 30 June 2025.</summary>
    public bool WardsWithoutCouncil => Name is "Nghi Tân" or "Hòa Lộc";

    /// <summary>In the order of the Vietnamese alphabet, as the codes are.</summary>
    public static IReadOnlyList<Area> All { get; } = Numbered(
        At("An Khuê", "Huyện", 5, 0, 5), At("Bình Lăng", "Huyện", 4, 1, 2), At("Cẩm Sơn", "Huyện", 5, 1, 5),
        At("Diên Hà", "Huyện", 0, 2, 9, new(0.077, 0.052, 0.044, 0.083)), At("Đại Phúc", "Huyện", 1, 2, 5),
        At("Đông Mai", "Huyện", 2, 2, 5), At("Gia Thịnh", "Quận", 3, 2, 2), At("Hạ Liên", "Quận", 4, 2, 2),
        At("Hòa Lộc", "Quận", 5, 2, 5), At("Kim Thạch", "Huyện", 6, 2, 6, new(0.108, 0.026, 0.023, 0.021)),
        At("Lam Điền", "Huyện", 7, 2, 5), At("Lộc Hà", "Huyện", 1, 3, 5), At("Mỹ Khê", "Huyện", 2, 3, 5),
        At("Nam Sa", "Quận", 3, 3, 6, new(0.050, 0.105, 0.056, 0.068)), At("Nghi Tân", "Quận", 4, 3, 6),
        At("Ngọc Lĩnh", "Quận", 5, 3, 5), At("Phú Diên", "Thị xã", 6, 3, 2), At("Phước Lương", "Huyện", 7, 3, 2),
        At("Quảng Diên", "Huyện", 2, 4, 5), At("Sơn Hạ", "Huyện", 3, 4, 2),
        At("Tam Giang", "Quận", 4, 4, 6, new(0.108, 0.036, 0.045, 0.014)), At("Tân Lập", "Quận", 5, 4, 2),
        At("Thanh Nguyên", "Huyện", 6, 4, 2), At("Thạch Khê", "Huyện", 3, 5, 5), At("Tiên Lộc", "Huyện", 4, 5, 2),
        At("Trà Sơn", "Huyện", 5, 5, 2), At("Trung Hà", "Huyện", 2, 6, 5),
        At("Vân Trì", "Huyện", 3, 6, 6, new(0.044, 0.096, 0.055, 0.065)), At("Vĩnh Thọ", "Thị xã", 4, 6, 2),
        At("Yên Hòa", "Huyện", 4, 7, 5));

    public static Area Named(string name) => All.Single(area => area.Name == name);

    static Area At(string name, string kind, int column, int row, int communes, AreaPath? path = null) =>
        new(0, name, kind, column, row, communes, path);

    static Area[] Numbered(params Area[] areas) => [.. areas.Select((area, i) => area with { Number = i + 1 })];
}

/// <summary>Low shares an area is steered to, so that a few areas rise or fall beyond chance.</summary>
internal sealed record AreaPath(double First, double Last, double Recent, double Latest)
{
    public double Share(int year) => year switch
    {
        2026 => Latest,
        2024 => Recent,
        _ => First + (Last - First) * (year - 2008) / 14,
    };
}
