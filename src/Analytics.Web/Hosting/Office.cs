namespace Analytics.Web.Hosting;

/// <summary>How the office names and signs itself on its papers: section <c>Office</c> of the settings.</summary>
/// <param name="Superior">Above its name: <c>THÀNH ỦY HÀ NỘI</c>; empty: made of the city's name.</param>
/// <param name="HeadName">Its name at the head of a paper: <c>BAN TUYÊN GIÁO VÀ DÂN VẬN</c>.</param>
/// <param name="Symbol">Its symbol in numbers of papers: <c>BTGDVTU</c>.</param>
/// <param name="Place">Before the date: <c>Hà Nội</c>; empty: made of the city's name.</param>
/// <param name="ShortName">How a paper speaks of the office: <c>Ban Tuyên giáo và Dân vận Thành ủy</c>.</param>
/// <param name="DeputySigns">Whether a deputy signs for the head.</param>
/// <param name="Signer">Name under the signature, without titles; empty leaves room for it.</param>
/// <param name="LetterRecipients">Of letters, before the file copy.</param>
/// <param name="ReportRecipients">Of reports, before the file copy.</param>
sealed record Office(
    string Superior, string HeadName, string Symbol, string Place, string ShortName, bool DeputySigns, string Signer,
    IReadOnlyList<string> LetterRecipients, IReadOnlyList<string> ReportRecipients)
{
    const string City = "Thành phố ";

    public static Office From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Office");
        string Text(string key) => section[key]?.Trim() ?? "";
        // A list is changed on the page as a whole, one a line; in the file it is a list.
        IReadOnlyList<string> List(string key) => section[key] is { } lines
            ? lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : section.GetSection(key).Get<string[]>() ?? [];
        return new(Text("Superior"), Text("HeadName"), Text("Symbol"), Text("Place"), configuration[OfficeSettings.SettingField.BodyVi] ?? "", section.GetValue("DeputySigns", defaultValue: false), Text("Signer"),
            List("LetterRecipients"), List("ReportRecipients"));
    }

    /// <param name="city">Name of the city, <c>Thành phố Hà Nội</c>; null where it is not known.</param>
    public string SuperiorOf(string? city) => Superior.Length > 0 ? Superior : $"THÀNH ỦY {PlaceOf(city).ToUpperInvariant()}".TrimEnd();

    public string PlaceOf(string? city) => Place.Length > 0 ? Place : Bare(city ?? "");

    /// <summary>Lines over the name, as the Party's form has them.</summary>
    public IReadOnlyList<string> Capacity => DeputySigns ? ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"] : ["TRƯỞNG BAN"];

    static string Bare(string city) => city.StartsWith(City, StringComparison.Ordinal) ? city[City.Length..] : city;
}
