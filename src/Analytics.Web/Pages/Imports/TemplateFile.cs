using Analytics.Ingest.Templates;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary><c>/imports/templates/{round}.xlsx</c>: a workbook to fill in the results of a round, within the viewer's units. It names officials: handing it out is recorded.</summary>
static class TemplateFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/templates/{round}.xlsx", Answer).RequireAuthorization(Policies.Import);

    static async Task<IResult> Answer(string round, string? district, HttpContext http, IMediator mediator, AuditTrail audit, CancellationToken ct)
    {
        if (await mediator.Send(new Query(round, string.IsNullOrEmpty(district) ? null : district), ct) is not { } template) return Results.NotFound();
        audit.Record("export", http.Request.Path.Value + http.Request.QueryString.Value, template.Rows);
        return Results.File(template.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"bieu-mau-{template.Round}.xlsx");
    }

    public sealed record Template(string Round, int Rows, byte[] Workbook);

    /// <summary>Null: there is no such round, or nobody in it that the viewer may load for.</summary>
    public sealed record Query(string Round, string? District) : IQuery<Template?>;

    public sealed class Handler(QueryContext context) : RequestHandler<Query, Template?>
    {
        protected override Template? Handle(Query request)
        {
            var reference = context.Reference;
            if (reference.Round(request.Round) is not { } round) return null;
            var rows = TemplateRows.Of(context.Db, reference, round, request.District);
            if (rows.Count == 0) return null;
            var name = request.District is { } code ? reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code : null;
            return new(round.Code, rows.Count, RoundTemplate.Write(round, reference.RegimeOf(round), name, rows));
        }
    }
}
