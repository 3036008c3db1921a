using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Forms;

/// <summary>Who was invited to a unit's conference and who came: what most of its officials' rows agree on is the largest.</summary>
/// <param name="Differs">Another number stands in some row.</param>
sealed record Meeting(int? Invited, int? Present, bool Differs);

/// <summary>The conferences of a round a viewer may see, by id of the unit.</summary>
sealed record Meetings(IReadOnlyDictionary<int, Meeting> ByUnit) : IRowCount
{
    public int RowCount => ByUnit.Count;
}

/// <param name="Round">Code of a round that exists.</param>
sealed record MeetingsQuery(string Round) : IQuery<Meetings>, IPublishedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<MeetingsQuery, Meetings>
    {
        protected override Meetings Handle(MeetingsQuery request)
        {
            var round = context.Reference.Round(request.Round)!.Id;
            return new(context.Db.Results.Where(r => r.RoundId == round && r.Exempt == null).GroupBy(r => r.UnitId)
                .Select(g => new { g.Key, Invited = g.Max(r => r.Invited), FewestInvited = g.Min(r => r.Invited), Present = g.Max(r => r.Present), FewestPresent = g.Min(r => r.Present) })
                .ToDictionary(g => g.Key, g => new Meeting(g.Invited, g.Present, g.Invited != g.FewestInvited || g.Present != g.FewestPresent)));
        }
    }
}

/// <summary>How many results of a round a viewer may see, with those of who is exempt.</summary>
/// <param name="Round">Code of a round that exists.</param>
sealed record ResultCountQuery(string Round) : IQuery<int>, IPublishedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<ResultCountQuery, int>
    {
        protected override int Handle(ResultCountQuery request)
        {
            var round = context.Reference.Round(request.Round)!.Id;
            return context.Db.Results.Count(r => r.RoundId == round);
        }
    }
}
