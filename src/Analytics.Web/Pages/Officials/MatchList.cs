using Analytics.Domain.People;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Officials;

/// <summary>A vote of one of the two, as far as it helps to tell who they are: no figures.</summary>
sealed record MatchVote(string RoundVi, string RoundEn, string PostVi, string PostEn, string UnitCode, string UnitName, string? AreaName)
{
    public string Round(bool english) => english && RoundEn.Length > 0 ? RoundEn : RoundVi;
    public string Post(bool english) => english && PostEn.Length > 0 ? PostEn : PostVi;
}

/// <param name="Votes">Latest first; those of the other where the answer was "same".</param>
sealed record MatchPerson(int Id, string Name, string? OfficialCode, string? Born, IReadOnlyList<MatchVote> Votes)
{
    public MatchVote? Latest => Votes.Count > 0 ? Votes[0] : null;
}

sealed record MatchRow(int Id, MatchReason Reason, MatchState State, MatchPerson Person, MatchPerson Other, string? DecidedBy, DateTime? DecidedAt);

/// <param name="Open">Questions that are open, whatever is listed.</param>
sealed record MatchList(IReadOnlyList<MatchRow> Rows, int Total, int Open, PagePlace Place, bool Sample) : IRowCount
{
    public int RowCount => Rows.Count;
}

/// <summary>How many questions the viewer could answer: a number only, nobody's name.</summary>
sealed record OpenMatchesQuery : IQuery<int>
{
    public sealed class Handler(QueryContext context) : RequestHandler<OpenMatchesQuery, int>
    {
        protected override int Handle(OpenMatchesQuery request) => MatchListQuery.Visible(context).Count(m => m.State == MatchState.Open);
    }
}

/// <summary>Questions of the viewer's units, both people of which the viewer may see.</summary>
sealed record MatchListQuery(bool Answered, int Page, int Size = MatchListQuery.PageSize) : IQuery<MatchList>, INamedData
{
    public const int PageSize = 20;

    const int MostVotes = 10;

    /// <summary>Somebody said to be another has no results any more and is seen by the question alone.</summary>
    internal static IQueryable<PersonMatch> Visible(QueryContext context) => context.Db.PersonMatches.Where(m =>
        context.Db.Persons.Any(p => p.Id == m.OtherId) && (m.State == MatchState.Same || context.Db.Persons.Any(p => p.Id == m.PersonId)));

    public sealed class Handler(QueryContext context) : RequestHandler<MatchListQuery, MatchList>
    {
        protected override MatchList Handle(MatchListQuery request)
        {
            var visible = Visible(context);
            var open = visible.Count(m => m.State == MatchState.Open);
            var wanted = request.Answered ? visible.Where(m => m.State != MatchState.Open) : visible.Where(m => m.State == MatchState.Open);
            var total = request.Answered ? wanted.Count() : open;
            var place = PagePlace.Of(request.Page, total, request.Size);
            var ordered = request.Answered ? wanted.OrderByDescending(m => m.DecidedAt).ThenByDescending(m => m.Id) : wanted.OrderBy(m => m.Id);
            var matches = ordered.Skip(place.Skip).Take(request.Size).ToList();
            var people = People(matches.SelectMany(m => new[] { m.PersonId, m.OtherId }).ToHashSet());
            return new MatchList(
                matches.Where(m => people.ContainsKey(m.PersonId) && people.ContainsKey(m.OtherId))
                    .Select(m => new MatchRow(m.Id, m.Reason, m.State, people[m.PersonId], people[m.OtherId], m.DecidedBy, m.DecidedAt)).ToList(),
                total, open, place, context.Reference.Rounds.Any(r => r.Sample));
        }

        Dictionary<int, MatchPerson> People(HashSet<int> ids)
        {
            var db = context.Db;
            var votes = db.Results.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, r.RoundId, r.PositionId, r.UnitId }).AsEnumerable()
                .ToLookup(r => r.PersonId, r => (r.RoundId, r.PositionId, r.UnitId));
            // The questions were found within the viewer's scope; their people carry the same names.
            return db.Persons.IgnoreQueryFilters([Domain.Storage.AnalyticsDb.ScopeFilter]).Where(p => ids.Contains(p.Id)).AsEnumerable()
                .ToDictionary(p => p.Id, p => new MatchPerson(p.Id, p.Name, p.OfficialCode, p.Born, votes[p.Id].OrderByDescending(v => Held(v.RoundId)).Take(MostVotes).Select(Vote).ToList()));
        }

        DateOnly Held(int roundId) => context.Reference.Round(roundId)?.HeldFrom ?? default;

        MatchVote Vote((int RoundId, int PositionId, int UnitId) v)
        {
            var reference = context.Reference;
            var (round, post, unit) = (reference.Round(v.RoundId)!, reference.Position(v.PositionId)!, reference.Units.ById(v.UnitId)!);
            var area = reference.Units.AreaOf(unit, round.HeldFrom) is { } code ? reference.Units.Nearest(code, round.HeldFrom)?.Name ?? code : null;
            return new(round.NameVi, round.NameEn, post.NameVi, post.NameEn, unit.Code, unit.Name, area);
        }
    }
}
