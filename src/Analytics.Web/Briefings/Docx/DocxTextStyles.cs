using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Styles of the text and of what stands above and below it.</summary>
static class DocxTextStyles
{
    public static IEnumerable<Style> Of(PaperForm form) => List(form).Select(s => s.Write()).Append(new Style
    {
        Type = StyleValues.Character,
        StyleId = DocxStyles.Strong,
        StyleName = new() { Val = "Strong" },
        PrimaryStyle = new(),
        StyleRunProperties = new() { Bold = new() },
    });

    public static IReadOnlyList<DocxStyle> List(PaperForm form)
    {
        var (text, small) = (form.Text, form.Small);
        var first = DocxPage.OfMm(text.FirstLineMm);
        var (centre, both) = (JustificationValues.Center, JustificationValues.Both);
        return
        [
            new(DocxStyles.Normal, "Normal", null),
            new(DocxStyles.Text, "Thân văn bản") { Align = both, FirstLine = first, Before = text.BetweenPt, LinePt = text.LinePt },
            new(DocxStyles.Item, "Gạch đầu dòng", DocxStyles.Text),
            new("Heading1", "heading 1") { Bold = true, KeepNext = true, Align = both, FirstLine = first, Before = 2 * text.BetweenPt, LinePt = text.LinePt, Outline = 0, Next = DocxStyles.Text },
            new("Heading2", "heading 2", "Heading1") { Before = text.BetweenPt, Outline = 1, Next = DocxStyles.Text },
            new("Heading3", "heading 3", "Heading2") { Bold = false, Italic = true, Outline = 2, Next = DocxStyles.Text },
            new(DocxStyles.Caption, "caption") { Pt = small.CaptionPt, Bold = true, Align = centre, Before = 2 * text.BetweenPt, After = text.BetweenPt, KeepNext = true },
            new(DocxStyles.Picture, "Hình") { Align = centre, Before = 2 * text.BetweenPt, KeepNext = true },
            new(DocxStyles.PictureCaption, "Tên hình", DocxStyles.Caption) { Before = text.BetweenPt, KeepNext = false },
            new(DocxStyles.Note, "Ghi chú") { Pt = small.NotePt, Italic = true, Align = both, Before = text.BetweenPt },
            new(DocxStyles.Gap, "Khoảng cách") { LinePt = 2 * text.BetweenPt, KeepNext = true },
            // Ends a section or parts two tables without taking room.
            new(DocxStyles.SectionEnd, "Cuối phần") { Pt = 1, LinePt = 1 },
            new(DocxStyles.Header, "header") { Align = centre },
            new(DocxStyles.Footer, "footer") { Align = centre },
            // Number and mark fit between the number's place and the text: 27 of 28 points with the values of the guidance.
            new(DocxStyles.PageNumber, "Số trang", DocxStyles.Header) { Pt = form.PageNumber.SizePt, LinePt = form.PageNumber.SizePt + 2 },
            new(DocxStyles.Foot, "Chân trang", DocxStyles.Footer) { Pt = small.FootPt, LinePt = small.FootPt + 2 },
            new(DocxStyles.Mark, "Đánh dấu số liệu", DocxStyles.Foot) { Bold = true },
        ];
    }
}
