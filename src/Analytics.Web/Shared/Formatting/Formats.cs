using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Shared.Formatting;

/// <summary>
/// Numbers, shares and dates as a page prints them in the language of the request: <c>@F.Share(x)</c>. Shares are 0–1;
/// null means that there is no base and prints as a dash.
/// </summary>
public sealed class Formats(Language language)
{
    public const string Dash = "–";
    const char Minus = '−';

    static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Fixed here rather than taken from the machine, whose data may be older or changed.</summary>
    static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    bool En => language.English;

    /// <summary><c>1.234</c> in Vietnamese, <c>1,234</c> in English.</summary>
    public string Count(long? count) => count is { } n ? Number(n, 0) : Dash;

    /// <summary>A count in running text: Vietnamese office style writes <c>08</c> below ten.</summary>
    public string CountInText(long count) => !En && count is >= 0 and < 10 ? "0" + count.ToString(English) : Number(count, 0);

    /// <summary>Rounded half away from zero, as with pencil and paper: 6.25 is 6.3, not the nearest even.</summary>
    public string Number(double number, int decimals)
    {
        // Fifteen digits of a double are what was meant; the bits behind them would turn 28.5 into 28.4999.
        var text = Math.Round((decimal)number, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(English), En ? English.NumberFormat : Vietnamese);
        var isZero = !text.AsSpan().ContainsAnyInRange('1', '9');
        return isZero ? text.TrimStart('-') : text.Replace('-', Minus);
    }

    /// <summary><c>4,1%</c>, <c>4.1%</c>.</summary>
    public string Share(double? share, int decimals = 1) => share is { } s ? Percent(s, decimals) + "%" : Dash;

    /// <summary>The same without the sign, for columns whose header has it.</summary>
    public string Percent(double share, int decimals = 1) => Number(share * 100, decimals);

    /// <summary><c>(2,5–3,3)</c>: an interval of shares in percent.</summary>
    public string Interval(double? lower, double? upper) =>
        lower is { } l && upper is { } u ? $"({Percent(l)}{Dash}{Percent(u)})" : "";

    /// <summary><c>(1,2 đến 5,0)</c>: an interval of differences in points, whose ends may be negative.</summary>
    public string PointInterval(double? lower, double? upper) =>
        lower is { } l && upper is { } u ? $"({Percent(l)}{(En ? " to " : " đến ")}{Percent(u)})" : "";

    /// <summary><c>0,6 điểm phần trăm</c>, <c>0.6 percentage points</c>: a difference of shares.</summary>
    public string Points(double? difference) =>
        difference is { } d ? Percent(d) + (En ? " percentage points" : " điểm phần trăm") : Dash;

    /// <summary>The same in a narrow column: <c>0,6 điểm %</c>, <c>0.6 points</c>.</summary>
    public string ShortPoints(double? difference) => difference is { } d ? Percent(d) + (En ? " points" : " điểm %") : Dash;

    /// <summary><c>tăng 0,6 điểm %</c>: direction in words. It says what the numbers did, not that it means anything.</summary>
    public string Change(double? difference, int decimals = 1)
    {
        if (difference is not { } d) return Dash;
        var size = Percent(Math.Abs(d), decimals);
        if (Percent(d, decimals) == Percent(0, decimals)) return En ? "unchanged" : "không đổi";
        return En ? $"{(d > 0 ? "up" : "down")} {size} points" : $"{(d > 0 ? "tăng" : "giảm")} {size} điểm %";
    }

    /// <summary><c>23/11/2026</c>, <c>23 November 2026</c>.</summary>
    public string Date(DateOnly? date) => date is { } d ? d.ToString(En ? "d MMMM yyyy" : "dd'/'MM'/'yyyy", English) : Dash;

    /// <summary><c>23/11/2026</c> in both languages' tables: short, and the day first.</summary>
    public string ShortDate(DateOnly? date) => date is { } d ? d.ToString(En ? "d MMM yyyy" : "dd'/'MM'/'yyyy", English) : Dash;

    /// <summary><c>12 giờ 40, ngày 23/11/2026</c>, <c>12:40, 23 November 2026</c>, in Viet Nam's time.</summary>
    /// <param name="utc">An instant in UTC.</param>
    public string Instant(DateTime? utc)
    {
        if (utc is not { } instant) return Dash;
        var local = VietnamTime.Of(instant);
        var date = Date(DateOnly.FromDateTime(local));
        return En
            ? local.ToString("HH':'mm", English) + ", " + date
            : local.Hour.ToString(English) + " giờ " + local.ToString("mm", English) + ", ngày " + date;
    }
}
