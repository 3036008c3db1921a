using Analytics.Domain.Units;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Sets the rows of a file of units against each other and against the store: parent, area, overlaps.</summary>
internal sealed class UnitRelations
{
    readonly Findings findings;
    readonly UnitTimeline timeline;
    readonly UnitResolver stored;
    readonly IReadOnlyDictionary<string, Place> refused;
    readonly HashSet<string> areas;
    readonly UnitLevel top;

    /// <param name="context">The file and the store.</param>
    /// <param name="drafts">Rows without an error of their own.</param>
    /// <param name="refused">Codes of the other rows.</param>
    public UnitRelations(CheckContext context, IReadOnlyCollection<UnitsChecker.Draft> drafts, IReadOnlyDictionary<string, Place> refused)
    {
        var units = context.Reference.Units;
        findings = context.Findings;
        stored = new(units);
        this.refused = refused;
        timeline = new(units.All, drafts.Select(d => (d.Row.Code, d.Row.ValidFrom)).ToHashSet());
        areas = drafts.Select(d => d.Row.Code).Concat(units.All.Select(u => u.Code)).ToHashSet(StringComparer.Ordinal);
        top = drafts.Select(d => d.Row.Level).Concat(units.All.Select(u => u.Level)).DefaultIfEmpty().Min();
    }

    /// <summary>The rows that were found good, compared by reference.</summary>
    public HashSet<UnitRow> Accepted { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks the current row; rows of higher levels must have been checked before.</summary>
    public void Check(UnitRow row)
    {
        var span = new Span(row.Level, row.ValidFrom ?? DateOnly.MinValue, row.ValidTo, row.Place);
        CheckParent(row, span);
        if (row.Area is { } area && !areas.Contains(area))
            findings.Error("area", area, Rule.UnknownUnit, Messages.UnknownUnitCode(area, stored.NearestCodes(area, null)));
        if (timeline.Overlapping(row.Code, span) is { } other)
        {
            findings.Error("valid_from", findings.Row["valid_from"], Rule.OverlappingValidity, other.Place is { } place
                ? Messages.OverlappingInFile(row.Code, (row.ValidFrom, row.ValidTo), (other.ValidFrom, other.To), place, row.Place)
                : Messages.OverlappingInStore(row.Code, (row.ValidFrom, row.ValidTo), (other.ValidFrom, other.To)));
        }
        if (!findings.RowIsGood) return;
        timeline.Add(row.Code, span);
        Accepted.Add(row);
    }

    void CheckParent(UnitRow row, Span span)
    {
        if (row.Parent is not { } parent)
        {
            // A country or province may stand alone; below, only what nothing known stands above is a top unit.
            if (row.Level > UnitLevel.Province && row.Level > top) findings.Error("parent", null, Rule.MissingValue, Messages.MissingValue("parent"));
            return;
        }
        if (!timeline.Knows(parent))
        {
            var place = refused.TryGetValue(parent, out var at) ? at : (Place?)null;
            findings.Error("parent", parent, Rule.UnknownParent, Messages.UnknownParent(parent, stored.NearestCodes(parent, null), place, row.Place));
        }
        else if (!timeline.StandsAbove(parent, row.Level))
            findings.Error("parent", parent, Rule.UnknownParent, Messages.ParentNotAbove(parent, row.Level));
        else if (timeline.Gap(parent, span) is { } gap)
            findings.Error("parent", parent, Rule.UnknownParent, Messages.ParentNotThroughout(parent, gap.From, gap.To));
    }
}
