using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Coverage;

/// <summary>One time a reporting body was urged, and how long its answer took.</summary>
/// <param name="AnsweredOn">The day the last of what it owed arrived; null while something is missing, or when all had come before.</param>
public sealed record UrgingAnswer(Urging Urging, DateOnly? AnsweredOn)
{
    /// <summary>Calendar days from the urging to the answer.</summary>
    public int? Days => AnsweredOn is { } day ? day.DayNumber - Urging.On.DayNumber : null;
}

/// <summary>What one reporting body owes in a round, whom to reach there, and how it was urged.</summary>
/// <param name="Units">Units expected of it, in the order of their codes.</param>
/// <param name="Contacts">Those that stand, the latest first.</param>
/// <param name="Urgings">Those that stand, the latest first.</param>
public sealed record BodyProgress(Unit Body, string? Area, IReadOnlyList<UnitProgress> Units, IReadOnlyList<Contact> Contacts, IReadOnlyList<UrgingAnswer> Urgings)
{
    public IReadOnlyList<UnitProgress> Missing { get; } = Units.Where(u => !u.Received).ToList();

    public UrgingAnswer? Latest => Urgings.Count > 0 ? Urgings[0] : null;

    /// <summary>A day was promised or asked for, and it is over.</summary>
    public bool PromiseBroken(DateOnly today) => Missing.Count > 0 && Latest?.Urging.Promised < today;

    /// <summary>Days the longest of what it owes is overdue; 0 when nothing is.</summary>
    public int OverdueDays(RoundProgress progress) => Missing.Select(u => progress.OverdueOf(u) is { } late ? progress.Today.DayNumber - late.Due.DayNumber : 0).DefaultIfEmpty().Max();
}

/// <summary>The reporting bodies of a round (đơn vị gửi báo cáo) with their contacts and urgings, in the order of area and code.</summary>
public static class BodyProgressQuery
{
    /// <param name="end">As known just before this moment, UTC; null: now.</param>
    public static IReadOnlyList<BodyProgress> Of(AnalyticsDb db, RoundProgress progress, DateTime? end = null)
    {
        var until = end ?? DateTime.MaxValue;
        var contacts = db.Contacts.AsNoTracking().Where(c => c.At < until && (c.RemovedAt == null || c.RemovedAt >= until)).ToList().ToLookup(c => c.BodyId);
        var urgings = db.Urgings.AsNoTracking().Where(u => u.RoundId == progress.Round.Id && u.At < until && (u.RemovedAt == null || u.RemovedAt >= until)).ToList().ToLookup(u => u.BodyId);
        return progress.Expected.GroupBy(u => u.Body.Id).Select(g =>
        {
            var units = g.ToList();
            if (units.Count > 1) units.Sort((a, b) => string.CompareOrdinal(a.Unit.Code, b.Unit.Code));
            var body = units[0].Body;
            // Of ten thousand bodies few have any.
            return new BodyProgress(body, body.Id == units[0].Unit.Id ? units[0].Area : null, units,
                contacts.Contains(body.Id) ? contacts[body.Id].OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToList() : [],
                urgings.Contains(body.Id) ? urgings[body.Id].OrderByDescending(u => u.On).ThenByDescending(u => u.Id).Select(u => new UrgingAnswer(u, AnsweredOn(u, units))).ToList() : []);
        }).OrderBy(b => b.Area ?? b.Body.Code, StringComparer.Ordinal).ThenBy(b => b.Body.Code, StringComparer.Ordinal).ToList();
    }

    /// <summary>The day minutes arrived, else were loaded; the last of the units that still owed some on the day of the urging.</summary>
    static DateOnly? AnsweredOn(Urging urging, List<UnitProgress> units)
    {
        DateOnly? last = null;
        foreach (var unit in units)
        {
            if (!unit.Received) return null;
            var day = unit[CoverageStep.Minutes].On ?? unit[CoverageStep.Loaded].On;
            if (day >= urging.On && (last is null || day > last)) last = day;
        }
        return last;
    }
}
