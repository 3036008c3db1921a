using Analytics.Domain.Rounds;
using Analytics.Web.Hosting;

namespace Analytics.Web.OfficeSettings;

enum SettingKind
{
    Line,
    /// <summary>Several, one a line.</summary>
    Lines,
    YesNo,
}

/// <summary>One setting of the page, by its key in the file of settings.</summary>
/// <param name="Read">Its value as typed, from the names that stand.</param>
sealed record SettingField(string Key, SettingKind Kind, int Longest, bool Required, Func<OfficeNames, string> Read)
{
    public const string BodyVi = "Body:NameVi";
    public const string BodyEn = "Body:NameEn";
    public const string BandEdges = "Bands:Edges";
    public const string Yes = "true";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        new(BodyVi, SettingKind.Line, 120, Required: true, n => n.BodyNameVi),
        new(BodyEn, SettingKind.Line, 120, Required: false, n => n.BodyNameEn),
        Of("Superior", SettingKind.Line, 80, o => o.Superior),
        Of("HeadName", SettingKind.Line, 80, o => o.HeadName, required: true),
        Of("Symbol", SettingKind.Line, 20, o => o.Symbol, required: true),
        Of("Place", SettingKind.Line, 60, o => o.Place),
        Of("DeputySigns", SettingKind.YesNo, 5, o => o.DeputySigns ? Yes : "false"),
        Of("Signer", SettingKind.Line, 80, o => o.Signer),
        Of("LetterRecipients", SettingKind.Lines, 600, o => string.Join('\n', o.LetterRecipients)),
        Of("ReportRecipients", SettingKind.Lines, 600, o => string.Join('\n', o.ReportRecipients)),
        new(BandEdges, SettingKind.Line, 60, Required: true, n => n.Bands.ToString()),
    ];

    /// <summary>Its name in forms and texts: <c>office-superior</c>.</summary>
    public string Name => Key.Replace(':', '-').ToLowerInvariant();

    static SettingField Of(string key, SettingKind kind, int longest, Func<Office, string> read, bool required = false) =>
        new("Office:" + key, kind, longest, required, n => read(n.Office));

    /// <summary>Key of the text that says what is wrong; null where nothing is.</summary>
    public string? Mistake(string typed) => Required && typed.Length == 0 ? "admin.settings.needed" : typed.Length > Longest ? "admin.settings.long"
        : Key == BandEdges && FavourableBands.Parse(typed) is null ? "admin.settings.bands" : null;
}
