using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Shared.Rounds;
using MediatR;

namespace Analytics.Web.Forms;

/// <summary>What a form is made of: a round, the whole of what a viewer may see of it or one area.</summary>
/// <param name="Area">Code of the area; null for all.</param>
sealed record FormScope(RoundView View, ProgressView Progress, string? Area)
{
    readonly HashSet<int>? wanted = Area is null ? null : Progress.Progress.Units.Where(u => u.Area == Area).Select(u => u.Unit.Id).ToHashSet();

    public Round Round => View.Round;

    public IEnumerable<UnitProgress> Units => Progress.Progress.Units.Where(u => Area is null || u.Area == Area);

    public bool Holds(int unit) => wanted?.Contains(unit) ?? true;

    /// <summary>Name of the area, or of the city; of a viewer of some units the names of their areas, for the figures are of these alone. Empty where nothing is known.</summary>
    public string PlaceName => Area is { } code ? Progress.AreaNames[code]
        : Progress.Progress.Expected.Count < View.Coverage.Expected ? string.Join(", ", Progress.AreaNames.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value))
        : View.City ?? "";

    /// <summary>Units with results, of those expected, in this place.</summary>
    public (int Reported, int Expected) Coverage
    {
        get
        {
            var expected = Units.Where(u => u.Expected).ToList();
            return (expected.Count(u => u.Results > 0), expected.Count);
        }
    }

    /// <summary>Null where there is no such round or area.</summary>
    public static async Task<FormScope?> Of(IMediator mediator, string? round, string? area, CancellationToken ct)
    {
        if (await mediator.Send(new RoundQuery(round), ct) is not { } view) return null;
        var progress = await mediator.Send(new ProgressViewQuery(view.Round.Code), ct);
        return area is null || progress.AreaNames.ContainsKey(area) ? new(view, progress, area) : null;
    }
}
