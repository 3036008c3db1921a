using Analytics.Domain.Names;
using Analytics.Domain.Rounds;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Officials;

/// <summary>Finds people by words of their name, with or without accents, over all rounds within the viewer's scope.</summary>
static class OfficialSearch
{
    public const int Most = 100;
    public const int ShortestName = 2;
    public const int LongestName = 100;

    public sealed record Query(string Name) : IQuery<Result>, INamedData;

    public sealed record Hit(int Id, string Name, string? Born, Domain.Units.Unit Unit, Position Position, Round Round);

    /// <param name="More">There are more than those shown.</param>
    public sealed record Result(IReadOnlyList<Hit> Hits, bool TooShort, bool More) : IRowCount
    {
        public int RowCount => Hits.Count;
    }

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var words = Folding.Fold(request.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (request.Name.Length > LongestName || words.Sum(w => w.Length) < ShortestName) return new([], TooShort: true, More: false);
            var db = context.Db;
            var named = db.Persons.Where(p => db.Results.Any(r => r.PersonId == p.Id));
            foreach (var word in words) named = named.Where(p => p.NameFolded.Contains(word));
            var persons = named.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(Most + 1)
                .Select(p => new { p.Id, p.Name, p.Born }).ToList();
            var ids = persons.Take(Most).Select(p => p.Id).ToList();
            var latest = db.Results.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, r.RoundId, r.UnitId, r.PositionId, r.Sequence })
                .AsEnumerable().GroupBy(r => r.PersonId)
                .ToDictionary(g => g.Key, g => g.OrderBy(r => context.Reference.Round(r.RoundId)!.HeldFrom).ThenBy(r => r.Sequence).Last());
            var hits = persons.Take(Most).Select(p => new Hit(p.Id, p.Name, p.Born, context.Reference.Units.ById(latest[p.Id].UnitId)!,
                context.Reference.Position(latest[p.Id].PositionId)!, context.Reference.Round(latest[p.Id].RoundId)!));
            return new(hits.ToList(), TooShort: false, More: persons.Count > Most);
        }
    }
}
