using System.Globalization;

namespace Analytics.Domain.Dates;

/// <summary>Why a day is not like other days of its weekday.</summary>
public enum SpecialDayKind
{
    /// <summary>A public holiday of the Labour Code (Article 112).</summary>
    Holiday,
    /// <summary>A working day that is off: for a holiday on a weekend (Article 111.3), or moved here by a notice.</summary>
    DayOff,
    /// <summary>A weekend day that is worked for another one.</summary>
    Working,
}

/// <param name="Announced">By the year's notice; false where it follows from the law alone.</param>
public sealed record SpecialDay(DateOnly Date, SpecialDayKind Kind, string NameVi, string NameEn, bool Announced)
{
    public string Name(bool english) => english ? NameEn : NameVi;
}

/// <summary>Working days in Viet Nam's offices: Monday to Friday, without holidays, with the Saturdays that are worked instead. Holidays are data.</summary>
public sealed class WorkingCalendar(IReadOnlyList<SpecialDay> days)
{
    const int LongestHoliday = 60;
    readonly Dictionary<DateOnly, SpecialDay> special = days.ToDictionary(d => d.Date);

    public IReadOnlyList<SpecialDay> Days => days;

    public SpecialDay? At(DateOnly date) => special.GetValueOrDefault(date);

    /// <summary>Whether the notice of the year's days off is in the data; before it, holidays by the lunar calendar may be missing.</summary>
    public bool IsAnnounced(int year) => days.Any(d => d.Date.Year == year && d.Announced);

    public bool IsWorking(DateOnly date) => At(date) is { } day
        ? day.Kind == SpecialDayKind.Working
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The <paramref name="count"/>th working day after <paramref name="date"/>, which does not count itself; 0: the date, or the next working day.</summary>
    public DateOnly After(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0;)
        {
            date = date.AddDays(1);
            if (IsWorking(date)) left--;
        }
        for (var i = 0; i < LongestHoliday && !IsWorking(date); i++) date = date.AddDays(1);
        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies before it.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorking(day)) count++;
        return count;
    }

    /// <summary>Reads <c>date,kind,name_vi,name_en,basis</c> (kind: holiday, day-off, working; basis: law, notice), one header row.</summary>
    /// <exception cref="FormatException">A line cannot be read, or a day stands there twice; the message says which.</exception>
    public static WorkingCalendar Read(IEnumerable<string> lines)
    {
        var days = new List<SpecialDay>();
        var number = 0;
        foreach (var line in lines)
        {
            if (number++ == 0 || line.Trim().Length == 0) continue;
            if (line.Split(',') is not [var date, var kind, var vi, var en, var basis]
                || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || KindOf(kind) is not { } known || basis.Trim() is not ("law" or "notice"))
                throw new FormatException($"Line {number} of the calendar is \"{line}\"; expected date (yyyy-MM-dd), holiday, day-off or working, two names, law or notice, separated by commas.");
            if (days.Any(d => d.Date == day)) throw new FormatException($"Line {number} of the calendar gives {date} a second time.");
            days.Add(new(day, known, vi, en, basis.Trim() == "notice"));
        }
        return new WorkingCalendar(days.OrderBy(d => d.Date).ToList());
    }

    static SpecialDayKind? KindOf(string word) => word switch
    {
        "holiday" => SpecialDayKind.Holiday,
        "day-off" => SpecialDayKind.DayOff,
        "working" => SpecialDayKind.Working,
        _ => null,
    };
}
