using Analytics.Domain.Coverage;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Forms;

/// <summary>Form 1: how far the units have come, by area.</summary>
sealed class ProgressForm(QueryContext context, FormWords words)
{
    sealed record Meeting(int? Invited, int? Present, bool Differs);

    public FormTable Make(FormScope scope)
    {
        var meetings = Meetings(scope);
        var rows = new List<FormRow>();
        var number = 0;
        foreach (var area in scope.Units.GroupBy(u => u.Area))
        {
            if (scope.Area is null && area.Key is { } code) rows.Add(FormRow.Under(scope.Progress.AreaNames[code]));
            foreach (var unit in area) rows.Add(Line(++number, unit, meetings.GetValueOrDefault(unit.Unit.Id), scope));
        }
        return new(1, words.Title(1), words.Caption(scope, shares: false),
        [
            words.Numbering(),
            new("unit_name", words["unit"], FormKind.Text, 28),
            new("due", words["due"], FormKind.Count, 10),
            new("not_due", words["not-due"], FormKind.Count, 10),
            new("conference_on", words["conference"], FormKind.Date, 12),
            new("invited", words["invited"], FormKind.Count, 9),
            new("present", words["present"], FormKind.Count, 9),
            new("present_percent", words["turnout"], FormKind.Percent, 8, Part: "present", Whole: "invited"),
            new("minutes_on", words["minutes"], FormKind.Date, 12),
            new("note", words["note"], FormKind.Text, 26),
        ], rows, words["total"], Notes(scope, meetings.Values));
    }

    FormRow Line(int number, UnitProgress unit, Meeting? meeting, FormScope scope)
    {
        var notes = new List<string>();
        if (words.State(unit, scope.Progress.Progress) is { Length: > 0 } state) notes.Add(state);
        if (meeting is { Differs: true }) notes.Add(words["meeting-differs"]);
        return FormRow.Of((long)number, unit.Unit.Name, (long?)unit.Due, unit.Due is null ? null : (long?)(unit.NotDue + unit.NoCouncil),
            unit[CoverageStep.Conference].On, (long?)meeting?.Invited, (long?)meeting?.Present, null, unit[CoverageStep.Minutes].On, string.Join("; ", notes));
    }

    List<string> Notes(FormScope scope, IEnumerable<Meeting> meetings)
    {
        var notes = new List<string> { words["note.not-due"] };
        if (!scope.Progress.Progress.FromRoster) notes.Add(words["note.no-roster"]);
        if (meetings.Any(m => m.Invited is null != m.Present is null)) notes.Add(words["note.turnout"]);
        return notes;
    }

    /// <summary>Invited and present of a unit's conference: what most of its officials' rows agree on is the largest; another number is told of.</summary>
    Dictionary<int, Meeting> Meetings(FormScope scope) => context.Db.Results.Where(r => r.RoundId == scope.Round.Id && r.Exempt == null)
        .GroupBy(r => r.UnitId)
        .Select(g => new { g.Key, Invited = g.Max(r => r.Invited), FewestInvited = g.Min(r => r.Invited), Present = g.Max(r => r.Present), FewestPresent = g.Min(r => r.Present) })
        .ToDictionary(g => g.Key, g => new Meeting(g.Invited, g.Present, g.Invited != g.FewestInvited || g.Present != g.FewestPresent));
}
