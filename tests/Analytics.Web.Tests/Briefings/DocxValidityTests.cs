using System.Security.Cryptography;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Files Word opens without a word, and the same ones whenever they are written.</summary>
public class DocxValidityTests
{
    [Fact]
    public void A_letter_to_one_is_valid() => Valid(DocxPapers.Letter("Ban Thường vụ Đảng ủy xã Mẫu Một"));

    [Fact]
    public void A_letter_to_three_is_valid() => Valid(DocxPapers.Letter("Xã Mẫu Một", "Xã Mẫu Hai", "Xã Mẫu Ba"));

    [Fact]
    public void A_report_with_every_kind_of_block_is_valid() => Valid(DocxPapers.Report());

    [Fact]
    public void A_report_of_real_figures_is_valid() => Valid(DocxPapers.Report(sampleMark: null));

    [Fact]
    public void An_English_paper_is_valid() => Valid(DocxPapers.English());

    [Fact]
    public void A_lying_page_with_a_picture_is_valid() => Valid(DocxPapers.Plain(new PaperBreak(Landscape: true), DocxPapers.Progress, DocxPapers.Tall));

    [Fact]
    public void A_paper_with_nothing_but_its_head_is_valid() => Valid(DocxPapers.Plain());

    [Fact]
    public void Papers_of_two_languages_in_one_file_are_valid() => Valid(DocxPapers.Letter("Xã Mẫu Một"), DocxPapers.English(), DocxPapers.Report());

    [Fact]
    public void The_same_papers_give_the_same_bytes()
    {
        static string Hash() => Convert.ToHexString(SHA256.HashData(DocxWriter.Write([DocxPapers.Report(), DocxPapers.English()], DocxRead.Form, DocxPapers.At)));
        var first = Hash();
        // A file keeps the time of its entries in steps of two seconds.
        Thread.Sleep(2100);
        Assert.Equal(first, Hash());
    }

    [Fact]
    public void The_properties_name_title_body_language_and_the_time_given()
    {
        using var read = new DocxRead(DocxPapers.Report());
        string[] names = ["title", "creator", "language", "created", "modified", "lastModifiedBy"];
        Assert.Equal(["Báo cáo kết quả lấy phiếu tín nhiệm năm 2026", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "vi-VN", "2026-11-24T02:30:00Z", "2026-11-24T02:30:00Z", null], names.Select(read.Property));
    }

    [Fact]
    public void No_run_and_no_paragraph_is_given_font_or_size_by_hand()
    {
        using var read = new DocxRead(DocxPapers.Report(), DocxPapers.English());
        foreach (var properties in read.Roots.SelectMany(r => r.Descendants<RunProperties>()))
            Assert.All(properties.ChildElements, e => Assert.True(e is RunStyle or Languages, e.OuterXml));
        Assert.All(read.Roots.SelectMany(r => r.Descendants<ParagraphProperties>()), p => Assert.Null(p.ParagraphMarkRunProperties));
    }

    [Fact]
    public void Every_paragraph_and_table_has_a_style_of_the_file()
    {
        using var read = new DocxRead(DocxPapers.Report(), DocxPapers.Letter("Xã Mẫu Một", "Xã Mẫu Hai"));
        var known = read.Styles.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet();
        Assert.All(read.Roots.SelectMany(r => r.Descendants<Paragraph>()), p => Assert.Contains(p.ParagraphProperties!.ParagraphStyleId!.Val!.Value!, known));
        Assert.All(read.Roots.SelectMany(r => r.Descendants<TableProperties>()), t => Assert.Contains(t.TableStyle!.Val!.Value!, known));
        Assert.All(read.Styles.Elements<Style>().Where(s => s.BasedOn is not null), s => Assert.Contains(s.BasedOn!.Val!.Value!, known));
    }

    static void Valid(params Paper[] papers)
    {
        using var read = new DocxRead(papers);
        Assert.Empty(read.Faults());
    }
}
