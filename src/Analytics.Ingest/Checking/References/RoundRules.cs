using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Checking.References;

/// <summary>A round with what its regime asks of a row: which columns must be filled, which is the base.</summary>
internal sealed class RoundRules
{
    static readonly string[] TwoOptions = ["confidence", "no_confidence"], ThreeOptions = ["high", "confidence", "low"];

    /// <param name="columns">The columns the file has.</param>
    public RoundRules(Round round, Regime regime, IReadOnlyCollection<string> columns)
    {
        (Round, Regime) = (round, regime);
        LevelColumns = regime.Options == BallotOptions.Two ? TwoOptions : ThreeOptions;
        AbsentColumns = [.. LevelColumns.Where(c => !columns.Contains(c))];
    }

    public Round Round { get; }
    public Regime Regime { get; }
    public bool HasTwoOptions => Regime.Options == BallotOptions.Two;

    /// <summary>The level columns every row must fill unless it is exempt.</summary>
    public IReadOnlyList<string> LevelColumns { get; }

    /// <summary>Those of them the file lacks altogether.</summary>
    public IReadOnlyList<string> AbsentColumns { get; }

    /// <summary>The column that holds the count of <see cref="Domain.Results.Counts.Low"/>.</summary>
    public string LowColumn => HasTwoOptions ? "no_confidence" : "low";

    public string BaseColumn => Regime.Base == BallotBase.Delegates ? "delegates" : "collected";
}
