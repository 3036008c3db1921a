using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Shared.Formatting;

namespace Analytics.Web.Shared.AsOf;

/// <summary>
/// <c>?as-of=yyyy-MM-dd</c>: the request looks at the store as known at the end of that day in Viet Nam. What it looks at cannot be
/// changed: the viewer only reads.
/// </summary>
public sealed class AsOfDay(TimeProvider time)
{
    public const string Parameter = "as-of";
    const string Format = "yyyy-MM-dd";

    /// <summary>Null where the present is looked at; today and later days are the present.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>The first moment after the day, UTC; null for the present.</summary>
    public DateTime? End => Date is { } day ? VietnamTime.StartOf(day.AddDays(1)) : null;

    public string? Text => Date?.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The latest day that is not the present.</summary>
    public string Yesterday => Today.AddDays(-1).ToString(Format, CultureInfo.InvariantCulture);

    DateOnly Today => VietnamTime.DateOf(time.GetUtcNow().UtcDateTime);

    /// <returns>False where the address asks for something that is no day.</returns>
    internal bool ChooseFor(HttpContext context)
    {
        var asked = context.Request.Query[Parameter].ToString();
        if (asked.Length == 0 || Date is not null) return true;
        if (!DateOnly.TryParseExact(asked, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        if (day < Today) Date = day;
        return true;
    }
}
