using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = Analytics.Domain.Units.Unit;

namespace Analytics.Web.Pages.RoundTexts;

/// <summary>How often a theme came up, and in how many units.</summary>
sealed record ThemeCount(string Theme, int Count, int Units);

/// <summary>The text of a round, of the city or of one unit.</summary>
/// <param name="Unit">Null: the city.</param>
/// <param name="Versions">Every version of every section, the latest first.</param>
/// <param name="Opinions">Those told of this place that stand.</param>
/// <param name="Themes">Of the city: all opinions of the city and its units together, the most frequent first.</param>
/// <param name="Written">Units with a text of their own.</param>
sealed record TextView(Round Round, Unit? Unit, IReadOnlyList<RoundText> Versions, IReadOnlyList<Opinion> Opinions, IReadOnlyList<ThemeCount> Themes, IReadOnlyList<Unit> Written)
{
    public RoundText? Current(TextSection section) => Versions.FirstOrDefault(v => v.Section == section);

    /// <summary>What stands in a section; empty where nothing does.</summary>
    public string Body(TextSection section) => Current(section)?.Body ?? "";

    /// <summary>Its paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs(TextSection section) => Body(section).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Unit">Code of a unit valid in the round; null for the city.</param>
sealed record TextQuery(string Round, string? Unit) : IQuery<TextView?>
{
    public sealed class Handler(QueryContext context) : RequestHandler<TextQuery, TextView?>
    {
        protected override TextView? Handle(TextQuery request)
        {
            var (db, reference, until) = (context.Db, context.Reference, context.LookEnd ?? DateTime.MaxValue);
            if (reference.Round(request.Round) is not { } round) return null;
            Unit? unit = null;
            if (request.Unit is { Length: > 0 } code && ((unit = reference.Units.At(code, round.HeldFrom)) is null || unit.Level != round.Level || !context.Viewer.Scope.Holds(unit.Id))) return null;
            var id = unit?.Id;
            var versions = db.RoundTexts.AsNoTracking().Where(t => t.RoundId == round.Id && t.UnitId == id && t.At < until).OrderByDescending(t => t.Id).ToList();
            var opinions = db.Opinions.AsNoTracking().Where(o => o.RoundId == round.Id && o.At < until && (o.RemovedAt == null || o.RemovedAt >= until)).ToList();
            var themes = unit is not null ? [] : opinions.GroupBy(o => o.ThemeFolded, StringComparer.Ordinal)
                .Select(g => new ThemeCount(g.MaxBy(o => o.Id)!.Theme, g.Sum(o => o.Count), g.Select(o => o.UnitId).OfType<int>().Distinct().Count()))
                .OrderByDescending(t => t.Count).ThenBy(t => t.Theme, StringComparer.Ordinal).ToList();
            var written = db.RoundTexts.Where(t => t.RoundId == round.Id && t.UnitId != null).Select(t => t.UnitId!.Value).Distinct().AsEnumerable()
                .Select(u => reference.Units.ById(u)).OfType<Unit>().OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
            return new(round, unit, versions, opinions.Where(o => o.UnitId == id).OrderBy(o => o.Id).ToList(), themes, written);
        }
    }
}
