using Analytics.Domain.Imports;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Commands;

/// <summary>
/// Results against the rows of the archived files they came from, name and every count: a number that was altered in the
/// store does not agree any more. Neither references nor rules are needed for it, so later changes of those do not matter.
/// </summary>
sealed class ArchiveComparison(AnalyticsDb db, Archive archive)
{
    const int ToldAtMost = 10;

    readonly List<string> wrong = [];

    public IReadOnlyList<string> Run(CancellationToken ct)
    {
        var imports = db.Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Loaded && i.Kind == "results" && i.ArchiveName != null).OrderBy(i => i.Id).ToList();
        foreach (var import in imports)
            // A missing file is told by the check before this one.
            if (wrong.Count < ToldAtMost && archive.Find(import.ArchiveName!) is { } path) Compare(import, path, ct);
        return wrong;
    }

    void Compare(Import import, string path, CancellationToken ct)
    {
        // Without the long texts: a file may have a million rows.
        var results = db.Results.IgnoreQueryFilters().Where(r => r.ImportId == import.Id)
            .Select(r => new
            {
                r.Sheet,
                r.RowNumber,
                Stored = new Stored(r.OfficialName, new Counts(r.Delegates, r.Invited, r.Present, r.Issued, r.Collected, r.Valid, r.Invalid, r.High, r.Middle, r.Low)),
            })
            .Distinct().AsEnumerable().GroupBy(r => (r.Sheet, r.RowNumber), r => r.Stored).ToDictionary(g => g.Key, g => g.ToArray());
        using (var content = File.OpenRead(path))
            foreach (var row in FileReader.Read(content, import.FileName, FileKind.Results, ct).Rows)
                if (results.Remove((row.Sheet, row.Row), out var versions) && versions.Select(v => FirstDifference(row, v)).FirstOrDefault(c => c is not null) is { } column)
                    Tell($"import {import.Id}, row {row.Row}: {column} is not what the file says");
        foreach (var (_, line) in results.Keys.Order()) Tell($"import {import.Id}, row {line}: the file has no such row");
    }

    void Tell(string text)
    {
        if (wrong.Count < ToldAtMost) wrong.Add(text);
    }

    static string? FirstDifference(SourceRow row, Stored result)
    {
        if (row["official"] != result.Official) return "official";
        var c = result.Counts;
        foreach (var (column, count) in new[]
        {
            ("delegates", c.Delegates), ("invited", c.Invited), ("present", c.Present), ("issued", c.Issued), ("collected", c.Collected),
            ("valid", c.Valid), ("invalid", c.Invalid), ("high", c.High), ("confidence", c.Middle),
        })
            if (Number(row[column]) != count) return column;
        return Number(row["low"]) == c.Low || Number(row["no_confidence"]) == c.Low ? null : "low";
    }

    readonly record struct Stored(string Official, Counts Counts);

    static int? Number(string cell) => WholeNumber.Parse(cell, out var number) == NumberFault.None ? number : null;
}
