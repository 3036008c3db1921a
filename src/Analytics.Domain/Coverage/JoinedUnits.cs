using Analytics.Domain.Dates;

namespace Analytics.Domain.Coverage;

/// <summary>What results say of the units of a round, joined with what was written down and compared.</summary>
/// <param name="Units">In the order of <see cref="PublishedProgress.Units"/>.</param>
public sealed record JoinedUnits(PublishedProgress Published, RoundSteps Steps, VerifiedUnits Verified, IReadOnlyList<UnitProgress> Units)
{
    /// <param name="before">Joined at another moment: units of which nothing is another are taken over, those of whom something is are joined anew.</param>
    public static JoinedUnits Of(PublishedProgress published, RoundSteps steps, VerifiedUnits verified, JoinedUnits? before = null)
    {
        var known = before is not null && ReferenceEquals(before.Published, published) ? before : null;
        var units = new UnitProgress[published.Units.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var id = published.Units[i].Unit.Id;
            var (recorded, compared) = (steps.ByUnit.GetValueOrDefault(id), verified.ByUnit.GetValueOrDefault(id));
            units[i] = known is not null && ReferenceEquals(known.Steps.ByUnit.GetValueOrDefault(id), recorded) && known.Verified.ByUnit.GetValueOrDefault(id) == compared
                ? known.Units[i]
                : One(published.Units[i], recorded, compared);
        }
        return new(published, steps, verified, units);
    }

    static UnitProgress One(UnitProgress published, IReadOnlyList<StepDay>? recorded, VerifiedUnit verified)
    {
        var days = new StepDay[CoverageSteps.All.Count];
        for (var i = 0; i < days.Length; i++)
        {
            var (own, told) = (recorded is null ? default : recorded[i], published.Days[i]);
            // The day of the vote is the one written down; that of loading the store's.
            days[i] = i < (int)CoverageStep.Loaded && own.Taken || !told.Taken ? own : told;
        }
        if (published.Results > 0 && verified.Count >= published.Results) days[(int)CoverageStep.Verified] = new(StepSource.Results, VietnamTime.DateOf(verified.At), verified.By);
        for (int i = days.Length - 2, later = days[^1].Taken ? 1 : 0; i >= 0; i--)
        {
            if (days[i].Taken) later = 1;
            else if (later == 1) days[i] = new(StepSource.Passed, null, null);
        }
        return new(published.Unit, published.Area, published.Body, published.Expected, published.Due, published.NotDue, published.NoCouncil, published.Results, verified.Count, days);
    }
}
