namespace Analytics.Ingest.Loading;

/// <summary>How files are loaded.</summary>
/// <param name="By">Who loads: the user's e-mail, or the name of the command.</param>
/// <param name="AcceptValid">Loads the good rows of a file that also has bad ones.</param>
/// <param name="ReplaceReason">Accepts corrections and says why; null refuses rows that differ from what is loaded.</param>
/// <param name="DryRun">Compares with the store and writes nothing.</param>
/// <param name="KeepRefused">Records refused files too, with their problems, so that a page can show them.</param>
/// <param name="AllowedUnits">Ids of the unit versions whose results and rosters may be loaded; a file with a row of another unit,
/// and any reference data, is refused. Null allows everything.</param>
/// <param name="RosterVersions">Of a roster somebody edited: by row of the file the id of the version they had before them. The row takes its
/// place, also under another name or post, and is refused where it does not stand any more. Null compares by identity only.</param>
/// <param name="LargeFrom">From so many rows on a file of results is written while it is still being checked.</param>
public sealed record LoadOptions(
    string By, bool AcceptValid = false, string? ReplaceReason = null, bool DryRun = false, bool KeepRefused = false, IReadOnlySet<int>? AllowedUnits = null,
    IReadOnlyDictionary<int, int>? RosterVersions = null, int LargeFrom = 50_000)
{
    public bool Replace => ReplaceReason is not null;

    /// <summary>Told each row that replaces one; null where nobody asks.</summary>
    internal Previews.DifferenceList? Differences { get; init; }
}
