using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Forms;

/// <summary>
/// Form 5: what became of officials at a line of the rule. It names people. Bodies, documents and states are left blank to be filled in
/// where the office does not keep them here.
/// </summary>
sealed class OutcomeForm(QueryContext context, FormWords words, OfficialWords officials, RuleWords rules)
{
    public FormTable Make(FormScope scope)
    {
        var regime = scope.View.Regime;
        var keys = new ResultKeys(context, scope.Round);
        var marked = keys.AtThreshold();
        var lines = marked.Count == 0 ? [] : OfficialLines.Of(context, scope.Round, keys.Read().Where(k => marked.Contains(k.Id) && scope.Holds(k.UnitId)).Select(k => k.Id).ToList());
        var rows = lines.Select((line, i) => FormRow.Of((long)(i + 1), line.Row.Result.OfficialName, $"{line.Row.Position.Name(words.English)}, {line.Row.Unit.Name}",
            Outcome(line, scope), "", "", "", words[line.Verified is null ? "state.unverified" : "state.to-review"])).ToList();
        List<string> notes = [rows.Count == 0 ? words["note.nobody"] : words["note.by-hand"]];
        if (regime.Certainty.Assumed) notes.Add(words.With("note.assumed", regime.Name.In(words.English)));
        return new(5, words.Title(5), words.Caption(scope, shares: false),
        [
            words.Numbering(),
            new("official", words["official"], FormKind.Text, 24),
            new("position", words["post-and-unit"], FormKind.Text, 30),
            new("result", words["result"], FormKind.Text, 34),
            new("body", words["reviewed-by"], FormKind.Text, 18),
            new("form", words["outcome"], FormKind.Text, 18),
            new("document", words["document"], FormKind.Text, 16),
            new("state", words["state"], FormKind.Text, 20),
        ], rows, null, notes);
    }

    string Outcome(OfficialLine line, FormScope scope)
    {
        var regime = scope.View.Regime;
        return line.Row.Standing is { Met: { } met, Count: { } count, Base: { } ballots }
            ? $"{rules.Sum(regime, met, count, ballots)}; {rules.Consequence(regime, met)}"
            : officials.Remark(line, regime);
    }
}
