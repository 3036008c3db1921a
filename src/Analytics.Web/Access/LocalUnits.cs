using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;

namespace Analytics.Web.Access;

/// <summary>The unit versions a local user works for: those named by code and those counted under a named area.</summary>
sealed class LocalUnits(TimeProvider time)
{
    readonly ConditionalWeakTable<ReferenceData, ConcurrentDictionary<string, IReadOnlyList<int>>> known = [];

    /// <summary>The codes of a user's comma-separated setting, in order, each once.</summary>
    public static IReadOnlyList<string> Codes(string setting) => setting
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    public IReadOnlyList<int> Of(ReferenceData reference, IReadOnlyList<string> codes) =>
        known.GetOrCreateValue(reference).GetOrAdd(string.Join(',', codes), _ => Compute(reference.Units, codes));

    List<int> Compute(UnitBook book, IReadOnlyList<string> codes)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        return book.All
            .Where(u => wanted.Contains(u.Code) || (book.AreaOf(u, u.Clamp(today)) is { } area && wanted.Contains(area)))
            .Select(u => u.Id).Order().ToList();
    }
}
