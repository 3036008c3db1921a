using System.Globalization;
using SkiaSharp;

namespace Analytics.Web.Charts;

/// <summary>What is written on a map and what beside it.</summary>
/// <param name="Placed">Words and numbers on the map, by index of the tile.</param>
/// <param name="Left">Lines of the key by number; at its end the areas without room for a number that something is said of.</param>
internal sealed record MapWords(IReadOnlyList<(int Tile, TextBlock Block, SKPoint At)> Placed, IReadOnlyList<string> Left)
{
    static readonly float[] NameSizes = [0.8f, 0.64f, 0.52f];
    static readonly float[] NumberSizes = [0.72f, 0.56f, 0.44f];

    /// <summary>
    /// The words in the largest letters, one size for all names so that no area looks weightier, in which half of the areas
    /// have their name on the map; else in the smallest.
    /// </summary>
    /// <param name="numberAll">Otherwise only areas that something is said of get a number.</param>
    public static MapWords Find(MapData data, SKRect map, float em, ChartSize size, bool numberAll = true)
    {
        var projection = new MapProjection(data.Shapes.Select(s => s.Shape), map);
        var rings = data.Shapes.Select(s => (s.Tile, (IReadOnlyList<IReadOnlyList<SKPoint>>)[.. s.Shape.Rings.Select(projection.Ring)])).ToList();
        var found = new MapWords([], []);
        foreach (var letters in NameSizes)
        {
            using var labels = new MapLabels(rings, size);
            found = new Writer(data.Tiles.Tiles, labels, em, numberAll).Write(Math.Max(Lettering.Smallest + 0.5f, em * letters), [.. data.Shapes.Select(s => s.Tile).Distinct().Order()]);
            if (found.Placed.Count(p => p.Block.Lines.Count > 1) * 2 >= data.Tiles.Tiles.Count) break;
        }
        return found;
    }

    sealed class Writer(IReadOnlyList<Tile> tiles, MapLabels labels, float em, bool numberAll)
    {
        readonly List<(int Tile, TextBlock Block, SKPoint At)> placed = [];
        readonly List<string> numbered = [], without = [];

        public MapWords Write(float size, IReadOnlyList<int> drawn)
        {
            foreach (var i in drawn)
                if (!Name(i, size)) Number(i);
            return new(placed, [.. numbered, .. without]);
        }

        /// <summary>Name and figure on as few lines as fit.</summary>
        bool Name(int index, float size)
        {
            for (var room = 14f; room >= 4; room *= 0.75f)
            {
                var name = TextBlock.Balanced(tiles[index].Name, size, true, room * size);
                if (Place(index, TextBlock.Wrap(string.Join('\n', name.Lines) + "\n" + TileLook.Written(tiles[index]), size, true, float.MaxValue))) return true;
            }
            return false;
        }

        /// <summary>A number, with the mark of its state where that fits too.</summary>
        void Number(int index)
        {
            var (tile, look) = (tiles[index], TileLook.Of(tiles[index].State, ChartStyle.Colour));
            if (!numberAll && !look.IsNamed) return;
            var digits = (numbered.Count + 1).ToString(CultureInfo.InvariantCulture);
            string[] forms = look is { IsNamed: true, Mark: { } mark } ? [$"{digits} {mark}", digits] : [digits];
            var line = $"{tile.Name} {TileLook.Written(tile)}".Replace('\n', ' ');
            var found = NumberSizes.SelectMany(s => forms.Select(f => TextBlock.Wrap(f, Math.Max(Lettering.Smallest, em * s), true, float.MaxValue))).Any(b => Place(index, b));
            if (found) numbered.Add($"{digits}. {line}");
            else if (look.IsNamed) without.Add(line);
        }

        bool Place(int index, TextBlock block)
        {
            if (labels.Place(index, block.Width + 2, block.Lines.Count == 1 ? block.Size : block.Height) is not { } at) return false;
            placed.Add((index, block, at));
            return true;
        }
    }
}
