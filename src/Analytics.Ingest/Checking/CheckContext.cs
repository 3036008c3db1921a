using Analytics.Domain.Storage;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking;

/// <summary>What every kind of check shares: the file, the reference data, what is found.</summary>
internal sealed class CheckContext
{
    public CheckContext(SourceFile source, ReferenceData reference, CheckOptions options, CancellationToken ct)
    {
        (Source, Reference, Options, Cancellation) = (source, reference, options, ct);
        Findings = new(source);
        Cells = new(Findings);
        Ranges = new(options.Today);
    }

    public SourceFile Source { get; }
    public ReferenceData Reference { get; }
    public CheckOptions Options { get; }
    public CancellationToken Cancellation { get; }
    public Findings Findings { get; }
    public RowCells Cells { get; }
    public DateRanges Ranges { get; }

    /// <summary>The rows one after the other, each made the current row of <see cref="Findings"/>.</summary>
    public IEnumerable<SourceRow> Rows()
    {
        foreach (var row in Source.Rows)
        {
            Cancellation.ThrowIfCancellationRequested();
            Findings.Begin(row);
            yield return row;
        }
    }

    /// <summary>What the check comes to. Rows of a file refused as a whole are dropped.</summary>
    public CheckedFile ToFile(
        List<UnitRow>? units = null, List<ChangeRow>? changes = null, List<PositionRow>? positions = null,
        List<RoundRow>? rounds = null, List<RosterRow>? roster = null, List<ResultRow>? results = null, List<StepRow>? steps = null) => new()
        {
            Source = Source,
            Units = units ?? [],
            Changes = changes ?? [],
            Positions = positions ?? [],
            Rounds = rounds ?? [],
            Roster = roster ?? [],
            Results = results ?? [],
            Steps = steps ?? [],
            Problems = Findings.ToList(),
            BadRows = Findings.BadRows,
            Refused = Findings.FileIsRefused,
        };
}
