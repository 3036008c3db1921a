using Analytics.Domain.Results;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Reads the counts of a result row as its regime asks and sets them against each other.</summary>
internal sealed class BallotCells(Findings findings, RowCells cells)
{
    static readonly string[] All =
        ["delegates", "invited", "present", "issued", "collected", "valid", "invalid", "high", "confidence", "low", "no_confidence"];

    /// <param name="rules">Null when the round is not known: then only the cells themselves are checked.</param>
    /// <param name="exempt">Whether a reason is given why no vote was taken.</param>
    public Counts Read(RoundRules? rules, bool exempt)
    {
        if (exempt)
        {
            RefuseCounts();
            return default;
        }
        var counts = new Counts(
            cells.Count("delegates"), cells.Count("invited"), cells.Count("present"), cells.Count("issued"),
            cells.Count("collected"), cells.Count("valid"), cells.Count("invalid"), null, null, null);
        counts = ReadLevels(counts, rules);
        Report(Reconciliation.Of(counts, rules?.Regime.Options, rules?.Regime.Base), counts, rules);
        if (rules is not null) WarnOfBase(counts, rules);
        return counts;
    }

    Counts ReadLevels(Counts counts, RoundRules? rules)
    {
        if (rules is null)
        {
            // Which level is which is not known; numbers that cannot be read are told all the same.
            foreach (var column in All.AsSpan(7)) cells.Count(column);
            return counts;
        }
        if (rules.HasTwoOptions)
        {
            RefuseLevel("high", rules);
            RefuseLevel("low", rules);
            return counts with { Middle = cells.Count("confidence", required: true), Low = cells.Count("no_confidence", required: true) };
        }
        RefuseLevel("no_confidence", rules);
        return counts with
        {
            High = cells.Count("high", required: true),
            Middle = cells.Count("confidence", required: true),
            Low = cells.Count("low", required: true),
        };
    }

    void RefuseLevel(string column, RoundRules rules)
    {
        if (findings.Row[column] is { Length: > 0 } text)
            findings.Error(column, text, Rule.OptionsMismatch, Messages.OptionsMismatch(column, text, rules.Regime));
    }

    void RefuseCounts()
    {
        var filled = Array.FindAll(All, findings.Row.Has);
        if (filled.Length > 0)
            findings.Error(filled[0], findings.Row[filled[0]], Rule.ExemptWithCounts, Messages.ExemptWithCounts(findings.Row["exempt"], Array.ConvertAll(filled, c => (c, findings.Row[c]))));
    }

    void WarnOfBase(Counts counts, RoundRules rules)
    {
        var column = rules.BaseColumn;
        if (counts.Base(rules.Regime.Base) is not null) return;
        // A base that is there but cannot be read has its own problem.
        var isZero = rules.Regime.Base == Domain.Rounds.BallotBase.Delegates ? counts.Delegates == 0 : counts.Collected == 0;
        if (isZero || !findings.Row.Has(column))
            findings.Warn(column, findings.Row[column], Rule.BaseMissing, Messages.BaseMissing(column, isZero, rules.Regime));
    }

    void Report(BrokenRelations broken, Counts counts, RoundRules? rules)
    {
        if (broken == BrokenRelations.None) return;
        if (broken.HasFlag(BrokenRelations.CollectedOverIssued)) Error("collected", Rule.CollectedOverIssued, Messages.CollectedOverIssued(counts));
        if (broken.HasFlag(BrokenRelations.ValidOverCollected)) Error("valid", Rule.ValidOverCollected, Messages.ValidOverCollected(counts));
        if (broken.HasFlag(BrokenRelations.ValidInvalidMismatch)) Error("valid", Rule.ValidInvalidMismatch, Messages.ValidInvalidMismatch(counts));
        if (broken.HasFlag(BrokenRelations.LevelsOverBallots))
            Error(counts.Valid is null ? "collected" : "valid", Rule.LevelsOverValid, Messages.LevelsOverBallots(counts));
        if (broken.HasFlag(BrokenRelations.CollectedOverDelegates))
            Error("collected", Rule.CountsOverBase, Messages.CountOverDelegates("collected", counts.Collected, counts.Delegates));
        if (broken.HasFlag(BrokenRelations.LowOverDelegates) && rules is not null)
            Error(rules.LowColumn, Rule.CountsOverBase, Messages.CountOverDelegates(rules.LowColumn, counts.Low, counts.Delegates));
        if (broken.HasFlag(BrokenRelations.LevelsUnderValid))
            findings.Warn("valid", findings.Row["valid"], Rule.LevelsUnderValid, Messages.LevelsUnderValid(counts));
        if (broken.HasFlag(BrokenRelations.IssuedNotPresent))
            findings.Warn("issued", findings.Row["issued"], Rule.IssuedNotPresent, Messages.IssuedNotPresent(counts));
    }

    void Error(string column, string rule, Domain.Rounds.Text message) => findings.Error(column, findings.Row[column], rule, message);
}
