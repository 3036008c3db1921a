using Analytics.Domain.FollowUp;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Forms;

/// <summary>
/// Form 5: what became of officials at a line of the rule, and of all others with a follow-up case. It names people. What the case does not
/// hold yet is left blank to be filled in by hand.
/// </summary>
sealed class OutcomeForm(QueryContext context, FormWords words, OfficialWords officials, RuleWords rules, CaseWords cases, Formats formats)
{
    public FormTable Make(FormScope scope)
    {
        var regime = scope.View.Regime;
        var keys = new ResultKeys(context, scope.Round);
        var wanted = keys.AtThreshold().ToHashSet();
        if (context.LookEnd is null) wanted.UnionWith(context.Db.Cases.Where(c => c.RoundId == scope.Round.Id).Select(c => c.ResultId));
        var lines = wanted.Count == 0 ? [] : OfficialLines.Of(context, scope.Round, keys.Read().Where(k => wanted.Contains(k.Id) && scope.Holds(k.UnitId)).Select(k => k.Id).ToList());
        var rows = lines.Select((line, i) => FormRow.Of((long)(i + 1), line.Row.Result.OfficialName, $"{line.Row.Position.Name(words.English)}, {line.Row.Unit.Name}",
            Outcome(line, scope), line.Case?.DecidedBy ?? "", line.Case?.Outcome is { } outcome ? cases.Outcome(outcome) : "", Document(line.Case), State(line))).ToList();
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

    string State(OfficialLine line) => line.Case is { } known ? cases.Stage(known.Stage) : words[line.Verified is null ? "state.unverified" : "state.to-review"];

    string Document(FollowUpCase? of) => of is { Document.Length: > 0 } known ? known.DocumentDate is { } day ? $"{known.Document}, {formats.ShortDate(day)}" : known.Document : "";

    string Outcome(OfficialLine line, FormScope scope)
    {
        var regime = scope.View.Regime;
        return line.Row.Standing is { Met: { } met, Count: { } count, Base: { } ballots }
            ? $"{rules.Sum(regime, met, count, ballots)}; {rules.Consequence(regime, met)}"
            : officials.Remark(line, regime);
    }
}
