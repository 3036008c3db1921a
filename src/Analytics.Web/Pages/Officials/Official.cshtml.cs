using System.Globalization;
using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Officials;

/// <summary>One official through time: own votes only, each with its counts, the rule's sum, and a place without other names.</summary>
[Authorize(Policy = Policies.Names)]
[KeptPage]
sealed class OfficialModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public int Id { get; set; }

    public Result? Person { get; private set; }

    /// <summary>The rounds of the votes by code: their rule and how complete they are.</summary>
    public IReadOnlyDictionary<string, RoundView> Rounds { get; private set; } = new Dictionary<string, RoundView>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Person = await mediator.Send(new Query(Id), ct);
        if (Person is null) return NotFound();
        var rounds = new Dictionary<string, RoundView>(StringComparer.Ordinal);
        foreach (var code in Person.Votes.Select(v => v.Line.Row.Round.Code).Distinct())
            if (await mediator.Send(new RoundQuery(code), ct) is { } view) rounds[code] = view;
        Rounds = rounds;
        return this.Export(
            () => OfficialsTable.Of("official-" + Id.ToString(CultureInfo.InvariantCulture), Person.Votes.Select(v => v.Line)),
            Person.Votes.Any(v => v.Line.Row.Round.Sample)) ?? Page();
    }

    public sealed record Query(int Id) : IQuery<Result?>, INamedData;

    /// <param name="File">Name of the file the row came from; null where the viewer may not see the import.</param>
    /// <param name="Place">Null without a base, and where too few others can be compared with.</param>
    /// <param name="History">Every version of the result, oldest first.</param>
    /// <param name="SamePost">The place is among the same post; otherwise among everybody in the round.</param>
    public sealed record Vote(OfficialLine Line, Regime Regime, string? File, PeerPlace? Place, bool SamePost, bool Reorganised, IReadOnlyList<HistoryEntry> History);

    /// <param name="Votes">Oldest first, at least one.</param>
    /// <param name="OpenMatches">Questions whether they are somebody else as well.</param>
    /// <param name="Tenures">The posts held, from rosters and results.</param>
    public sealed record Result(string Name, string? Born, string? OfficialCode, IReadOnlyList<Vote> Votes, int OpenMatches, IReadOnlyList<Tenure> Tenures) : IRowCount
    {
        public int RowCount => 1;

        public Vote Latest => Votes[^1];

        /// <summary>Consecutive votes of one family and level: what may stand in one row of figures.</summary>
        public IEnumerable<IReadOnlyList<Vote>> Families()
        {
            for (var start = 0; start < Votes.Count;)
            {
                var family = Votes.Skip(start).TakeWhile(v => v.Regime.Family == Votes[start].Regime.Family
                    && v.Line.Row.Round.Level == Votes[start].Line.Row.Round.Level).ToList();
                yield return family;
                start += family.Count;
            }
        }
    }

    internal sealed class Handler(QueryContext context) : RequestHandler<Query, Result?>
    {
        protected override Result? Handle(Query request)
        {
            var db = context.Db;
            if (db.Persons.FirstOrDefault(p => p.Id == request.Id) is not { } person) return null;
            var results = db.Results.Where(r => r.PersonId == request.Id).ToList();
            if (results.Count == 0) return null;
            var history = ResultHistory.Of(context, results);
            var imports = results.Select(r => r.ImportId).ToHashSet();
            var files = db.Imports.Where(i => imports.Contains(i.Id)).Select(i => new { i.Id, i.FileName }).ToDictionary(i => i.Id, i => i.FileName);

            var votes = new List<Vote>();
            foreach (var round in context.Reference.Rounds.Where(r => results.Any(x => x.RoundId == r.Id)))
                foreach (var line in OfficialLines.Of(context, round, results.Where(r => r.RoundId == round.Id).Select(r => r.Id).ToList()).OrderBy(l => l.Row.Position.Sort))
                    votes.Add(Judge(round, line, files, votes.LastOrDefault(), history[line.Row.Result.Id]));
            var open = db.PersonMatches.Count(m => m.State == MatchState.Open && (m.PersonId == request.Id || m.OtherId == request.Id));
            return new Result(person.Name, person.Born, person.OfficialCode, votes, open, TenureSigns.Read(context, results));
        }

        Vote Judge(Round round, OfficialLine line, Dictionary<int, string> files, Vote? previous, IReadOnlyList<HistoryEntry> history)
        {
            var reference = context.Reference;
            var (place, samePost) = PlaceOf(round, line.Row);
            var reorganised = previous is not null && previous.Line.Row.Unit.Id != line.Row.Unit.Id
                && reference.Units.Predecessors(line.Row.Unit, round.HeldFrom).Any(u => u.Id == previous.Line.Row.Unit.Id);
            return new Vote(line, reference.RegimeOf(round), files.GetValueOrDefault(line.Row.Result.ImportId), place, samePost, reorganised, history);
        }

        (PeerPlace? Place, bool SamePost) PlaceOf(Round round, OfficialRow row)
        {
            if (row.Base is not { } ballots) return (null, true);
            var peers = PeerQuery.Of(context.Db, context.Reference, round, row.Position, out var samePost);
            var others = peers.Where(p => p.Result != row.Result.Id).Select(p => (p.Low, p.Base)).ToList();
            return (PeerPlace.Of(others, row.Result.Low ?? 0, ballots), samePost);
        }
    }
}
