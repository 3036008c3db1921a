using Analytics.Domain.Coverage;
using Analytics.Domain.Units;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Districts;

/// <summary>How complete an area is in a round, and under which word it stands in an alphabet.</summary>
sealed record AreaPlace(int Expected, int Reported, string SortName);

sealed record AreaPlaces(IReadOnlyDictionary<string, AreaPlace> ByCode)
{
    public AreaPlace Of(string code) => ByCode.GetValueOrDefault(code) ?? new(0, 0, code);
}

/// <summary>Coverage of a round by area. It holds no names and no results.</summary>
sealed record AreaPlacesQuery(string RoundCode) : IQuery<AreaPlaces>;

sealed class AreaPlacesHandler(QueryContext context) : MediatR.RequestHandler<AreaPlacesQuery, AreaPlaces>
{
    protected override AreaPlaces Handle(AreaPlacesQuery request)
    {
        var reference = context.Reference;
        if (reference.Round(request.RoundCode) is not { } round) return new(new Dictionary<string, AreaPlace>());
        return new(CoverageQuery.Of(context.Db, reference, round).Units.Where(u => u.Area is not null).GroupBy(u => u.Area!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new AreaPlace(g.Count(u => u.Expected), g.Count(u => u.Expected && u.Reported), Bare(reference.Units.Nearest(g.Key, round.HeldFrom), g.Key)),
                StringComparer.Ordinal));
    }

    static string Bare(Unit? area, string code)
    {
        if (area is null) return code;
        return area.Kind.Length > 0 && area.Name.StartsWith(area.Kind + " ", StringComparison.OrdinalIgnoreCase) ? area.Name[(area.Kind.Length + 1)..] : area.Name;
    }
}
