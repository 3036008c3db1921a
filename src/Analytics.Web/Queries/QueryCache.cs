using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Queries;

/// <summary>Everything a result may depend on. Two equal keys have the same answer.</summary>
/// <param name="WorkVersion">Null for what no work changes.</param>
/// <param name="Reference">Edition of the reference data.</param>
/// <param name="PublishedAt">Another store in the place of one has data versions of the same numbers.</param>
/// <param name="Look">The day looked at: two days of one data version differ in what is not kept in versions.</param>
sealed record QueryKey(object Request, string Scope, string Roles, string Language, long DataVersion, long? WorkVersion, long Reference, DateTime? PublishedAt,
    DateOnly Today, DateOnly Look);

/// <summary>
/// Query results, bounded by the number of rows they hold together. A new version is a new key: nothing is ever
/// invalidated, old entries fall out.
/// </summary>
/// <remarks>
/// What is published has a place of its own: each step that is written down makes the results of ten thousand units anew, and twenty of them would
/// crowd out what they are made from. A full place turns the next result away until it has made room, so it makes much at once.
/// </remarks>
sealed class QueryCache : IDisposable
{
    const int MaxRows = 200_000;
    const int RowsWhereUnknown = 50;

    readonly MemoryCache results = Place(), published = Place();

    static MemoryCache Place() => new(new MemoryCacheOptions { SizeLimit = MaxRows, CompactionPercentage = 0.5 });

    MemoryCache PlaceOf(QueryKey key) => key.WorkVersion is null ? published : results;

    /// <summary>A box, so that "there is no such thing" is an answer worth keeping as well.</summary>
    sealed record Kept(object? Result);

    public bool TryGet<T>(QueryKey key, out T result)
    {
        var found = PlaceOf(key).TryGetValue(key, out Kept? kept);
        result = found && kept?.Result is T value ? value : default!;
        return found;
    }

    public void Put(QueryKey key, object? result) => PlaceOf(key).Set(key, new Kept(result), new MemoryCacheEntryOptions
    {
        Size = 1 + ((result as IRowCount)?.RowCount ?? RowsWhereUnknown),
        SlidingExpiration = TimeSpan.FromMinutes(30),
    });

    public void Dispose()
    {
        results.Dispose();
        published.Dispose();
    }
}
