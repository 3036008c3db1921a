using System.Text;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>What becomes of the words of a paper: punctuation, letters, spelling.</summary>
public class DocxTextTests
{
    [Fact]
    public void One_addressee_follows_on_the_same_line()
    {
        using var read = new DocxRead(DocxPapers.Letter("Ban Thường vụ Đảng ủy xã Mẫu Một"));
        Assert.Equal("center", read.Align(read.Paragraph("Kính gửi: Ban Thường vụ Đảng ủy xã Mẫu Một")));
    }

    [Fact]
    public void Several_addressees_stand_under_each_other_with_dashes_semicolons_and_a_full_stop()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một", "Xã Mẫu Hai", "Xã Mẫu Ba"));
        var first = read.Paragraph("Kính gửi:- Xã Mẫu Một;");
        Assert.Single(first.Descendants<TabChar>());
        Assert.Equal(["- Xã Mẫu Hai;", "- Xã Mẫu Ba."], first.ElementsAfter().Take(2).Select(p => p.InnerText));
    }

    [Fact]
    public void Recipients_end_with_semicolons_and_the_last_with_a_full_stop()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        Assert.Equal(["Nơi nhận:", "- Như trên;", "- Thường trực Thành ủy (để báo cáo);", "- Lưu Văn phòng Ban."], Cell(read, 0));
    }

    [Fact]
    public void Between_capacity_and_name_are_four_blank_lines()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        Assert.Equal(["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "", "", "", "", "Nguyễn Thị Thủy"], Cell(read, 1));
    }

    [Fact]
    public void A_letter_has_its_subject_under_the_number_and_no_name_of_a_kind()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        var left = read.Tables[0].Elements<TableRow>().Select(r => r.Elements<TableCell>().First().InnerText);
        Assert.Equal(["THÀNH ỦY HÀ NỘIBAN TUYÊN GIÁO VÀ DÂN VẬN*", "Số     -CV/BTGDVTU", "V/v đôn đốc gửi báo cáo kết quả lấy phiếu tín nhiệm năm 2026Dự thảo lần 1"], left);
        Assert.DoesNotContain(read.Body.Elements<Paragraph>(), p => p.InnerText == "-----");
    }

    [Fact]
    public void Decomposed_letters_are_composed_and_signs_XML_forbids_are_left_out()
    {
        var words = "Đảng ủy".Normalize(NormalizationForm.FormD) + "\u0001\uFFFE\uD83D xã <Mẫu> & \U0001D11E";
        using var read = new DocxRead(DocxPapers.Plain(new PaperParagraph(words), new PaperPicture([0], 1, 1, words, "")) with { FileTitle = words });
        Assert.Equal("Đảng ủy xã <Mẫu> & \U0001D11E", read.Body.Elements<Paragraph>().Single(p => p.InnerText.StartsWith('Đ')).InnerText);
        Assert.Equal("Đảng ủy xã <Mẫu> & \U0001D11E", read.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description);
        Assert.Equal("Đảng ủy xã <Mẫu> & \U0001D11E", read.Property("title"));
    }

    [Fact]
    public void A_line_feed_breaks_the_line()
    {
        using var read = new DocxRead(DocxPapers.Plain(new PaperParagraph("một\r\nhai")));
        Assert.Equal(["một", "", "hai"], read.Paragraph("mộthai").Descendants<Run>().Single().ChildElements.Select(e => e.InnerText));
        Assert.Single(read.Paragraph("mộthai").Descendants<Break>());
    }

    [Theory]
    [InlineData("UỶ", "Đảng ủy, Thành ỦY, Ủy ban, Thủy", "Đảng uỷ, Thành UỶ, Uỷ ban, Thủy")]
    [InlineData("ỦY", "Đảng uỷ, Thành UỶ, Uỷ ban, Thuỷ", "Đảng ủy, Thành ỦY, Ủy ban, Thuỷ")]
    public void The_syllable_is_spelled_as_the_profile_says_but_not_within_a_name(string spelling, string given, string printed) =>
        Assert.Equal(printed, (DocxRead.Form with { Spelling = spelling }).Spell(given));

    [Fact]
    public void An_English_paper_says_to_whom_in_English()
    {
        using var read = new DocxRead(DocxPapers.English() with { Addressees = ["The Standing Board"] });
        Assert.Single(read.Body.Elements<Paragraph>(), p => p.InnerText == "To: The Standing Board");
        Assert.Equal(["Copies to:", "- Standing Board of the City Committee."], Cell(read, 0));
    }

    [Fact]
    public void Text_in_another_language_than_the_files_is_marked_with_its_own()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"), DocxPapers.English());
        var run = read.Paragraph("118 of 126 units have reported.").Descendants<Run>().Single();
        Assert.Equal("en-GB", run.RunProperties!.Languages!.Val);
        Assert.Null(read.Paragraph("Trân trọng.").Descendants<Run>().Single().RunProperties);
    }

    static IEnumerable<string> Cell(DocxRead read, int column) => read.Tables[^1].Descendants<TableCell>().ElementAt(column).Elements<Paragraph>().Select(p => p.InnerText);
}
