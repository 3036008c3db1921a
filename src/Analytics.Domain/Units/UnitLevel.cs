namespace Analytics.Domain.Units;

/// <summary>Level of an administrative unit, from the top down. There is no district level after 30 June 2025.</summary>
public enum UnitLevel
{
    Country,
    Province,
    District,
    Commune,
}

/// <summary>The words used for levels in files: <c>country, province, district, commune</c>.</summary>
public static class UnitLevels
{
    public static string Code(this UnitLevel level) => level switch
    {
        UnitLevel.Country => "country",
        UnitLevel.Province => "province",
        UnitLevel.District => "district",
        _ => "commune",
    };

    /// <summary>The level a file's word names, or null when it is none of the four.</summary>
    public static UnitLevel? Parse(string word) => word.ToLowerInvariant() switch
    {
        "country" => UnitLevel.Country,
        "province" => UnitLevel.Province,
        "district" => UnitLevel.District,
        "commune" => UnitLevel.Commune,
        _ => null,
    };
}
