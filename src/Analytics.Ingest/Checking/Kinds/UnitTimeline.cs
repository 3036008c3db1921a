using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>One version of a unit on the line of time.</summary>
/// <param name="From">First day; <see cref="DateOnly.MinValue"/> when the start is open.</param>
/// <param name="To">Day after the last; null when the end is open.</param>
/// <param name="Place">Where it stands in the file; null for a unit of the store.</param>
internal readonly record struct Span(UnitLevel Level, DateOnly From, DateOnly? To, Place? Place)
{
    public DateOnly? ValidFrom => From == DateOnly.MinValue ? null : From;

    public bool Overlaps(Span other) => (other.To is null || From < other.To) && (To is null || other.From < To);
}

/// <summary>When each code is valid, over the units of the store and the good rows of the file together.</summary>
internal sealed class UnitTimeline
{
    readonly Dictionary<string, List<Span>> spans = new(StringComparer.Ordinal);

    /// <param name="stored">Units of the store.</param>
    /// <param name="replaced">Code and first day of the units the file gives anew: its rows count in their place.</param>
    public UnitTimeline(IEnumerable<Unit> stored, IReadOnlySet<(string Code, DateOnly? From)> replaced)
    {
        foreach (var unit in stored)
        {
            if (!replaced.Contains((unit.Code, unit.ValidFrom)))
                Add(unit.Code, new(unit.Level, unit.ValidFrom ?? DateOnly.MinValue, unit.ValidTo, null));
        }
    }

    public void Add(string code, Span span)
    {
        if (!spans.TryGetValue(code, out var ofCode)) spans[code] = ofCode = new(1);
        ofCode.Add(span);
    }

    public bool Knows(string code) => spans.ContainsKey(code);

    /// <summary>A version of the code that shares a day with <paramref name="span"/>, or null.</summary>
    public Span? Overlapping(string code, Span span)
    {
        foreach (var other in spans.GetValueOrDefault(code) ?? [])
            if (other.Overlaps(span)) return other;
        return null;
    }

    public bool StandsAbove(string code, UnitLevel level) => spans.TryGetValue(code, out var ofCode) && ofCode.Exists(s => s.Level < level);

    /// <summary>The first stretch of <paramref name="span"/> on which no version of <paramref name="code"/> above its level is valid, or null.</summary>
    public (DateOnly? From, DateOnly? To)? Gap(string code, Span span)
    {
        var covered = span.From;
        foreach (var above in (spans.GetValueOrDefault(code) ?? []).Where(s => s.Level < span.Level).OrderBy(s => s.From))
        {
            if (above.From > covered) return (Open(covered), span.To is { } end && end < above.From ? end : above.From);
            if (above.To is null || span.To <= above.To) return null;
            if (above.To > covered) covered = above.To.Value;
        }
        return (Open(covered), span.To);
    }

    static DateOnly? Open(DateOnly from) => from == DateOnly.MinValue ? null : from;
}
