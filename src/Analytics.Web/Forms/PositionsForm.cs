using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;

namespace Analytics.Web.Forms;

/// <summary>Form 2: the ballots by post, and how many officials more than half, or two thirds, rated low.</summary>
sealed class PositionsForm(QueryContext context, FormWords words)
{
    public FormTable Make(FormScope scope)
    {
        var regime = scope.View.Regime;
        var votes = FormVotes.Of(context, scope.Round, scope.Holds).Where(v => !v.Exempt).ToList();
        var byPost = votes.ToLookup(v => v.PositionId);
        var rows = context.Reference.Positions.Where(p => byPost.Contains(p.Id))
            .Select((p, i) => Line(i + 1, words.Post(p.Id), byPost[p.Id].ToList(), regime) with { Group = (TrendBy.Position, p.Code) }).ToList();
        var low = regime.Options == BallotOptions.Three ? "low" : "no-confidence";
        return new(2, words.Title(2), words.Caption(scope, shares: true),
        [
            words.Numbering(),
            new("position", words["position"], FormKind.Text, 28),
            new("officials", words["officials"], FormKind.Count, 10),
            new("base", words[regime.Base == BallotBase.Delegates ? "base-delegates" : "ballots"], FormKind.Count, 10),
            .. words.Levels(regime, "base"),
            new("low_over_half", words["over-half." + low], FormKind.Count, 10),
            new("low_from_two_thirds", words["two-thirds." + low], FormKind.Count, 10),
        ], rows, words["total"], Notes(votes, regime));
    }

    /// <summary>Where nobody has a base there is nothing to add up: no zeros, nothing.</summary>
    static FormRow Line(int number, string post, List<FormVote> votes, Regime regime)
    {
        var based = votes.Where(v => v.Base is not null).ToList();
        long? Sum(Func<FormVote, long> of) => based.Count == 0 ? null : based.Sum(of);
        return FormRow.Of([(long)number, post, (long)votes.Count, Sum(v => v.Base!.Value), .. FormWords.LevelCells(regime, Sum(v => v.High), Sum(v => v.Middle), Sum(v => v.Low)),
            Sum(v => v.LowOverHalf ? 1 : 0), Sum(v => v.LowFromTwoThirds ? 1 : 0)]);
    }

    List<string> Notes(List<FormVote> votes, Regime regime)
    {
        var notes = new List<string>();
        if (votes.Count(v => v.Base is null) is > 0 and var without) notes.Add(words.With("note.no-base", without));
        notes.Add(words["note.two-thirds"]);
        if (regime.Certainty.Assumed) notes.Add(words.With("note.assumed", regime.Name.In(words.English)));
        return notes;
    }
}
