using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>What became of one file. <c>Rows = Loaded + Unchanged + Corrected + Rejected</c>.</summary>
/// <param name="File">The path or name as given.</param>
/// <param name="Import">Id of the import that holds the rows; null for a refused file.</param>
public sealed record LoadOutcome(
    string File, string Sha256, FileKind? Kind, int? Import, int Rows, int Loaded, int Unchanged, int Corrected, int Rejected,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>Id of the record of a refused file, where refused files are recorded.</summary>
    public int? RefusedImport { get; init; }

    /// <summary>Why the file could not be tried, or what was loaded could not be published: exit code 2. Null when neither.</summary>
    public string? Failure { get; init; }

    /// <summary>A file that could not be tried. Its rows count as rejected.</summary>
    public static LoadOutcome Failed(string file, string sha256, FileKind? kind, int rows, string failure, params IReadOnlyList<Problem> problems) =>
        new(file, sha256, kind, null, rows, 0, 0, 0, rows, problems) { Failure = failure };

    public IReadOnlyList<string> Notes { get; init; } = [];

    public int Warnings => Problems.Count(p => p.Severity == Severity.Warning);

    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Whether any content was refused: exit code 1.</summary>
    public bool Refused => HasErrors;

    /// <summary>Rows of a file of which nothing was written that <see cref="LoadOptions.AcceptValid"/> would not refuse; 0 where the file is refused as a whole.</summary>
    public int GoodRows => Import is not null || Rejected < Rows || Errors.Any(p => p.Row is null || p.Rule == "out-of-scope")
        ? 0
        : Rows - Errors.Select(p => (p.Sheet, p.Row)).Distinct().Count();

    /// <summary>Rows that differ from what is loaded and were refused for it.</summary>
    public int Conflicts => Errors.Count(p => p.Rule == "conflicts-with-loaded");

    IEnumerable<Problem> Errors => Problems.Where(p => p.Severity == Severity.Error);

    public bool ChangedStore => Loaded + Corrected > 0 && Import is not null;
}
