using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Styles of head, title, addressees and signature.</summary>
static class DocxHeadStyles
{
    public static IEnumerable<Style> Of(PaperForm form) => List(form).Select(s => s.Id == DocxStyles.PartyRule ? WithLine(s.Write()) : s.Write());

    public static IReadOnlyList<DocxStyle> List(PaperForm form)
    {
        var (head, title, between) = (form.Head, form.Title, form.Text.BetweenPt);
        var centre = JustificationValues.Center;
        // The longest of the words before it, "Kính gửi:", takes 20 mm; the names stand under each other to its right.
        var (names, word) = (DocxPage.OfMm(60), DocxPage.OfMm(25));
        return
        [
            new(DocxStyles.Superior, "Cơ quan cấp trên") { Pt = head.SuperiorPt, Align = centre },
            new(DocxStyles.Body, "Cơ quan ban hành") { Pt = head.BodyPt, Bold = true, Align = centre },
            new(DocxStyles.Star, "Dấu sao", DocxStyles.Body),
            new(DocxStyles.Number, "Số và ký hiệu") { Pt = head.NumberPt, Align = centre },
            new(DocxStyles.Subject, "Trích yếu công văn") { Pt = head.SubjectPt, Italic = true, Align = centre },
            new(DocxStyles.HeadMark, "Dấu chỉ mức độ") { Pt = head.MarkPt, Bold = true, Align = centre, Before = between },
            new(DocxStyles.Party, "Tiêu đề Đảng") { Pt = head.PartyPt, Bold = true, Align = centre },
            Rule(),
            new(DocxStyles.Date, "Địa danh và ngày tháng") { Pt = head.DatePt, Italic = true, Align = centre },
            new(DocxStyles.Kind, "Tên loại văn bản") { Pt = title.KindPt, Bold = true, Align = centre, Before = between, KeepNext = true },
            new(DocxStyles.TitleSubject, "Trích yếu nội dung") { Pt = title.SubjectPt, Bold = true, Align = centre, KeepNext = true },
            new(DocxStyles.TitleRule, "Gạch dưới trích yếu") { Align = centre, After = between, KeepNext = true },
            new(DocxStyles.Addressee, "Kính gửi") { Align = centre, Before = between, After = 2 * between, KeepNext = true },
            new(DocxStyles.Addressees, "Kính gửi nhiều nơi") { Left = names, FirstLine = -word, Before = between, KeepNext = true },
            new(DocxStyles.NextAddressee, "Nơi gửi tiếp theo") { Left = names, KeepNext = true },
            new(DocxStyles.Capacity, "Quyền hạn người ký") { Pt = form.Signature.CapacityPt, Bold = true, Align = centre },
            new(DocxStyles.Deputy, "Chức vụ người ký", DocxStyles.Capacity) { Bold = false },
            new(DocxStyles.Name, "Họ tên người ký") { Pt = form.Signature.NamePt, Bold = true, Align = centre },
            new(DocxStyles.RecipientsLabel, "Nơi nhận") { Pt = form.Recipients.LabelPt, Underlined = true },
            new(DocxStyles.Recipient, "Danh sách nơi nhận") { Pt = form.Recipients.ListPt },
        ];

        DocxStyle Rule() => new(DocxStyles.PartyRule, "Đường kẻ dưới tiêu đề Đảng") { Pt = 2, LinePt = 4, Before = 1, Align = centre };
    }

    static Style WithLine(Style style)
    {
        style.StyleParagraphProperties!.ParagraphBorders = new() { TopBorder = new() { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" } };
        return style;
    }
}
