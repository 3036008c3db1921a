using Analytics.Web.Queries;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Charts as they stand on pages, with table and downloads: markup kept by everything it depends on, so that a page seen before costs no chart.
/// </summary>
sealed class FigureCache : IDisposable
{
    const long MostCharacters = 24L * 1024 * 1024;

    readonly MemoryCache figures = new(new MemoryCacheOptions { SizeLimit = MostCharacters, CompactionPercentage = 0.5 });

    /// <summary>Empty where there is no such chart for the viewer, which is worth keeping too.</summary>
    public string? Find(QueryKey key) => figures.Get<string>(key);

    public void Keep(QueryKey key, string markup) => figures.Set(key, markup, new MemoryCacheEntryOptions { Size = 1 + markup.Length, SlidingExpiration = TimeSpan.FromMinutes(30) });

    public void Dispose() => figures.Dispose();
}
