using System.Security.Cryptography;
using System.Text;
using Analytics.Web.Charts;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Resources;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Pages.Charts;

/// <summary>Drawn charts: bytes kept by everything they depend on, so that an unchanged chart is drawn once.</summary>
sealed class ChartImageCache : IDisposable
{
    const long MaxBytes = 64 * 1024 * 1024;

    readonly MemoryCache images = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    public byte[] GetOrDraw(string key, Func<byte[]> draw)
    {
        if (images.TryGetValue(key, out byte[]? known)) return known!;
        var bytes = draw();
        images.Set(key, bytes, new MemoryCacheEntryOptions { Size = bytes.Length, SlidingExpiration = TimeSpan.FromMinutes(30) });
        return bytes;
    }

    public void Dispose() => images.Dispose();
}

/// <summary>What a picture is drawn as.</summary>
enum ChartFormat
{
    Png,
    Svg,
    Pdf,
}

/// <summary>Finds and draws charts for the viewer of this request.</summary>
sealed class ChartImages(IEnumerable<IChartSource> sources, ChartImageCache cache, QueryContext context, Language language)
{
    public async Task<ChartPicture?> Find(string name, ChartFilters filters, CancellationToken ct) =>
        sources.FirstOrDefault(s => s.Name == name) is { } source ? await source.Find(filters, ct) : null;

    public bool MayBeAnonymous(string name, ChartFilters filters) => sources.FirstOrDefault(s => s.Name == name)?.MayBeAnonymous(filters) ?? false;

    public byte[] Draw(string name, ChartFilters filters, ChartPicture picture, ChartFormat format, ChartSize size, ChartOptions options, bool embedFont)
    {
        var content = picture.Hash ?? string.Join('|', language.Code, filters, context.Viewer.Scope.CacheKey, context.State.DataVersion, context.State.WorkVersion, context.Today, context.LookDay);
        var key = string.Join('|', name, format, size, options, embedFont, content);
        return cache.GetOrDraw(key, () =>
        {
            var plot = picture.Plot(size, options);
            return format switch
            {
                ChartFormat.Png => ChartImage.Png(plot, size),
                ChartFormat.Svg => ChartImage.Svg(plot, size, picture.Text, embedFont),
                _ => ChartImage.Pdf(plot, size, picture.Text),
            };
        });
    }

    /// <summary>The chart as SVG markup for the page around it.</summary>
    public string Inline(string name, ChartFilters filters, ChartPicture picture) =>
        Encoding.UTF8.GetString(Draw(name, filters, picture, ChartFormat.Svg, picture.InlineSize, ChartOptions.Inline, embedFont: false));

    public static string ETag(byte[] bytes) => '"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan()[..12]) + '"';
}
