using System.Collections.Concurrent;
using Analytics.Web.Queries;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>The place of everybody with a case in the order of names, remembered until names are published anew; somebody whom it does not know has it read again.</summary>
sealed class NameOrder
{
    sealed record Known(long DataVersion, Dictionary<int, int> Places);

    readonly ConcurrentDictionary<string, Known> byScope = new(StringComparer.Ordinal);

    /// <summary>The keys by name; of one person in the order they came.</summary>
    public IEnumerable<CaseKey> Sort(QueryContext context, List<CaseKey> keys)
    {
        var scope = context.Viewer.Scope.CacheKey;
        if (byScope.GetValueOrDefault(scope) is not { } known || known.DataVersion != context.State.DataVersion || keys.Exists(k => !known.Places.ContainsKey(k.PersonId)))
            byScope[scope] = known = new(context.State.DataVersion, Read(context));
        return keys.OrderBy(k => known.Places.GetValueOrDefault(k.PersonId, int.MaxValue));
    }

    /// <remarks>In the order of the store: names are sorted by their keys there.</remarks>
    static Dictionary<int, int> Read(QueryContext context) =>
        context.Db.Persons.Where(p => context.Db.Cases.Any(c => c.PersonId == p.Id)).OrderBy(p => p.SortKey).ThenBy(p => p.Id).Select(p => p.Id).AsEnumerable().Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
}
