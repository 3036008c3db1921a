using Analytics.Domain.Units;

namespace Analytics.Web.Pages.Units;

/// <summary>A unit in the diagram. Places are in units of the picture, from its upper left corner.</summary>
/// <param name="Name">In lines that fit the box.</param>
sealed record LineageBox(double X, double Y, double Height, IReadOnlyList<string> Name, LineageStep? Step, bool IsItself);

/// <summary>From the right edge of one box to the left edge of another.</summary>
/// <param name="Whole">Drawn through; a part is dashed.</param>
sealed record LineageLine(double FromX, double FromY, double ToX, double ToY, bool Whole);

/// <summary>What a unit was made from and became, drawn from left to right: boxes for units, lines for reorganisations.</summary>
sealed record LineageDiagram(double Width, double Height, IReadOnlyList<LineageBox> Boxes, IReadOnlyList<LineageLine> Lines)
{
    public const double BoxWidth = 250;
    public const double LineHeight = 17;

    const double Gap = 70, Between = 12, Padding = 8;

    /// <summary>Letters of a name that surely fit the width of a box.</summary>
    const int LettersOfLine = 28;

    /// <param name="nameOf">Of a unit that is not known any more: what stands in its place.</param>
    public static LineageDiagram Of(Unit unit, IReadOnlyList<LineageStep> before, IReadOnlyList<LineageStep> after, Func<LineageStep, string> nameOf)
    {
        var columns = (before.Count > 0 ? 1 : 0) + 1 + (after.Count > 0 ? 1 : 0);
        var width = columns * BoxWidth + (columns - 1) * Gap;
        var center = before.Count > 0 ? BoxWidth + Gap : 0;
        var sources = before.Select(s => Box(0, nameOf(s), s, false)).ToList();
        var targets = after.Select(s => Box(center + BoxWidth + Gap, nameOf(s), s, false)).ToList();
        var itself = Box(center, unit.Name, null, true);
        var height = new[] { HeightOf(sources), HeightOf(targets), itself.Height }.Max();
        itself = itself with { Y = (height - itself.Height) / 2 };
        sources = Stacked(sources, height);
        targets = Stacked(targets, height);
        return new(width, height, [.. sources, itself, .. targets],
        [
            .. sources.Select(s => new LineageLine(s.X + BoxWidth, Middle(s), itself.X, Middle(itself), s.Step!.Change.Whole)),
            .. targets.Select(t => new LineageLine(itself.X + BoxWidth, Middle(itself), t.X, Middle(t), t.Step!.Change.Whole)),
        ]);
    }

    static double Middle(LineageBox box) => box.Y + box.Height / 2;

    static double HeightOf(List<LineageBox> boxes) => boxes.Sum(b => b.Height) + Math.Max(0, boxes.Count - 1) * Between;

    static LineageBox Box(double x, string name, LineageStep? step, bool isItself)
    {
        var lines = Wrapped(name);
        // Under the name stand the code and, of a reorganisation, its day.
        return new(x, 0, 2 * Padding + (lines.Count + 1) * LineHeight, lines, step, isItself);
    }

    /// <summary>One below the other, in the middle of the height.</summary>
    static List<LineageBox> Stacked(List<LineageBox> boxes, double height)
    {
        var y = (height - HeightOf(boxes)) / 2;
        var placed = new List<LineageBox>(boxes.Count);
        foreach (var box in boxes)
        {
            placed.Add(box with { Y = y });
            y += box.Height + Between;
        }
        return placed;
    }

    static List<string> Wrapped(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= LettersOfLine) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }
}
