using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Shared.Trends;

/// <summary>One group of a round with what may be said of it among the others.</summary>
/// <param name="TooFew">Under five units: said to be too few to compare.</param>
/// <param name="Changed">Its change from the previous comparable round is beyond chance, many groups considered.</param>
/// <param name="Different">Its low share differs from <see cref="Level"/> beyond chance, many groups considered.</param>
sealed record RoundGroup(TrendRow Row, bool TooFew, bool Changed, bool Different)
{
    public Snapshot Snapshot => Row.Snapshot;

    /// <summary>Withheld from what leaves the house: there is no figure in it.</summary>
    public bool Hidden => Row.Withheld;

    /// <summary>The low share it is compared with, 0–1: the whole's, or for a post of an area that of the post in the city.</summary>
    public double? Level { get; init; }

    public bool IsHigher => Different && Snapshot.LowShare > Level;
}

/// <summary>All groups of one grouping in a round, in administrative order or that of the posts.</summary>
sealed record RoundGroups(IReadOnlyList<RoundGroup> Groups, TrendRow? Whole) : IRowCount
{
    public int RowCount => Groups.Count;

    /// <summary>The round that the changes of most groups are measured from; null: none may be compared with an earlier one.</summary>
    public int? PreviousRoundId => Groups.Select(g => g.Snapshot.PreviousRoundId).Where(id => id is not null).GroupBy(id => id).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault()?.Key;
}

/// <param name="RoundCode">Code of an existing round.</param>
/// <param name="Outward">For what leaves the house: without the figures that are withheld.</param>
sealed record RoundGroupsQuery(TrendBy By, string RoundCode, bool Outward = false) : IQuery<RoundGroups>;

sealed class RoundGroupsHandler(QueryContext context) : MediatR.RequestHandler<RoundGroupsQuery, RoundGroups>
{
    protected override RoundGroups Handle(RoundGroupsQuery request)
    {
        var reference = context.Reference;
        if (reference.Round(request.RoundCode) is not { } round) return new([], null);
        var cities = TrendQuery.Stored(context.Db, reference, TrendBy.City, round.Id);
        var whole = cities.Count == 1 ? cities[0] : null;
        var rows = TrendQuery.Stored(context.Db, reference, request.By, round.Id);
        // What is beyond chance is decided over all groups, whatever the viewer may see of them.
        var all = TrendQuery.AllOfRound(context.Db, request.By, round.Id);
        var changed = ChanceTests.Changed(all);
        var wholeOf = WholeOf(request.By, whole?.Snapshot, round.Id);
        var different = ChanceTests.Different(all, wholeOf);
        var outward = request.Outward ? new Outward(context.Db, reference) : null;
        return new RoundGroups((outward?.Of(rows) ?? rows).Select(r =>
        {
            var key = (r.Snapshot.Key, r.Snapshot.Position);
            var level = wholeOf(r.Snapshot) is { } yardstick && outward?.Hides(yardstick) != true ? yardstick.LowShare : null;
            return new RoundGroup(r, ChanceTests.TooFew(r.Snapshot), r.Snapshot.Change is not null && changed.Contains(key), level is not null && !r.Withheld && different.Contains(key)) { Level = level };
        }).ToList(), whole is null ? null : outward?.Of(whole) ?? whole);
    }

    /// <summary>
    /// What a group is compared with. Executives draw more low votes than council chairs, so a post of an area is
    /// compared with the same post in the city. Over several cities nothing is pooled, so there is no whole.
    /// </summary>
    Func<Snapshot, Snapshot?> WholeOf(TrendBy by, Snapshot? city, int roundId)
    {
        if (city is null || by != TrendBy.DistrictPosition) return _ => city;
        var posts = TrendQuery.AllOfRound(context.Db, TrendBy.Position, roundId).ToDictionary(s => s.Key, StringComparer.Ordinal);
        return s => posts.GetValueOrDefault(s.Position);
    }
}
