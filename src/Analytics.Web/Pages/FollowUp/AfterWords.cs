using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What is said of the vote after a case: figures, what comes by itself, and never that something worked.</summary>
sealed class AfterWords(Texts texts, Formats formats, OfficialWords officials, RoundWords rounds)
{
    /// <summary>The exact standing in one round, or that no line is met.</summary>
    public string Standing(OfficialLine line, Regime regime) => officials.Remark(line, regime) is { Length: > 0 } remark ? remark : texts["officials.remark.none"];

    /// <summary>Why there is no next vote to set beside; null where there is one in the same post.</summary>
    public string? State(NextVote vote) => vote.State switch
    {
        NextVoteState.Voted => null,
        NextVoteState.NotDue => vote.Reason.Length > 0 ? texts["after.state.not-due.why", Name(vote.Next), vote.Reason] : texts["after.state.not-due", Name(vote.Next)],
        NextVoteState.NotHeld or NextVoteState.OtherKind or NextVoteState.NoFigure => texts["after.state." + vote.State.Code()],
        _ => texts["after.state." + vote.State.Code(), Name(vote.Next)],
    };

    /// <summary>That people chosen for an extreme figure come back by themselves, with the figures; and that no effect is shown.</summary>
    public string Warning(NextVoteSummary summary) => summary is { All: { } all, Expected: { } expected, Common: { } common }
        ? texts["after.warning.figures", formats.Share(all.Before), formats.Share(common), formats.Share(expected), formats.Share(all.After)] + " " + texts["after.warning"]
        : texts["after.warning"];

    /// <summary>Both means, their difference with its interval, and how far that is chance.</summary>
    public string Compared(NextVoteSummary summary)
    {
        if (summary.Matched is not { } matched) return texts["after.few", formats.CountInText(summary.Pairs), formats.CountInText(Domain.Statistics.MatchedDifference.Fewest)];
        var words = texts["after.compared", formats.CountInText(matched.Pairs), formats.Change(matched.Own), formats.CountInText(matched.Others), formats.Change(matched.Similar), formats.Points(matched.Difference)];
        if (matched.Interval is not { } interval) return words + " " + texts["after.compared.no-interval"];
        return words + " " + texts[matched.BeyondChance ? "after.compared.beyond" : "after.compared.within", formats.PointInterval(interval.Lower, interval.Upper)];
    }

    /// <summary>One person's next vote beside the similar ones, for the page of the case; null while there is none.</summary>
    public string? OfCase(NextVote vote, Regime regime)
    {
        if (vote.Counts is not { } counts) return vote.State is NextVoteState.NotHeld ? null : texts["after.case.none", State(vote)!];
        var share = texts[regime.Options == BallotOptions.Two ? "officials.share.no-confidence" : "officials.share.low"];
        var parts = new List<string>
        {
            texts["after.case", Name(vote.Next), share, formats.Share(counts.ShareBefore), formats.Count(counts.LowBefore), formats.Count(counts.BaseBefore), formats.Share(counts.Share), formats.Count(counts.Low), formats.Count(counts.Base), formats.Change(counts.Difference)],
        };
        if (State(vote) is { } state) parts.Add(texts["after.case.none", state]);
        else parts.Add(vote.Similar is { } similar ? texts["after.case.similar", formats.CountInText(similar.Count), formats.Change(similar.Change)] : texts["after.case.alone"]);
        if (vote.Expected is { } expected) parts.Add(texts["after.case.expected", formats.Share(expected)]);
        parts.Add(texts["after.case.warning"]);
        return string.Join(" ", parts);
    }

    string Name(Round? round) => round is null ? Formats.Dash : rounds.Name(round);
}
