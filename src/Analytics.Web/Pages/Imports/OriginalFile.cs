using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary><c>/imports/{id}/original</c>: the file as it was sent, byte for byte. It holds names: handing it out is recorded.</summary>
static class OriginalFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/{id:int}/original", Answer).RequireAuthorization(Policies.Names);

    static async Task<IResult> Answer(int id, IMediator mediator, Installation installation, AuditTrail audit, CancellationToken ct)
    {
        if (await mediator.Send(new DetailsModel.Query(id), ct) is not { Import: { ArchiveName: { } kept } import }) return Results.NotFound();
        if (new Archive(installation.Folder).Find(kept) is not { } path) return Results.NotFound();
        audit.Record("export", $"/imports/{id}/original", import.Rows);
        return Results.File(path, TypeOf(import.FileName), import.FileName);
    }

    static string TypeOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xls" => "application/vnd.ms-excel",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/csv",
    };
}
