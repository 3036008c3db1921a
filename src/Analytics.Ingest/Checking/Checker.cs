using Analytics.Domain.Storage;
using Analytics.Ingest.Checking.Kinds;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking;

/// <summary>Checks the rows of a file against the contract and the reference data. Pure: reads no store, writes nothing.</summary>
/// <remarks>Rules that need what is already loaded (conflicts, spellings of a name, second holders of a post) are the loader's.</remarks>
public static class Checker
{
    /// <param name="source">The file as read.</param>
    /// <param name="reference">Units, posts, rounds and regimes as they stand before this file is loaded.</param>
    /// <param name="options">Round for rows that name none; today's date.</param>
    /// <param name="ct">Ends the check between two rows.</param>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public static CheckedFile Check(SourceFile source, ReferenceData reference, CheckOptions options, CancellationToken ct = default)
    {
        if (source.HasErrors || source.Kind is not { } kind) return Refused(source);
        var context = new CheckContext(source, reference, options, ct);
        return kind switch
        {
            FileKind.Units => UnitsChecker.Check(context),
            FileKind.Changes => ChangesChecker.Check(context),
            FileKind.Positions => PositionsChecker.Check(context),
            FileKind.Rounds => RoundsChecker.Check(context),
            FileKind.Roster => RosterChecker.Check(context),
            FileKind.Steps => StepsChecker.Check(context),
            _ => new ResultsCheck(context).Whole(),
        };
    }

    /// <summary>Checks a file of results row by row, for whoever takes the rows while the check goes on.</summary>
    internal static ResultsCheck Results(SourceFile source, ReferenceData reference, CheckOptions options, CancellationToken ct) =>
        new(new CheckContext(source, reference, options, ct));

    static CheckedFile Refused(SourceFile source) =>
        new() { Source = source, Problems = source.Problems, BadRows = source.RowCount, Refused = true };
}
