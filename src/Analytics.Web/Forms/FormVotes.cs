using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;

namespace Analytics.Web.Forms;

/// <summary>The counts of one official, without a name: what forms by post and by band add up.</summary>
/// <param name="Base">The base the rule asks for; null where it is missing or nobody voted.</param>
readonly record struct FormVote(int UnitId, int PositionId, bool Exempt, long? Base, long High, long Middle, long Low)
{
    public long Favourable => High + Middle;

    /// <summary>More than half of the base says low. Exact.</summary>
    public bool LowOverHalf => Base is { } ballots && 2 * Low > ballots;

    /// <summary>Two thirds of the base or more say low. Exact.</summary>
    public bool LowFromTwoThirds => Base is { } ballots && 3 * Low >= 2 * ballots;
}

/// <summary>The results of a round a viewer may see, of the units that are asked for.</summary>
static class FormVotes
{
    public static List<FormVote> Of(QueryContext context, Round round, Func<int, bool> isWanted)
    {
        var regime = context.Reference.RegimeOf(round);
        using var rows = context.Db.Scan(context.Db.Results.Where(r => r.RoundId == round.Id)
            .Select(r => new { r.UnitId, r.PositionId, Exempt = r.Exempt == null ? 0 : 1, r.Delegates, r.Collected, r.High, r.Middle, r.Low }));
        var votes = new List<FormVote>();
        while (rows.Next())
        {
            if (!isWanted(rows.Number(0))) continue;
            var exempt = rows.Number(2) != 0;
            var counts = new Counts(rows.NumberOrNull(3), null, null, null, rows.NumberOrNull(4), null, null, rows.NumberOrNull(5), rows.NumberOrNull(6), rows.NumberOrNull(7));
            votes.Add(new(rows.Number(0), rows.Number(1), exempt, exempt ? null : counts.Base(regime.Base), counts.High ?? 0, counts.Middle ?? 0, counts.Low ?? 0));
        }
        return votes;
    }
}
