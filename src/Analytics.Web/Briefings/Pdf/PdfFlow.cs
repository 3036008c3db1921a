namespace Analytics.Web.Briefings.Pdf;

/// <summary>Puts boxes one under the other onto pages.</summary>
sealed class PdfFlow(PdfSheet sheet, int firstNumber)
{
    /// <summary>Lengths are sums of fractions.</summary>
    const double Hair = 0.01;

    readonly List<PdfPage> pages = [new(sheet, firstNumber)];
    /// <summary>How much of the page's height is taken.</summary>
    double taken;

    /// <returns>At least one page.</returns>
    public static List<PdfPage> Pages(IReadOnlyList<PdfBox> boxes, PdfSheet sheet, int firstNumber)
    {
        var flow = new PdfFlow(sheet, firstNumber);
        for (var i = 0; i < boxes.Count;)
        {
            var together = boxes.Skip(i).TakeWhile((_, k) => k == 0 || boxes[i + k - 1].KeepNext).ToList();
            flow.Add(together);
            i += together.Count;
        }
        return flow.pages;
    }

    void Add(List<PdfBox> together)
    {
        // What does not fit on any page is torn where the page ends.
        if (!Fits(together.Sum(b => b.Room)) && together.Sum(b => b.Room) <= sheet.TextHeight) Turn();
        foreach (var box in together) Place(box);
    }

    void Place(PdfBox box)
    {
        if (!Fits(box.Before + box.Height)) Turn();
        if (taken == 0 && box.Again is { } header) Put(header);
        if (taken > 0) taken += box.Before;
        Put(box);
        taken += box.After;
    }

    void Put(PdfBox box)
    {
        pages[^1].Placed.Add((pages[^1].Left, sheet.Top + taken, box));
        taken += box.Height;
    }

    bool Fits(double height) => taken == 0 || taken + height <= sheet.TextHeight + Hair;

    void Turn()
    {
        if (taken == 0) return;
        pages.Add(new(sheet, pages[^1].Number + 1));
        taken = 0;
    }
}
