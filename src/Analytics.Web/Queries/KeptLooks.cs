using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Queries;

/// <summary>The looks at named officials of this request so far, by their numbers of rows.</summary>
sealed class RequestLooks
{
    readonly List<int?> rows = [];

    public IReadOnlyList<int?> Rows => rows;

    public void Add(int? count) => rows.Add(count);
}

/// <summary>The looks at named officials that showing a kept page is; none is an answer as well.</summary>
sealed class KeptLooks : IDisposable
{
    const int MostPages = 5_000;

    readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostPages, CompactionPercentage = 0.5 });

    public IReadOnlyList<int?>? Find(string key) => pages.Get<IReadOnlyList<int?>>(key);

    public void Keep(string key, IReadOnlyList<int?> looks) =>
        pages.Set(key, looks, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) });

    public void Dispose() => pages.Dispose();
}
