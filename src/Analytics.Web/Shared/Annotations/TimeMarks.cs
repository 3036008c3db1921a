using Analytics.Domain.Annotations;
using Analytics.Domain.Rounds;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using MediatR;

namespace Analytics.Web.Shared.Annotations;

/// <summary>Annotations of a place as marks on its time axis, and as the lines printed under the chart.</summary>
sealed class TimeMarks(IMediator mediator, QueryContext context, Formats formats, Language language)
{
    /// <param name="places">Codes the chart speaks of: the area or unit, and what it lies in.</param>
    public async Task<IReadOnlyList<Annotation>> Of(IEnumerable<string> places, CancellationToken ct)
    {
        var wanted = places.ToHashSet(StringComparer.Ordinal);
        return (await mediator.Send(new AnnotationsQuery(), ct)).Where(a => wanted.Contains(a.Place)).ToList();
    }

    /// <summary>The code and those of everything it lies in on the day looked at, up to the city.</summary>
    public IEnumerable<string> Around(string code)
    {
        yield return code;
        var units = context.Reference.Units;
        if (units.Versions(code) is not [.., var unit]) yield break;
        var day = unit.Clamp(context.LookDay);
        if (units.AreaOf(unit, day) is { } area && area != code) yield return area;
        if (units.CityOf(unit, day) is { } city && city != code) yield return city;
    }

    public IEnumerable<TrendMark> Marks(IReadOnlyList<Annotation> annotations, IReadOnlyList<Round> rounds)
    {
        var axis = new RoundAxis(rounds);
        foreach (var note in annotations)
            if (axis.Place(note.On) is { } at) yield return new(at, Said(note));
    }

    /// <summary>With its author, as it stands on the page and not on the picture.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<Annotation> annotations) => annotations.Select(a => $"{Said(a)} ({a.By})").ToList();

    string Said(Annotation note) => $"{formats.ShortDate(note.On)}: {note.Text(language.English)}";
}
