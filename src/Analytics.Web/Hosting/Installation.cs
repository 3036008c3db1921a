using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.OfficeSettings;

namespace Analytics.Web.Hosting;

/// <summary>The settings of one installation, checked at start.</summary>
/// <param name="Folder">Inbox, archive, uploads, briefings, keys, audit spool: <c>ANALYTICS_DATA</c>.</param>
/// <param name="LoadSample">Whether a new store gets the sample at start; Development only.</param>
/// <param name="SampleLocalAreas">Areas of the local sample account when the sample has none; Development only.</param>
sealed record Installation(string? StoreSetting, string Folder, bool LoadSample, string SampleLocalAreas)
{
    public string KeysFolder => Path.Combine(Folder, "keys");
    public string UploadsFolder => Path.Combine(Folder, "uploads");
    public string BriefingsFolder => Path.Combine(Folder, "briefings");
    /// <summary>Scans of minutes.</summary>
    public string MinutesFolder => Path.Combine(Folder, "minutes");
    /// <summary>Files of follow-up cases.</summary>
    public string CasesFolder => Path.Combine(Folder, "cases");
    public string AuditFolder => Path.Combine(Folder, "audit");

    /// <exception cref="StoreException">A setting cannot be used; the message says which and why.</exception>
    public static Installation From(IConfiguration configuration)
    {
        var installation = new Installation(
            configuration["ANALYTICS_DB"],
            Places.App(configuration["ANALYTICS_DATA"]),
            configuration.GetValue("Sample:Load", defaultValue: true),
            configuration["Sample:LocalAreas"] ?? "");
        if (string.IsNullOrWhiteSpace(configuration[SettingField.BodyVi]))
            throw new StoreException("The setting Body:NameVi is empty; it names the body that uses the product.");
        if (FavourableBands.Parse(configuration[SettingField.BandEdges] ?? FavourableBands.Usual.ToString()) is null)
            throw new StoreException($"The setting {SettingField.BandEdges} is “{configuration[SettingField.BandEdges]}”; one to {FavourableBands.MostEdges} rising shares are expected, such as 50; 2/3; 80; 90.");
        foreach (var folder in new[] { installation.Folder, installation.KeysFolder, installation.AuditFolder, installation.UploadsFolder, installation.BriefingsFolder, installation.MinutesFolder, installation.CasesFolder })
            Create(folder);
        return installation;
    }

    static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The folder {folder} cannot be created ({refused.Message}). ANALYTICS_DATA must name a folder that can be written to.", refused);
        }
    }
}
