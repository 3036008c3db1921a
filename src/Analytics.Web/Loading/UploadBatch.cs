using System.Text.Json.Serialization;
using Analytics.Ingest.Loading;

namespace Analytics.Web.Loading;

/// <summary>Files that somebody sent together, and how they want them loaded.</summary>
/// <param name="By">User name; the rights are looked up anew when the files are loaded.</param>
/// <param name="Kind">A word of <see cref="Kinds.All"/>; null to tell from the headers.</param>
/// <param name="Round">Code of the round of rows that name none.</param>
/// <param name="Reason">Why rows are replaced, as far as it was said; null when the files are no correction.</param>
/// <param name="Names">The files' names, in the order sent.</param>
/// <param name="SecondTryOf">The refused file whose place the only file of this batch takes; null for a first try.</param>
/// <param name="Replace">A correction whose reason is still to be given.</param>
sealed record UploadBatch(
    Guid Id, DateTime At, string By, string? Kind, string? Round, bool AcceptValid, string? Reason, IReadOnlyList<string> Names, SentFile? SecondTryOf = null,
    bool Replace = false)
{
    [JsonIgnore]
    public bool Replaces => Replace || Reason is not null;
}

/// <summary>One file of a batch: which batch, and its place among the names, from 0.</summary>
readonly record struct SentFile(Guid Batch, int Index);

/// <summary>What became of one file of a batch; its problems are kept with the import.</summary>
/// <param name="Import">Id of the import that holds the rows, of an earlier one when nothing changed, or that tells why the file was refused.</param>
/// <param name="GoodRows">Rows of a file of which nothing was written that could be loaded without the bad ones.</param>
/// <param name="Conflicts">Rows that differ from what is loaded, as far as the check came to compare them.</param>
sealed record FileOutcome(
    string Name, string? Kind, int? Import, bool Refused, int Rows, int Loaded, int Unchanged, int Corrected, int Rejected, int Warnings, IReadOnlyList<string> Notes,
    int GoodRows = 0, int Conflicts = 0)
{
    public static FileOutcome Of(string name, LoadOutcome o) => new(
        name, o.Kind is { } kind ? Kinds.Word(kind) : null, o.Import ?? o.RefusedImport, o.Refused,
        o.Rows, o.Loaded, o.Unchanged, o.Corrected, o.Rejected, o.Warnings, o.Notes, o.GoodRows, o.Conflicts);

    public bool Changed => Loaded + Corrected > 0;
}

/// <summary>How a batch ended.</summary>
/// <param name="Failure">Why it was not loaded at all: <c>right</c>, <c>repeated</c>, <c>busy</c>, <c>error</c>, <c>discarded</c>; null when every file was handled.</param>
/// <param name="ErrorId">Id under which the log holds what happened.</param>
sealed record BatchOutcome(DateTime At, IReadOnlyList<FileOutcome> Files, string? Failure = null, string? ErrorId = null)
{
    /// <summary>Whether nothing speaks against loading the same files once more; their sender decides.</summary>
    [JsonIgnore]
    public bool MayWaitAgain => Failure is "busy" or "error";
}
