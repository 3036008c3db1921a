using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Web.Pages.Roster;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Imports;

/// <summary>A row of a file as it was loaded.</summary>
/// <param name="PersonId">Null for a roster, which names officials before they are matched.</param>
/// <param name="Status">Of a roster row; null for a result.</param>
/// <param name="IsCurrent">False when a later import corrected the row, or somebody withdrew it.</param>
sealed record LoadedRow(
    string? Sheet, int RowNumber, string RoundCode, string UnitCode, string UnitName, string PositionCode, string PositionVi, string PositionEn,
    string? Official, int? PersonId, RosterStatus? Status, bool IsCurrent)
{
    public string Position(bool english) => english && PositionEn.Length > 0 ? PositionEn : PositionVi;
}

/// <summary>The rows an import brought, as far as they are published and within the viewer's scope.</summary>
sealed record LoadedRows(IReadOnlyList<LoadedRow> Rows, int Total, PagePlace Place) : IRowCount
{
    public int RowCount => Rows.Count;

    public ExportTable ToTable(int import) => ExportTable.Of($"import-{import}-rows", Rows,
        ("sheet", r => r.Sheet), ("row", r => r.RowNumber), ("round", r => r.RoundCode), ("unit", r => r.UnitCode), ("unit_name", r => r.UnitName),
        ("position", r => r.PositionCode), ("official", r => r.Official), ("status", r => r.Status?.Code()), ("current", r => r.IsCurrent));
}

sealed record LoadedRowsQuery(int Import, string Kind, int Page, int Size) : IQuery<LoadedRows>, INamedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<LoadedRowsQuery, LoadedRows>
    {
        sealed record Found(
            string? Sheet, int RowNumber, int RoundId, int UnitId, int PositionId, string? Official, int? PersonId, RosterStatus? Status, long? ToVersion);

        protected override LoadedRows Handle(LoadedRowsQuery request)
        {
            var found = request.Kind == "roster" ? Roster(request.Import) : Results(request.Import);
            var total = found.Count();
            var place = PagePlace.Of(request.Page, total, request.Size);
            return new(found.Skip(place.Skip).Take(request.Size).AsEnumerable().Select(Named).ToList(), total, place);
        }

        // Versions closed since are rows of the import as well: only what is not yet published stays out.
        IQueryable<Found> Results(int import) => context.Db.Results.IgnoreQueryFilters([AnalyticsDb.PublishedFilter])
            .Where(r => r.ImportId == import && r.FromVersion <= context.State.DataVersion)
            .OrderBy(r => r.RowNumber).ThenBy(r => r.Id)
            .Select(r => new Found(r.Sheet, r.RowNumber, r.RoundId, r.UnitId, r.PositionId, r.OfficialName, r.PersonId, null, r.ToVersion));

        IQueryable<Found> Roster(int import) => context.Db.Roster.IgnoreQueryFilters([AnalyticsDb.PublishedFilter])
            .Where(r => r.ImportId == import && r.FromVersion <= context.State.DataVersion)
            .OrderBy(r => r.RowNumber).ThenBy(r => r.Id)
            .Select(r => new Found(r.Sheet, r.RowNumber, r.RoundId, r.UnitId, r.PositionId, r.Official, null, r.Status, r.ToVersion));

        LoadedRow Named(Found r)
        {
            var reference = context.Reference;
            var position = reference.Position(r.PositionId);
            var unit = reference.Units.ById(r.UnitId);
            return new(r.Sheet, r.RowNumber, reference.Round(r.RoundId)?.Code ?? "", unit?.Code ?? "", unit?.Name ?? "",
                position?.Code ?? "", position?.NameVi ?? "", position?.NameEn ?? "", r.Official, r.PersonId, r.Status,
                r.ToVersion is null || r.ToVersion > context.State.DataVersion);
        }
    }
}
