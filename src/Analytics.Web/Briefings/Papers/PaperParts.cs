using System.Globalization;
using Analytics.Domain.Dates;
using Analytics.Web.Hosting;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Briefings.Papers;

/// <summary>
/// What all papers of the office have in common: head, signature, recipients, foot. Papers go to Party committees and are in Vietnamese,
/// whatever language their maker reads the pages in.
/// </summary>
sealed class PaperParts(Office office, QueryContext context, TextFiles files, TimeProvider time)
{
    public const string Language = "vi";

    public Office Office => office;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public string Text(string key, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, files.In(Language)[key], arguments);

    /// <param name="kind"><c>BC</c>, <c>CV</c>.</param>
    /// <param name="number">As the registry gave it; null leaves a blank.</param>
    /// <param name="day">Of the paper; null leaves blanks for day and month.</param>
    public PaperHead Head(string? city, string kind, int? number, DateOnly? day, string? subject, params IEnumerable<string> marks) => new(
        office.SuperiorOf(city), office.HeadName, $"Số {Number(number)}-{kind}/{office.Symbol}", PlaceAndDate(city, day), subject, marks.ToList());

    static string Number(int? number) => number is { } given ? given.ToString("00", CultureInfo.InvariantCulture) : "        ";

    string PlaceAndDate(string? city, DateOnly? day)
    {
        var year = (day ?? VietnamTime.DateOf(Now)).Year.ToString(CultureInfo.InvariantCulture);
        // Only days below 10 and the first two months are written with a zero.
        var date = day is { } known ? $"ngày {known:dd} tháng {(known.Month <= 2 ? known.Month.ToString("00", CultureInfo.InvariantCulture) : known.Month.ToString(CultureInfo.InvariantCulture))} năm {year}"
            : $"ngày      tháng      năm {year}";
        return office.PlaceOf(city) is { Length: > 0 } place ? $"{place}, {date}" : char.ToUpperInvariant(date[0]) + date[1..];
    }

    public PaperSignature Signature() => new(office.Capacity, office.Signer);

    public const string FileCopy = "Lưu Văn phòng Ban";

    /// <summary>How old the figures are, for the foot.</summary>
    public string Foot() => Text("paper.foot", Instant(context.PublishedAt), context.State.DataVersion.ToString(CultureInfo.InvariantCulture));

    public string? SampleMark(bool sample) => sample ? Text("layout.sample") : null;

    static string Instant(DateTime? utc)
    {
        if (utc is not { } instant) return "–";
        var local = VietnamTime.Of(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Hour} giờ {local:mm}, ngày {local:dd'/'MM'/'yyyy}");
    }

    /// <summary><c>23/11/2026</c>.</summary>
    public static string Date(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>In running text numbers below ten have a zero.</summary>
    public static string Count(int count) => count.ToString(count is >= 0 and < 10 ? "00" : "0", CultureInfo.InvariantCulture);
}
