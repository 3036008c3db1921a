using System.CommandLine;
using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Commands;

/// <summary><c>--as-of DATE</c>: the state as known at the end of that day in Viet Nam.</summary>
static class AsOf
{
    public static Option<string?> Option { get; } = new("--as-of") { Description = "As known at the end of this day in Viet Nam, yyyy-MM-dd" };

    /// <summary>The day looked at in Viet Nam: the one given, else today.</summary>
    public static DateOnly DayOf(ParseResult parse) => Given(parse) ?? VietnamTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>The version published last by the end of the day in Viet Nam; null when the option is not given.</summary>
    public static long? VersionOf(ParseResult parse, AnalyticsDb db) =>
        Given(parse) is { } date ? AsKnown.VersionAt(db, VietnamTime.StartOf(date.AddDays(1))) : null;

    static DateOnly? Given(ParseResult parse)
    {
        if (parse.GetValue(Option) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UsageException($"--as-of \"{text}\" is not a date; expected yyyy-MM-dd.");
    }
}
