namespace Analytics.Domain.Dates;

/// <summary>Local time of Viet Nam (Asia/Ho_Chi_Minh): UTC+7 without summer time, so no time zone data is needed.</summary>
public static class VietnamTime
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <param name="utc">An instant in UTC.</param>
    public static DateTime Of(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The first moment of a day, UTC.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));
}
