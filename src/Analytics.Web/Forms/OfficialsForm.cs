using Analytics.Domain.Minutes;
using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;

namespace Analytics.Web.Forms;

/// <summary>Form 4: the counts of every official, unit by unit. It names people.</summary>
sealed class OfficialsForm(QueryContext context, FormWords words, OfficialWords officials)
{
    public FormTable Make(FormScope scope)
    {
        var regime = scope.View.Regime;
        var keys = new ResultKeys(context, scope.Round).Read().Where(k => scope.Holds(k.UnitId)).ToList();
        var lines = OfficialLines.Of(context, scope.Round, keys.Select(k => k.Id).ToList());
        var rows = new List<FormRow>();
        var number = 0;
        foreach (var unit in lines.GroupBy(l => l.Row.Unit.Id))
        {
            var first = unit.First();
            rows.Add(FormRow.Under(first.AreaName is { } area && scope.Area is null ? $"{first.Row.Unit.Name} – {area}" : first.Row.Unit.Name));
            rows.AddRange(unit.Select(line => Line(++number, line, regime)));
        }
        var whole = regime.Base == BallotBase.Delegates ? "delegates" : "collected";
        List<FormColumn> columns =
        [
            words.Numbering(),
            new("official", words["official"], FormKind.Text, 24),
            new("position", words["post"], FormKind.Text, 24),
            .. regime.Base == BallotBase.Delegates ? [new FormColumn("delegates", words["base-delegates"], FormKind.Count, 8, Adds: false)] : Array.Empty<FormColumn>(),
            new("issued", words["issued"], FormKind.Count, 7, Adds: false),
            new("collected", words["collected"], FormKind.Count, 7, Adds: false),
            new("valid", words["valid"], FormKind.Count, 7, Adds: false),
            new("invalid", words["invalid"], FormKind.Count, 7, Adds: false),
            .. words.Levels(regime, whole, adds: false),
            new("note", words["note"], FormKind.Text, 28),
        ];
        List<string> notes = regime.Certainty.Assumed ? [words.With("note.assumed", regime.Name.In(words.English))] : [];
        return new(4, words.Title(4), words.Caption(scope, shares: true), columns, rows, null, notes);
    }

    FormRow Line(int number, OfficialLine line, Regime regime)
    {
        var result = line.Row.Result;
        var exempt = result.Exempt is not null;
        long? Said(int? count) => exempt ? null : count;
        return FormRow.Of([(long)number, result.OfficialName, line.Row.Position.Name(words.English),
            .. regime.Base == BallotBase.Delegates ? [Said(result.Delegates)] : Array.Empty<object?>(),
            Said(result.Issued), Said(result.Collected), Said(result.Valid), Said(result.Invalid),
            .. FormWords.LevelCells(regime, Said(result.High), Said(result.Middle), Said(result.Low)), officials.Remark(line, regime)]);
    }
}
