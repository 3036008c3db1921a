using System.Globalization;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Imports;

/// <summary>A copy that somebody took of a report.</summary>
sealed record GivenCopy(string User, DateTime At, string Number);

/// <summary>A report made while figures were shown that an import has replaced since, or that were taken back.</summary>
/// <param name="By">Name of the schedule, or of the user who asked.</param>
/// <param name="Copies">Who has it, earliest first.</param>
sealed record OldReport(int Id, string Title, DateTime CreatedAt, string By, string RoundVi, string RoundEn, long DataVersion, IReadOnlyList<GivenCopy> Copies)
{
    public string Round(bool english) => english && RoundEn.Length > 0 ? RoundEn : RoundVi;
}

/// <summary>Reports with figures that this import replaced, and with figures of this import that are no longer current.</summary>
sealed record OldFiguresQuery(int Import) : IQuery<IReadOnlyList<OldReport>>
{
    const int MostReports = 100;

    public sealed class Handler(QueryContext context) : RequestHandler<OldFiguresQuery, IReadOnlyList<OldReport>>
    {
        /// <summary>In which round a figure stood, from which version on, and from which on no longer.</summary>
        sealed record Shown(int RoundId, long From, long To);

        protected override IReadOnlyList<OldReport> Handle(OldFiguresQuery request)
        {
            var shown = Replaced(request.Import).Concat(NoLongerCurrent(request.Import)).Where(s => s.To <= context.State.DataVersion).ToHashSet();
            if (shown.Count == 0) return [];
            var (first, last) = (shown.Min(s => s.From), shown.Max(s => s.To));
            var reports = context.Db.Briefings.Where(b => b.DataVersion >= first && b.DataVersion < last).OrderByDescending(b => b.Id).Take(MostReports).AsEnumerable()
                .Where(b => shown.Any(s => b.DataVersion >= s.From && b.DataVersion < s.To && Shows(b.RoundId, s.RoundId))).ToList();
            return reports.Select(b =>
            {
                var round = context.Reference.Round(b.RoundId);
                return new OldReport(b.Id, b.Title, b.CreatedAt, b.By, round?.NameVi ?? "", round?.NameEn ?? "", b.DataVersion, Copies(b.Id));
            }).ToList();
        }

        /// <summary>A report tells of its round and, in trends, of those before.</summary>
        bool Shows(int reported, int changed) =>
            reported == changed || (context.Reference.Round(reported) is { } a && context.Reference.Round(changed) is { } b && b.HeldFrom <= a.HeldFrom);

        IQueryable<Domain.Results.Result> All => context.Db.Results.IgnoreQueryFilters([AnalyticsDb.PublishedFilter]);

        /// <summary>Versions that rows of the import closed. A row that only changed hands is of the same import.</summary>
        List<Shown> Replaced(int import) => (
            from now in All
            join before in All on new { now.RoundId, now.Sequence, At = (long?)now.FromVersion } equals new { before.RoundId, before.Sequence, At = before.ToVersion }
            where now.ImportId == import && before.ImportId != import
            select new { before.RoundId, before.FromVersion, To = now.FromVersion }).Distinct().AsEnumerable().Select(s => new Shown(s.RoundId, s.FromVersion, s.To)).ToList();

        List<Shown> NoLongerCurrent(int import) => All
            .Where(r => r.ImportId == import && r.ToVersion != null && !All.Any(n => n.RoundId == r.RoundId && n.Sequence == r.Sequence && n.FromVersion == r.ToVersion && n.ImportId == import))
            .Select(r => new { r.RoundId, r.FromVersion, To = r.ToVersion ?? 0 }).Distinct().AsEnumerable().Select(s => new Shown(s.RoundId, s.FromVersion, s.To)).ToList();

        List<GivenCopy> Copies(int briefing)
        {
            const string Mark = " copy=";
            var start = string.Create(CultureInfo.InvariantCulture, $"/briefings/{briefing}/");
            return context.Db.Audit.Where(a => a.Action == "export" && a.Target.StartsWith(start)).OrderBy(a => a.At).AsEnumerable()
                .Select(a => new GivenCopy(a.User, a.At, a.Target[(a.Target.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..])).ToList();
        }
    }
}
