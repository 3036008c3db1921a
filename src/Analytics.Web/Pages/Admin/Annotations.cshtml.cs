using Analytics.Domain.Annotations;
using Analytics.Domain.Units;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Annotations;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Admin;

/// <summary>Notes on the time axis: by day, per city, area or unit, with their author.</summary>
[Authorize(Policy = Policies.Annotate), KeptPage]
sealed class AnnotationsModel(IMediator mediator, QueryContext context, CurrentViewer current) : PageModel
{
    [FromQuery(Name = "place")] public string? Asked { get; set; }
    [FromQuery] public string? Done { get; set; }

    public IReadOnlyList<Annotation> Notes { get; private set; } = [];
    public AnnotationForm Form { get; private set; } = new(null, null, null, null);
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();
    public bool IsAdmin => current.Required.May(Policies.Administration);

    /// <summary>Cities and areas to choose from; a unit is typed in by its code.</summary>
    public IReadOnlyList<Domain.Units.Unit> Places { get; private set; } = [];

    public string NameOf(string code) => context.Reference.Units.Versions(code) is [.., var unit] ? unit.Name : code;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Form = Form with { Place = Asked };
        await Load(ct);
        return this.Export(() => ExportTable.Of("annotations", Notes, ("on", n => n.On), ("place", n => n.Place), ("name", n => NameOf(n.Place)), ("text_vi", n => n.TextVi), ("text_en", n => n.TextEn), ("by", n => n.By), ("at", n => n.At))) ?? Page();
    }

    public async Task<IActionResult> OnPost([FromForm] AnnotationForm form, CancellationToken ct)
    {
        Form = form;
        Mistakes = form.Mistakes(ModelState.ContainsKey(nameof(form.On)) && ModelState[nameof(form.On)]!.Errors.Count > 0, code => context.Reference.Units.Versions(code).Count > 0, context.Today);
        if (Mistakes.Count == 0)
        {
            await mediator.Send(new AddAnnotationCommand(form.On!.Value, Typed.Line(form.Place), Typed.Line(form.TextVi), Typed.Line(form.TextEn)), ct);
            return new SeeOther("/admin/annotations?done=added");
        }
        await Load(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemove([FromForm] int id, CancellationToken ct) =>
        await mediator.Send(new RemoveAnnotationCommand(id), ct) ? new SeeOther("/admin/annotations?done=removed") : NotFound();

    async Task Load(CancellationToken ct)
    {
        Notes = await mediator.Send(new AnnotationsQuery(), ct);
        Places = (await mediator.Send(new PlacesQuery(), ct)).Units;
    }

    public sealed record PlacesQuery : IQuery<Choice>;

    public sealed record Choice(IReadOnlyList<Domain.Units.Unit> Units) : IRowCount
    {
        public int RowCount => Units.Count;
    }

    public sealed class PlacesHandler(QueryContext context) : RequestHandler<PlacesQuery, Choice>
    {
        // An area is a place as long as figures are counted under it, also after the level was abolished.
        protected override Choice Handle(PlacesQuery request) => new(context.Reference.Units.All.Where(u => u.Level is UnitLevel.Country or UnitLevel.Province or UnitLevel.District)
            .GroupBy(u => u.Code).Select(g => context.Reference.Units.Versions(g.Key)[^1]).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).ToList());
    }
}
