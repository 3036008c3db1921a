using Analytics.Domain.Minutes;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Entry;

/// <summary>Who stands in the minutes of a unit: everybody with a result, everybody due without one, and covered posts nobody is known for.</summary>
sealed class EntryLines(QueryContext context, Round round, Unit unit)
{
    public IReadOnlyList<EntryLine> Read()
    {
        var lines = Results();
        var roster = context.Db.Roster.Where(r => r.RoundId == round.Id && r.UnitId == unit.Id).OrderBy(r => r.Id).ToList();
        foreach (var entry in roster.Where(r => r.Status is RosterStatus.Due or RosterStatus.Exempt))
            if (!IsThere(lines, entry))
                lines.Add(new(Position(entry.PositionId), entry.Official ?? "", entry.OfficialCode, entry.Born, entry.Status == RosterStatus.Exempt ? entry.Reason : null, null));
        if (roster.Count == 0)
            // A rule for all posts names none: there the spare rows do.
            foreach (var code in context.Reference.RegimeOf(round).Positions)
                if (context.Reference.Positions.FirstOrDefault(p => p.Code == code) is { } position && lines.TrueForAll(l => l.Position.Id != position.Id))
                    lines.Add(new(position, "", null, null, null, null));
        return lines.OrderBy(l => Order(l.Position)).ToList();
    }

    List<EntryLine> Results()
    {
        var db = context.Db;
        var results = db.Results.Where(r => r.RoundId == round.Id && r.UnitId == unit.Id).OrderBy(r => r.Sequence).ToList();
        if (results.Count == 0) return [];
        var ids = results.ConvertAll(r => r.Id);
        var persons = results.ConvertAll(r => r.PersonId);
        var imports = results.Select(r => r.ImportId).ToHashSet();
        var people = db.Persons.Where(p => persons.Contains(p.Id)).ToDictionary(p => p.Id);
        // Who loaded a result decides who may compare it: that is no secret of the import, which may not be the viewer's to open.
        var loaded = db.Imports.IgnoreQueryFilters([AnalyticsDb.ScopeFilter]).Where(i => imports.Contains(i.Id)).Select(i => new { i.Id, i.By, i.At }).ToDictionary(i => i.Id);
        var verified = db.Verifications.Where(v => ids.Contains(v.ResultId) && v.RevokedAt == null).ToDictionary(v => v.ResultId);
        var marked = db.ThresholdMarks.Where(m => ids.Contains(m.ResultId)).Select(m => m.ResultId).ToHashSet();
        return results.ConvertAll(r => new EntryLine(
            Position(r.PositionId), r.OfficialName, CodeOf(r), BornOf(r, people), null,
            new LoadedResult(r.Id, r.PersonId, r.HeldOn, r.Counts, r.Exempt, r.ImportId, loaded[r.ImportId].By, loaded[r.ImportId].At, marked.Contains(r.Id), verified.GetValueOrDefault(r.Id))));
    }

    /// <summary>The code the row itself was keyed by: another would make another official of it.</summary>
    static string? CodeOf(Result r) => r.OfficialKey.StartsWith("c:", StringComparison.Ordinal) ? r.OfficialKey[2..] : null;

    static string? BornOf(Result r, Dictionary<int, Person> people) =>
        r.OfficialKey.StartsWith("n:", StringComparison.Ordinal) ? r.OfficialKey[(r.OfficialKey.LastIndexOf('|') + 1)..] is { Length: > 0 } born ? born : null : people.GetValueOrDefault(r.PersonId)?.Born;

    static bool IsThere(List<EntryLine> lines, RosterEntry entry) =>
        lines.Exists(l => l.Position.Id == entry.PositionId && l.Result is not null && entry.Means(l.Official, l.OfficialCode, l.Born));

    Position Position(int id) => context.Reference.Position(id)!;

    int Order(Position position)
    {
        for (var i = 0; i < context.Reference.Positions.Count; i++)
            if (context.Reference.Positions[i].Id == position.Id) return i;
        return int.MaxValue;
    }
}
