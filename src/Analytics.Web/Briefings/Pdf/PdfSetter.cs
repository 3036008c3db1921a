using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>Sets words: which letters stand where in a width.</summary>
sealed class PdfSetter(PaperForm form, PdfFonts fonts)
{
    /// <summary>Of what is underlined, and how far below the letters, in sizes of the letters.</summary>
    const double UnderlineThickness = 0.05, UnderlineBelow = 0.11;

    readonly DocxText text = new(form, null);
    readonly PdfStyles styles = new(form);

    public PaperForm Form => form;

    public PdfStyle Style(string id) => styles[id];

    public double Width(string words, string style) => fonts.Width(text.Clean(words), styles[style]);

    public double LineHeight(string style) => fonts.Line(styles[style]).Height;

    /// <param name="style">One of <see cref="DocxStyles"/>.</param>
    public List<PdfBox> Paragraph(string style, string words, double width) => Paragraph(styles[style], words, width);

    /// <summary>A box for each line. Neither the first nor the last of several stands alone on a page.</summary>
    public List<PdfBox> Paragraph(PdfStyle style, string words, double width)
    {
        var (height, baseline) = fonts.Line(style);
        var lines = PdfLines.Of(text.Clean(words), width - style.Left, style.FirstLine, part => fonts.Width(part, style));
        return lines.Select((line, i) => new PdfBox(height, Line(line, i == 0 ? style.Left + style.FirstLine : style.Left, width, baseline, style))
        {
            Before = i == 0 ? style.Before : 0,
            After = i == lines.Count - 1 ? style.After : 0,
            KeepNext = i == lines.Count - 1 ? style.KeepNext : style.KeepNext || i == 0 || i == lines.Count - 2,
        }).ToList();
    }

    List<PdfMark> Line(PdfLine line, double left, double width, double baseline, PdfStyle style)
    {
        if (line.Words.Count == 0) return [];
        var (own, room) = (fonts.Width(line.Text, style), width - left);
        var x = left + style.Align switch
        {
            PdfAlign.Center => (room - own) / 2,
            PdfAlign.Right => room - own,
            _ => 0,
        };
        var marks = style.Align == PdfAlign.Both && !line.Last && line.Words.Count > 1
            ? Justified(line, x, (room - own) / (line.Words.Count - 1), baseline, style) : [new PdfLetters(x, baseline, line.Text, style)];
        if (style.Underlined) marks.Add(new PdfStroke(x, baseline + style.Pt * UnderlineBelow, x + own, baseline + style.Pt * UnderlineBelow, style.Pt * UnderlineThickness));
        return marks;
    }

    /// <param name="more">Room to add at each gap.</param>
    List<PdfMark> Justified(PdfLine line, double x, double more, double baseline, PdfStyle style)
    {
        var marks = new List<PdfMark>();
        foreach (var (i, word) in line.Words.Index())
        {
            // With its blank, so that who copies the text gets words and not one long string.
            var drawn = i == line.Words.Count - 1 ? word : word + " ";
            marks.Add(new PdfLetters(x, baseline, drawn, style));
            x += fonts.Width(drawn, style) + more;
        }
        return marks;
    }
}
