using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Previews;

/// <summary>The rows of a file that replace loaded ones, as the comparison meets them.</summary>
sealed class DifferenceList(int most)
{
    readonly List<(object Row, Place Place, IReadOnlyList<Difference> Columns)> found = [];
    int count;

    public void Add(object row, Place place, IReadOnlyList<Difference> columns)
    {
        if (count++ < most) found.Add((row, place, columns));
    }

    /// <param name="reference">As it is with the files of the call loaded.</param>
    public Bounded<RowDifference> ToList(ReferenceData reference) => new(
        found.Select(d => new RowDifference(d.Place.Sheet, d.Place.Row, CodeOf(d.Row, reference), SubjectOf(d.Row, reference), d.Columns)).ToList(), count);

    static string? CodeOf(object row, ReferenceData reference) => row switch
    {
        UnitRow unit => unit.Code,
        ChangeRow change => $"{change.FromCode} → {change.ToCode}",
        PositionRow position => position.Code,
        RoundRow round => round.Code,
        StepLoading.Change { Row: var steps } => $"{reference.Round(steps.RoundId)?.Code} {reference.Units.ById(steps.UnitId)?.Code}",
        _ => null,
    };

    static RowSubject? SubjectOf(object row, ReferenceData reference) => row switch
    {
        ResultRow r => Subjects.Of(reference, r.RoundId, r.UnitId, r.PositionId, r.Official),
        RosterRow r => Subjects.Of(reference, r.RoundId, r.UnitId, r.PositionId, r.Official),
        _ => null,
    };
}

static class Subjects
{
    public static RowSubject Of(ReferenceData reference, int round, int unit, int position, string? official) => new(
        reference.Round(round)?.Code ?? "", reference.Units.ById(unit)?.Code ?? "", reference.Units.ById(unit)?.Name ?? "",
        reference.Position(position)?.Code ?? "", official);
}
