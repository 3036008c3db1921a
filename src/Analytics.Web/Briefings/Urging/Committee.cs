using Analytics.Domain.Names;
using Analytics.Domain.Units;

namespace Analytics.Web.Briefings.Urging;

/// <summary>The Party committee of a unit, as a letter addresses it: by its kind, <c>Quận ủy Ba Đình</c>, <c>Đảng ủy phường Ngọc Hà</c>.</summary>
static class Committee
{
    static readonly (string Kind, string Committee)[] OfDistricts = [("quận", "Quận ủy"), ("huyện", "Huyện ủy"), ("thị xã", "Thị ủy"), ("thành phố", "Thành ủy")];

    static readonly string[] OfCommunes = ["Xã", "Phường", "Thị trấn", "Đặc khu"];

    public static string Of(Unit unit)
    {
        if (unit.Level is UnitLevel.District or UnitLevel.Province)
            foreach (var (kind, committee) in OfDistricts)
                if (Without(kind, unit.Name) is { Length: > 0 } name)
                    // "Quận 1" is its whole name.
                    return $"{committee} {(char.IsAsciiDigit(name[0]) ? unit.Name : name)}";
        foreach (var kind in OfCommunes)
            if (Without(kind, unit.Name) is { Length: > 0 } name) return $"Đảng ủy {kind.ToLowerInvariant()} {name}";
        return $"Đảng ủy {unit.Name}";
    }

    /// <summary>Its standing committee, which directs.</summary>
    public static string StandingOf(Unit unit) => "Ban Thường vụ " + Of(unit);

    static string? Without(string kind, string name) =>
        Folding.Fold(name).StartsWith(Folding.Fold(kind) + " ", StringComparison.Ordinal) && name.Length > kind.Length ? name[(kind.Length + 1)..] : null;
}
