using System.Text;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>What was typed into a form, as a CSV file.</summary>
sealed class TypedCsv
{
    readonly StringBuilder text = new();

    public TypedCsv(params IEnumerable<string> columns) => Add(columns);

    /// <summary>Rows without the header: row n of the file is the (n − 1)th of them.</summary>
    public int Rows { get; private set; } = -1;

    public void Add(params IEnumerable<string?> cells)
    {
        text.AppendJoin(',', cells.Select(c => "\"" + (c ?? "").Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
        Rows++;
    }

    public override string ToString() => text.ToString();
}

/// <summary>Loads what was typed into a form as a file of its own: checked, archived and leading back to its rows like any other.</summary>
sealed class TypedFileLoading(Store store, Installation installation, TimeProvider time)
{
    /// <param name="name">Name of the file; says round and unit, no person.</param>
    /// <param name="reason">Why what is loaded is corrected; null where it is not.</param>
    /// <param name="rosterVersions">See <see cref="LoadOptions.RosterVersions"/>.</param>
    public LoadOutcome Load(TypedCsv csv, string name, FileKind kind, Viewer viewer, string? reason, CancellationToken ct, IReadOnlyDictionary<int, int>? rosterVersions = null)
    {
        var path = Path.Combine(installation.UploadsFolder, $"entry-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, csv.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            var options = new LoadOptions(viewer.UserName, ReplaceReason: reason, AllowedUnits: viewer.UnitsToLoadFor, RosterVersions: rosterVersions);
            return new Importer(store, new Archive(installation.Folder), time).Run([new InputFile(path, name)], kind, null, options, ct: ct).Single();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
