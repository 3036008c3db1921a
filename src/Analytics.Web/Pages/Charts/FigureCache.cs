using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;
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

/// <summary>The key of a figure on a page of this request.</summary>
/// <remarks>Its words, its figures and whether it may be annotated: what <see cref="QueryBehaviour{TRequest, TResponse}"/> holds results of queries by.</remarks>
sealed class FigureKeys(QueryContext context, Language language)
{
    public QueryKey Of(string name, ChartFilters filters)
    {
        var (viewer, state) = (context.Viewer, context.State);
        return new((name, filters), viewer.Scope.CacheKey, viewer.RolesKey, language.Code, state.DataVersion, state.WorkVersion, context.Reference.Edition, context.PublishedAt, context.Today, context.LookDay);
    }
}
