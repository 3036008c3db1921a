using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.OfficeSettings;

/// <summary>
/// What the office calls itself and how it signs: the file of settings, with what an administrator has changed on the page laid over it.
/// </summary>
/// <param name="BodyNameVi">Under the product's name on Vietnamese pages.</param>
/// <param name="BodyNameEn">On English pages; empty: the Vietnamese name.</param>
/// <param name="Bands">Bands in which a summing-up counts officials.</param>
sealed record OfficeNames(string BodyNameVi, string BodyNameEn, Office Office, FavourableBands Bands)
{
    public string BodyName(bool english) => english && BodyNameEn.Length > 0 ? BodyNameEn : BodyNameVi;
}

/// <summary>Reads the settings that stand; kept as long as nothing the store keeps of people's work changes.</summary>
sealed class InstallationSettings(IConfiguration configuration, Store store)
{
    sealed record Held(long WorkVersion, OfficeNames Names);

    volatile Held? held;

    /// <summary>For pages that must not touch the store.</summary>
    public OfficeNames InFile => Over(new Dictionary<string, string>());

    /// <summary>As they stand now.</summary>
    public OfficeNames Current()
    {
        using var db = store.Open();
        return Of(db);
    }

    public OfficeNames Of(AnalyticsDb db)
    {
        var version = db.State.AsNoTracking().Select(s => s.WorkVersion).Single();
        if (held is { } known && known.WorkVersion == version) return known.Names;
        var names = Over(Changed(db));
        held = new(version, names);
        return names;
    }

    public static IReadOnlyDictionary<string, string> Changed(AnalyticsDb db) => db.Settings.AsNoTracking().ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

    /// <summary>The names with <paramref name="changed"/> laid over the file of settings.</summary>
    public OfficeNames Over(IReadOnlyDictionary<string, string> changed)
    {
        var laid = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(changed.Select(c => KeyValuePair.Create<string, string?>(c.Key, c.Value))).Build();
        return new(laid[SettingField.BodyVi] ?? "", laid[SettingField.BodyEn] ?? "", Office.From(laid), FavourableBands.Parse(laid[SettingField.BandEdges]) ?? FavourableBands.Usual);
    }
}
