using System.Linq.Expressions;
using Analytics.Domain.Imports;

namespace Analytics.Web.Pages.Imports;

/// <summary>One import as the pages print it.</summary>
sealed record ImportRow(
    int Id, string FileName, string Sha256, string Kind, ImportState State, DateTime At, string By, int Rows, int Loaded, int Unchanged,
    int Corrected, int Rejected, int Warnings, string? Reason, string? ArchiveName, long? Version,
    int Voted, int Complete, int Reconciled, int Published, int Confirmed)
{
    public static Expression<Func<Import, ImportRow>> From { get; } = i => new ImportRow(
        i.Id, i.FileName, i.Sha256, i.Kind, i.State, i.At, i.By, i.Rows, i.Loaded, i.Unchanged,
        i.Corrected, i.Rejected, i.Warnings, i.Reason, i.ArchiveName, i.Version,
        i.Voted, i.Complete, i.Reconciled, i.Published, i.Confirmed);

    /// <summary>Key of the word for its state: refused, loaded, or loaded in part.</summary>
    public string StateKey => "imports.state." + (State == ImportState.Refused ? "refused" : Rejected > 0 ? "partly" : "loaded");

    public string StateClass => State == ImportState.Refused ? "bad" : Rejected > 0 ? "warn" : "good";
}
