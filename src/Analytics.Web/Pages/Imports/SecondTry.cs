using Analytics.Web.Access;
using Analytics.Web.Loading;

namespace Analytics.Web.Pages.Imports;

/// <summary>What the form for a second try of a refused file offers.</summary>
/// <param name="Mistake">Key of what was wrong with the form as sent; null when nothing was.</param>
/// <param name="Input">The form as sent; null when it was not.</param>
sealed record SecondTry(SentFile File, FileOutcome Outcome, string? Mistake = null, SecondTryInput? Input = null)
{
    public static IReadOnlyList<string> Ways { get; } = ["valid", "replace", "corrected", "again"];

    /// <summary>Whether a viewer may try the files of a batch again: who sent it, and who sees all imports and may load.</summary>
    public static bool IsFor(Viewer viewer, UploadBatch batch) =>
        viewer.May(Policies.Import) && (viewer.Scope.AllImports || batch.By == viewer.UserName);

    /// <summary>The form for a file, while it is kept and the viewer may send it again; else null.</summary>
    public static SecondTry? Of(UploadFolders folders, Viewer viewer, SentFile file)
    {
        if (folders.Find(file.Batch) is not { } batch || !IsFor(viewer, batch) || folders.Kept(file) is null) return null;
        return folders.OutcomeOf(file.Batch)?.Files.ElementAtOrDefault(file.Index) is { Refused: true } outcome ? new(file, outcome) : null;
    }
}
