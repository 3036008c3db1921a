using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Officials;

/// <summary>One version of a result.</summary>
/// <param name="At">When it was published, UTC.</param>
/// <param name="File">Null where the viewer may not see the import.</param>
/// <param name="Reason">Why the version before was replaced, in Vietnamese and English parted by <c> / </c> where the program says it; null for the first.</param>
/// <param name="Changes">Against the version before.</param>
sealed record HistoryEntry(long Version, DateTime? At, int Import, string? File, int Row, string? Reason, IReadOnlyList<Difference> Changes);

/// <summary>What a result said from its first version on, as far as it is published and within the viewer's scope.</summary>
static class ResultHistory
{
    /// <returns>By result id, oldest version first; a result that never changed has one entry.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyList<HistoryEntry>> Of(QueryContext context, IReadOnlyCollection<Result> current)
    {
        var db = context.Db;
        var rounds = current.Select(r => r.RoundId).ToHashSet();
        var sequences = current.Select(r => r.Sequence).ToHashSet();
        var all = db.Results.IgnoreQueryFilters([AnalyticsDb.PublishedFilter])
            .Where(r => rounds.Contains(r.RoundId) && sequences.Contains(r.Sequence) && r.FromVersion <= context.State.DataVersion)
            .OrderBy(r => r.Id).AsEnumerable().ToLookup(r => (r.RoundId, r.Sequence));
        var imports = all.SelectMany(g => g).Select(r => r.ImportId).ToHashSet();
        var files = db.Imports.Where(i => imports.Contains(i.Id)).Select(i => new { i.Id, i.FileName }).ToDictionary(i => i.Id, i => i.FileName);
        var versions = all.SelectMany(g => g).Select(r => r.FromVersion).ToHashSet();
        var published = db.Publications.Where(p => versions.Contains(p.Version)).ToDictionary(p => p.Version, p => p.At);
        return current.ToDictionary(r => r.Id, IReadOnlyList<HistoryEntry> (r) => Entries([.. all[(r.RoundId, r.Sequence)]], files, published));
    }

    static List<HistoryEntry> Entries(List<Result> versions, Dictionary<int, string> files, Dictionary<long, DateTime> published) =>
        versions.Select((r, i) => new HistoryEntry(
            r.FromVersion, published.TryGetValue(r.FromVersion, out var at) ? at : null, r.ImportId, files.GetValueOrDefault(r.ImportId), r.RowNumber,
            i == 0 ? null : versions[i - 1].CloseReason, i == 0 ? [] : Changes(versions[i - 1], r))).ToList();

    static IReadOnlyList<Difference> Changes(Result before, Result after)
    {
        var (was, now) = (before.Counts, after.Counts);
        return Difference.Between(
            ("official", before.OfficialName, after.OfficialName), ("held_on", before.HeldOn, after.HeldOn), ("delegates", was.Delegates, now.Delegates),
            ("invited", was.Invited, now.Invited), ("present", was.Present, now.Present), ("issued", was.Issued, now.Issued), ("collected", was.Collected, now.Collected),
            ("valid", was.Valid, now.Valid), ("invalid", was.Invalid, now.Invalid), ("high", was.High, now.High), ("confidence", was.Middle, now.Middle), ("low", was.Low, now.Low),
            ("published_low_percent", before.PublishedLowPercent, after.PublishedLowPercent), ("published_high_percent", before.PublishedHighPercent, after.PublishedHighPercent),
            ("exempt", before.Exempt, after.Exempt), ("note", before.Note, after.Note), ("source", before.Source, after.Source));
    }
}
