using Analytics.Domain.FollowUp;
using Analytics.Domain.Minutes;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Officials;

/// <summary>A judged result as a row prints it.</summary>
/// <param name="AreaName">Name of the (former) district; null above commune level.</param>
/// <param name="Next">The rule's nearest line that is not met.</param>
/// <param name="OwnSet">Compared with the same post; otherwise, where few hold it, with everybody in the round.</param>
/// <param name="SetShare">Low share of all these together, 0–1.</param>
/// <param name="Verified">Who compared the result with the minutes; null while nobody has.</param>
/// <param name="LowBefore">The person's vote before this one of the family, where they were at a line in both; else null.</param>
/// <param name="Case">The person's follow-up after the round; null where there is none.</param>
sealed record OfficialLine(OfficialRow Row, string? Born, string? AreaName, NextLine? Next, bool OwnSet, double? SetShare, Verification? Verified, Round? LowBefore, FollowUpCase? Case)
{
    /// <summary>At a threshold or an alarm, and nobody has compared it with the minutes yet.</summary>
    public bool AwaitsVerification => Verified is null && (Alarm || Row.Standing.AtThreshold);

    /// <summary>Only an alarm may propose someone; an alert is never told of a person.</summary>
    public bool Alarm => Row.Funnel == Domain.Statistics.FunnelState.Alarm;
}

/// <summary>Judges chosen results of a round, in the order they are asked for.</summary>
static class OfficialLines
{
    /// <summary>Ids in one question; a store takes a bounded number of them.</summary>
    const int AtOnce = 5_000;

    public static IReadOnlyList<OfficialLine> Of(QueryContext context, Round round, IReadOnlyCollection<int> ids)
    {
        if (ids.Count == 0) return [];
        var db = context.Db;
        var reference = context.Reference;
        var rows = ids.Chunk(AtOnce).SelectMany(some => OfficialQuery.Judge(db, reference, round, db.Results.Where(r => some.Contains(r.Id)))).ToDictionary(r => r.Result.Id);
        var persons = rows.Values.Select(r => r.Result.PersonId).ToHashSet();
        var born = persons.Chunk(AtOnce).SelectMany(some => db.Persons.Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Born }).ToList()).ToDictionary(p => p.Id, p => p.Born);
        var sets = db.RoundParameters.AsNoTracking().Where(p => p.RoundId == round.Id).ToDictionary(p => p.Position, p => p.P0, StringComparer.Ordinal);
        var verified = ids.Chunk(AtOnce).SelectMany(some => db.Verifications.Where(v => some.Contains(v.ResultId) && v.RevokedAt == null).ToList()).ToDictionary(v => v.ResultId);
        var twice = LowTwice.Of(db, reference, round, rows.Values.Where(r => r.Standing.AtThreshold).Select(r => r.Result.PersonId).ToHashSet());
        // Cases are work of the present and stand beside no earlier day.
        var cases = context.LookEnd is not null ? [] : persons.Chunk(AtOnce).SelectMany(some => db.Cases.AsNoTracking().Where(c => c.RoundId == round.Id && some.Contains(c.PersonId)).ToList()).ToDictionary(c => c.PersonId);
        return ids.Where(rows.ContainsKey).Select(id => rows[id])
            .Select(row => Line(reference, round, row, born.GetValueOrDefault(row.Result.PersonId), sets, verified.GetValueOrDefault(row.Result.Id), row.Standing.AtThreshold ? twice.GetValueOrDefault(row.Result.PersonId) : null, cases.GetValueOrDefault(row.Result.PersonId))).ToList();
    }

    static OfficialLine Line(ReferenceData reference, Round round, OfficialRow row, string? born, Dictionary<string, double> sets, Verification? verified, Round? lowBefore, FollowUpCase? followUp) => new(
        row, born, row.Area is { } area ? reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area : null,
        Standing.Next(reference.RegimeOf(round), row.Result.Counts, row.Result.Exempt is not null), sets.ContainsKey(row.Position.Code),
        sets.TryGetValue(row.Position.Code, out var share) || sets.TryGetValue("", out share) ? share : null, verified, lowBefore, followUp);
}
