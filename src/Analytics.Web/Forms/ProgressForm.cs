using Analytics.Domain.Coverage;

namespace Analytics.Web.Forms;

/// <summary>Form 1: how far the units have come, by area.</summary>
sealed class ProgressForm(FormWords words)
{
    public FormTable Make(FormScope scope, Meetings meetings)
    {
        var rows = new List<FormRow>();
        var number = 0;
        foreach (var area in scope.Units.GroupBy(u => u.Area))
        {
            if (scope.Area is null && area.Key is { } code) rows.Add(FormRow.Under(scope.Progress.AreaNames[code]));
            foreach (var unit in area) rows.Add(Line(++number, unit, meetings.ByUnit.GetValueOrDefault(unit.Unit.Id), scope));
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
        ], rows, words["total"], Notes(scope, meetings.ByUnit.Values));
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
}
