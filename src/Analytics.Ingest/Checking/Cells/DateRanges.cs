namespace Analytics.Ingest.Checking.Cells;

/// <summary>Dates a column may hold, both ends included.</summary>
internal readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Validity dates of units, plan dates: any.</summary>
    public static DateRange Any { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool Contains(DateOnly date) => From <= date && date <= To;
}

/// <summary>The contract's ranges, told from today's date.</summary>
internal sealed class DateRanges(DateOnly today)
{
    static readonly DateOnly FirstVote = new(1990, 1, 1), FirstBirth = new(1900, 1, 1);

    /// <summary>Dates of a round: from 1990 to five years ahead.</summary>
    public DateRange Round { get; } = new(FirstVote, today.AddYears(5));

    /// <summary>Date of a vote that has results: not after tomorrow.</summary>
    public DateRange Vote { get; } = new(FirstVote, today.AddDays(1));

    /// <summary>Birth of an official: from 1900 to 18 years ago.</summary>
    public DateRange Birth { get; } = new(FirstBirth, today.AddYears(-18));
}
