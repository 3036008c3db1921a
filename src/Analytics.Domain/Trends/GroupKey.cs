namespace Analytics.Domain.Trends;

/// <summary>One group of a trend: what it is grouped by, its code, and its post where posts are apart (else empty).</summary>
public readonly record struct GroupKey(TrendBy By, string Key, string Position)
{
    /// <summary>The word used on the command line and in files.</summary>
    public static string Word(TrendBy by) => by switch
    {
        TrendBy.City => "city",
        TrendBy.District => "district",
        TrendBy.Position => "position",
        TrendBy.DistrictPosition => "district-position",
        _ => "unit",
    };

    public static TrendBy? Parse(string word) => word switch
    {
        "city" => TrendBy.City,
        "district" => TrendBy.District,
        "position" => TrendBy.Position,
        "district-position" => TrendBy.DistrictPosition,
        "unit" => TrendBy.Unit,
        _ => null,
    };
}
