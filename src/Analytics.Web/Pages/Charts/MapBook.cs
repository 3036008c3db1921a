using Analytics.Domain.Storage;
using Analytics.Web.Charts;
using Analytics.Web.Hosting;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Outlines the user has supplied: <c>*.geojson</c> in <c>maps</c> of the data folder, then in <c>data/maps</c>, read once.
/// Of a code in several files the first counts. A file with a mistake is told in the log and left out as a whole.
/// </summary>
sealed partial class MapBook
{
    readonly Dictionary<string, MapShape> shapes = new(StringComparer.Ordinal);

    public MapBook(Installation installation, ILogger<MapBook> log)
    {
        string[] folders = [Path.Combine(installation.Folder, "maps"), Path.Combine(Places.Data, "maps")];
        foreach (var file in folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.geojson").Order(StringComparer.Ordinal)))
        {
            var (read, problem) = GeoJson.Read(file);
            if (problem is not null) Refused(log, Path.GetFileName(file), problem);
            else Found(log, Path.GetFileName(file), read.Count);
            foreach (var shape in read) shapes.TryAdd(shape.Code, shape);
        }
    }

    public MapShape? ShapeOf(string code) => shapes.GetValueOrDefault(code);

    [LoggerMessage(LogLevel.Information, "Map {File}: {Count} outlines")]
    static partial void Found(ILogger log, string file, int count);

    [LoggerMessage(LogLevel.Warning, "Map {File} is not used, the tile map stays: {Problem}")]
    static partial void Refused(ILogger log, string file, string problem);
}
