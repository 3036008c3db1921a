using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Officials;

/// <summary>The posts of one person from their results and the roster lines that mean them.</summary>
static class TenureSigns
{
    /// <param name="results">All of the person's, in the viewer's scope.</param>
    public static IReadOnlyList<Tenure> Read(QueryContext context, IReadOnlyList<Result> results)
    {
        var reference = context.Reference;
        var units = results.Select(r => r.UnitId).ToHashSet();
        var keys = results.Select(r => r.OfficialKey).ToHashSet();
        // Round and unit lead the index; a name alone means somebody only where the unit is theirs.
        var rounds = reference.Rounds.Select(r => r.Id).ToList();
        var listed = context.Db.Roster.Where(r => rounds.Contains(r.RoundId) && units.Contains(r.UnitId) && keys.Contains(r.OfficialKey))
            .Where(r => r.Status == RosterStatus.Due || r.Status == RosterStatus.Exempt)
            .Select(r => new { r.RoundId, r.UnitId, r.PositionId, r.InPostSince, r.OfficialKey }).AsEnumerable()
            .Where(r => results.Any(x => x.UnitId == r.UnitId && x.PositionId == r.PositionId && x.OfficialKey == r.OfficialKey))
            .Select(r => (r.RoundId, r.UnitId, r.PositionId, Day: (DateOnly?)null, r.InPostSince));
        var signs = results.Select(r => (r.RoundId, r.UnitId, r.PositionId, Day: r.HeldOn, InPostSince: (DateOnly?)null)).Concat(listed)
            .Select(s => (Sign: s, Round: reference.Round(s.RoundId)!))
            .Select(s => new TenureSign(s.Round, reference.Units.ById(s.Sign.UnitId)!, reference.Position(s.Sign.PositionId)!, s.Sign.Day ?? s.Round.HeldFrom, s.Sign.InPostSince));
        return Tenure.Of(signs, reference.Units);
    }
}
