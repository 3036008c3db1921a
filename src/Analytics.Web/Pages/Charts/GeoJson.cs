using System.Globalization;
using System.Text.Json;
using Analytics.Web.Charts;

namespace Analytics.Web.Pages.Charts;

/// <summary>Reads outlines from GeoJSON (RFC 7946): polygons in degrees, each with its <c>code</c>.</summary>
static class GeoJson
{
    /// <summary>The most a file may hold; outlines for a screen need far less.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>All outlines of a file, or none and what is wrong with it, in a sentence that says where.</summary>
    public static (IReadOnlyList<MapShape> Shapes, string? Problem) Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes) return ([], Say($"the file has {length / 1048576.0:0.0} MB, at most {MaxBytes / 1048576} are read"));
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return (Features(document.RootElement), null);
        }
        catch (JsonException bad)
        {
            return ([], Say($"not JSON at line {bad.LineNumber + 1}, byte {bad.BytePositionInLine}"));
        }
        catch (Exception bad) when (bad is FormatException or IOException or UnauthorizedAccessException)
        {
            return ([], bad.Message);
        }
    }

    static List<MapShape> Features(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            throw new FormatException("a FeatureCollection with a list \"features\" is expected");
        var shapes = features.EnumerateArray().Select(Shape).ToList();
        if (shapes.Count == 0) throw new FormatException("the list \"features\" is empty");
        if (shapes.GroupBy(s => s.Code).FirstOrDefault(g => g.Skip(1).Any()) is { } twice) throw new FormatException($"the code {twice.Key} stands at {twice.Count()} features; one with a MultiPolygon is expected");
        return shapes;
    }

    static MapShape Shape(JsonElement feature, int index)
    {
        var at = Say($"feature {index + 1}");
        var code = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("code", out var found)
            ? found.ValueKind switch { JsonValueKind.String => found.GetString()!.Trim(), JsonValueKind.Number => found.GetRawText(), _ => "" } : "";
        if (code.Length == 0) throw new FormatException($"{at} has no property \"code\"");
        at += $" ({code})";
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates))
            throw new FormatException($"{at} has no geometry");
        var rings = type.ValueKind == JsonValueKind.String ? type.GetString() switch
        {
            "Polygon" => List(coordinates, at),
            "MultiPolygon" => List(coordinates, at).SelectMany(p => List(p, at)),
            _ => throw new FormatException($"{at} is a {type.GetString()}; Polygon or MultiPolygon is expected"),
        } : throw new FormatException($"{at} has no type of geometry");
        return new(code, rings.Select(r => Ring(r, at)).ToList());
    }

    static JsonElement.ArrayEnumerator List(JsonElement element, string at) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new FormatException($"{at}: a list of coordinates is expected, not {element.ValueKind}");

    static List<(double, double)> Ring(JsonElement ring, string at)
    {
        var points = List(ring, at).Select(p => Point(p, at)).ToList();
        return points.Count >= 4 ? points : throw new FormatException(Say($"{at}: a ring has {points.Count} points; at least 4 are expected, the last the same as the first"));
    }

    static (double, double) Point(JsonElement point, string at)
    {
        var numbers = List(point, at).Take(2).Select(n => n.ValueKind == JsonValueKind.Number && n.TryGetDouble(out var d) ? d : double.NaN).ToList();
        if (numbers is [>= -180 and <= 180, >= -90 and <= 90]) return (numbers[0], numbers[1]);
        throw new FormatException($"{at}: degrees of longitude and latitude (WGS 84) are expected, not {point.GetRawText()}");
    }

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
