namespace Analytics.Web.Briefings.Pdf;

/// <summary>What no page's end tears: a line of text, a row of a table, a picture. Lengths in points.</summary>
sealed record PdfBox(double Height, IReadOnlyList<PdfMark> Marks)
{
    /// <summary>Free above and below; what is above falls away at the top of a page.</summary>
    public double Before { get; init; }
    public double After { get; init; }
    /// <summary>On one page with what follows.</summary>
    public bool KeepNext { get; init; }
    /// <summary>Stands again above this box where it begins a page: the header of its table.</summary>
    public PdfBox? Again { get; init; }

    public double Room => Before + Height + After;

    /// <summary>Under each other, as one.</summary>
    public static PdfBox Stacked(IEnumerable<PdfBox> boxes)
    {
        var (y, marks) = (0.0, new List<PdfMark>());
        foreach (var box in boxes)
        {
            marks.AddRange(box.Marks.Select(m => m.Moved(0, y + box.Before)));
            y += box.Room;
        }
        return new(y, marks);
    }

    /// <summary>Beside each other with their upper edges level, as one.</summary>
    public static PdfBox Beside(params IReadOnlyList<(double X, PdfBox Box)> boxes) =>
        new(boxes.Max(b => b.Box.Height), boxes.SelectMany(b => b.Box.Marks.Select(m => m.Moved(b.X, 0))).ToList());
}
