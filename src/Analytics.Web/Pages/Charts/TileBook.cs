using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Web.Pages.Charts;

/// <summary>
/// Where each area stands on the tile map: reference data (<c>data/reference/*-tiles.csv</c>, <c>data/sample/tiles.csv</c>
/// with columns code, column, row), read once. Codes of the sample and of real districts do not meet.
/// </summary>
sealed class TileBook
{
    readonly Dictionary<string, (int Column, int Row)> places = new(StringComparer.Ordinal);

    public TileBook()
    {
        string[] folders = [Path.Combine(Places.Data, "reference"), Path.Combine(Places.Data, "sample")];
        foreach (var file in folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*tiles.csv")))
            foreach (var line in File.ReadLines(file).Skip(1))
                if (line.Split(',') is [var code, var column, var row])
                    places[code] = (int.Parse(column, CultureInfo.InvariantCulture), int.Parse(row, CultureInfo.InvariantCulture));
    }

    public (int Column, int Row)? PlaceOf(string code) => places.TryGetValue(code, out var place) ? place : null;

    /// <summary>A tile has room for the name without its kind word.</summary>
    public static string ShortName(string name)
    {
        foreach (var kind in (ReadOnlySpan<string>)["Quận ", "Huyện ", "Thị xã ", "Thành phố "])
            if (name.StartsWith(kind, StringComparison.Ordinal)) return name[kind.Length..];
        return name;
    }
}
