using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>Between head and text: what a report is and about, or to whom a letter goes.</summary>
static class PdfTitle
{
    public static IEnumerable<PdfBox> Of(Paper paper, double width, PdfSetter setter)
    {
        List<PdfBox> boxes = [.. setter.Paragraph(DocxStyles.Gap, "", width)];
        if (paper.Title is { } title)
        {
            boxes.AddRange(setter.Paragraph(DocxStyles.Kind, title.Kind, width));
            foreach (var line in title.Subject) boxes.AddRange(setter.Paragraph(DocxStyles.TitleSubject, line, width));
            boxes.AddRange(setter.Paragraph(DocxStyles.TitleRule, setter.Form.Title.Rule, width));
        }
        var to = paper.Language == "en" ? "To:" : "Kính gửi:";
        if (paper.Addressees is [var only]) boxes.AddRange(setter.Paragraph(DocxStyles.Addressee, $"{to} {only}", width));
        else boxes.AddRange(paper.Addressees.SelectMany((addressee, i) => Several(to, i, $"- {addressee}{(i == paper.Addressees.Count - 1 ? '.' : ';')}", width, setter)));
        return boxes;
    }

    /// <summary>Under each other; the word before the first of them hangs out to the left.</summary>
    static List<PdfBox> Several(string to, int place, string addressee, double width, PdfSetter setter)
    {
        var lines = setter.Paragraph(DocxStyles.NextAddressee, addressee, width);
        if (place > 0) return lines;
        var style = setter.Style(DocxStyles.Addressees);
        var word = setter.Paragraph(style with
        {
            Left = style.Left + style.FirstLine,
            FirstLine = 0,
        }, to, width);
        return [lines[0] with
        {
            Before = style.Before,
            Marks = [.. word[0].Marks, .. lines[0].Marks],
        }, .. lines.Skip(1)];
    }
}
