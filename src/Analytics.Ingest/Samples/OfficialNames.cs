namespace Analytics.Ingest.Samples;

/// <summary>Makes invented people: names from common family, middle and given names, no two alike without accents.</summary>
internal sealed class OfficialNames(SampleRandom random)
{
    static readonly string[] Families =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ",
        "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Phan", "Đào", "Mai", "Lương", "Tạ", "Chu", "Kiều", "Khuất", "Phùng",
    ];

    static readonly string[] MaleMiddles =
        ["Văn", "Văn", "Văn", "Đức", "Quang", "Minh", "Hữu", "Xuân", "Đình", "Công", "Mạnh", "Ngọc", "Thành", "Bá", "Duy", "Trọng"];

    static readonly string[] MaleGivens =
    [
        "An", "Bình", "Chiến", "Cường", "Dũng", "Dương", "Đạt", "Định", "Đông", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa",
        "Hoàn", "Hùng", "Hưng", "Huy", "Khánh", "Khoa", "Kiên", "Lâm", "Long", "Lợi", "Mạnh", "Minh", "Nam", "Nghĩa", "Phong",
        "Phúc", "Quân", "Quyết", "Sơn", "Tài", "Tâm", "Thái", "Thắng", "Thành", "Thịnh", "Toàn", "Trung", "Tuấn", "Tùng", "Vinh",
    ];

    static readonly string[] FemaleMiddles =
        ["Thị", "Thị", "Thị", "Thị Thu", "Thị Thanh", "Thị Minh", "Thị Kim", "Thị Bích", "Thị Hồng", "Thị Ngọc", "Thu", "Thanh"];

    static readonly string[] FemaleGivens =
    [
        "Anh", "Ánh", "Châu", "Chi", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hương", "Huyền", "Lan",
        "Liên", "Linh", "Loan", "Mai", "Minh", "Nga", "Ngân", "Nguyệt", "Nhung", "Oanh", "Phương", "Quyên", "Tâm", "Thảo",
        "Thoa", "Thủy", "Trang", "Tuyết", "Vân", "Xuân", "Yến",
    ];

    readonly HashSet<string> _taken = [];
    int _count;

    /// <summary>Someone taking up a post in this year, between 34 and 52 years old.</summary>
    public Official Next(int year)
    {
        _count++;
        var wellLiked = random.Chance(0.15);
        return new()
        {
            Name = NextName(),
            // spread over the range so that codes do not betray the order of the file
            Code = random.Chance(0.06) ? null : $"CB{(int)(_count * 7919L % 999983):000000}",
            Born = random.Chance(0.03) ? null : year - random.Between(34, 52),
            Standing = Math.Exp(0.28 * random.Normal()),
            WellLiked = wellLiked,
        };
    }

    string NextName()
    {
        while (true)
        {
            var woman = random.Chance(0.3);
            var name = random.Pick(Families)
                + ' ' + random.Pick(woman ? FemaleMiddles : MaleMiddles)
                + ' ' + random.Pick(woman ? FemaleGivens : MaleGivens);
            if (_taken.Add(Folding.Fold(name)))
                return name;
        }
    }
}
