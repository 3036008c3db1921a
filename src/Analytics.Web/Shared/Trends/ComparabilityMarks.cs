using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Domain.Units;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Shared.Trends;

/// <summary>What happened between two rounds that may be compared and is told beside them: another rule of the family, a reorganisation.</summary>
sealed class ComparabilityMarks(QueryContext context, QueryCache cache, Texts texts, Formats formats, RoundWords words)
{
    /// <summary>In words; empty across families, where a break says more.</summary>
    /// <param name="by">What the figures are grouped by; of one unit its own lineage tells.</param>
    public IReadOnlyList<string> Between(Round before, Round after, TrendBy by, string key)
    {
        var reference = context.Reference;
        if (!reference.AreComparable(before, after)) return [];
        var rule = words.RuleChange(reference.RegimeOf(before), reference.RegimeOf(after));
        var days = by == TrendBy.Unit ? [] : Days(reference, before, after, by, key, () => city ??= KnownCity());
        return [.. rule is null ? Array.Empty<string>() : [rule], .. days.Select(Reorganised)];
    }

    /// <summary>The same since the rounds that the changes of groups are measured from: of the one group where all lines are parts of it, else of the city.</summary>
    public IReadOnlyList<string> SincePrevious(Round round, IReadOnlyList<Snapshot> groups)
    {
        var area = groups.Where(g => g.By is TrendBy.District or TrendBy.DistrictPosition).Select(g => g.Key).Distinct().Take(2).ToList() is [var only] ? only : null;
        return groups.Select(g => g.PreviousRoundId).OfType<int>().Distinct().Select(context.Reference.Round).OfType<Round>()
            .SelectMany(before => area is null ? Between(before, round, TrendBy.Position, "") : Between(before, round, TrendBy.District, area)).Distinct().ToList();
    }

    /// <summary>Asked for once, whatever number of rounds stands on a page.</summary>
    string? city;

    string Reorganised(DateOnly day) => texts["chart.trend.reorganisation", formats.ShortDate(day)];

    /// <summary>Days between two rounds on which units of a group were merged or split. Of a post, those of the one city it was held in.</summary>
    /// <param name="onlyCity">As <see cref="OnlyCity"/>.</param>
    public static IReadOnlyList<DateOnly> Days(ReferenceData reference, Round before, Round after, TrendBy by, string key, Func<string> onlyCity)
    {
        if (before.HeldFrom >= after.HeldFrom) return [];
        if (by == TrendBy.Position) (by, key) = (TrendBy.City, onlyCity());
        Func<Unit, DateOnly, string?> group = by == TrendBy.City ? reference.Units.CityOf : reference.Units.AreaOf;
        return key.Length == 0 ? [] : reference.Units.ReorganisationDays(before.HeldFrom, after.HeldFrom, (unit, day) => group(unit, day) == key);
    }

    string KnownCity()
    {
        var key = context.KeyOf(nameof(OnlyCity), published: true);
        if (!cache.TryGet(key, out string known)) cache.Put(key, known = OnlyCity(context.Db, context.Reference));
        return known;
    }

    /// <summary>The one city that has results; empty where there are several, or none.</summary>
    public static string OnlyCity(AnalyticsDb db, ReferenceData reference) =>
        TrendQuery.Stored(db, reference, TrendBy.City).Select(r => r.Snapshot.Key).Distinct().Take(2).ToList() is [var only] ? only : "";
}
