using System.Collections.Concurrent;
using Analytics.Domain.Storage;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>In which area a unit was in a round, remembered while the reference data are the same: thousands of units are asked for again and again.</summary>
sealed class AreaMemory
{
    sealed record Known(long Edition, ConcurrentDictionary<(int Unit, int Round), string?> Areas);

    volatile Known known = new(-1, new());

    public string? Of(ReferenceData reference, int unit, int round)
    {
        var held = known;
        if (held.Edition != reference.Edition) known = held = new(reference.Edition, new());
        return held.Areas.GetOrAdd((unit, round), at => reference.Units.AreaOf(reference.Units.ById(at.Unit)!, reference.Round(at.Round)!.HeldFrom));
    }
}
