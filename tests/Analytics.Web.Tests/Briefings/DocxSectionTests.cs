using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Sections of a paper and of several: where pages begin, lie and are counted anew, and what stands above and below.</summary>
public class DocxSectionTests
{
    [Fact]
    public void A_break_begins_a_section_and_so_does_the_appendix()
    {
        using var read = new DocxRead(DocxPapers.Report());
        Assert.Equal([PageOrientationValues.Portrait, PageOrientationValues.Portrait, PageOrientationValues.Landscape],
            read.Sections.Select(s => s.GetFirstChild<PageSize>()!.Orient!.Value));
        Assert.All(read.Sections, s => Assert.Equal(SectionMarkValues.NextPage, s.GetFirstChild<SectionType>()!.Val!.Value));
    }

    [Fact]
    public void Numbers_go_on_within_a_paper_and_begin_again_with_the_next()
    {
        using var read = new DocxRead(DocxPapers.Report(), DocxPapers.Letter("Xã Mẫu Một"), DocxPapers.Report());
        Assert.Equal([1, null, null, 1, 1, null, null], read.Sections.Select(s => s.GetFirstChild<PageNumberType>()?.Start?.Value));
        Assert.Equal([true, false, false, true, true, false, false], read.Sections.Select(s => s.GetFirstChild<TitlePage>() is not null));
    }

    [Fact]
    public void Every_section_prints_the_number_but_on_a_papers_first_page()
    {
        using var read = new DocxRead(DocxPapers.Report(sampleMark: null), DocxPapers.Letter("Xã Mẫu Một"));
        Assert.All(read.Sections, s => Assert.Equal("1", read.Header(s, HeaderFooterValues.Default)));
        Assert.Equal(["", ""], read.Sections.Where(s => s.GetFirstChild<TitlePage>() is not null).Select(s => read.Header(s, HeaderFooterValues.First)));
    }

    [Fact]
    public void The_sample_mark_stands_above_and_below_in_bold_and_the_foot_is_small()
    {
        using var read = new DocxRead(DocxPapers.Report());
        const string Foot = DocxPapers.SampleMark + "Số liệu đến hết ngày 23/11/2026 · phiên bản 17 · bản số 3";
        Assert.All(read.Sections, s => Assert.Equal(("1" + DocxPapers.SampleMark, Foot), (read.Header(s, HeaderFooterValues.Default), read.Footer(s, HeaderFooterValues.Default))));
        Assert.Equal((DocxPapers.SampleMark, Foot), (read.Header(read.Sections[0], HeaderFooterValues.First), read.Footer(read.Sections[0], HeaderFooterValues.First)));
        var foot = read.Main.FooterParts.Single().Footer!.Elements<Paragraph>().ToList();
        Assert.Equal([true, false], foot.Select(read.Bold));
        Assert.Equal([9, 9], foot.Select(read.Pt));
    }

    [Fact]
    public void A_paper_of_real_figures_has_no_mark_even_beside_one_that_has()
    {
        using var read = new DocxRead(DocxPapers.Report(), DocxPapers.Report(sampleMark: null));
        Assert.Equal([true, true, true, false, false, false], read.Sections.Select(s => read.Header(s, HeaderFooterValues.Default).Contains("GIẢ ĐỊNH", StringComparison.Ordinal)));
        Assert.Equal([true, true, true, false, false, false], read.Sections.Select(s => read.Footer(s, HeaderFooterValues.Default).Contains("GIẢ ĐỊNH", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_break_at_the_beginning_turns_the_page_of_the_head_and_one_at_the_end_leaves_no_empty_page()
    {
        using var read = new DocxRead(DocxPapers.Plain(new PaperBreak(Landscape: true), DocxPapers.Progress, new PaperBreak(Landscape: false)));
        var section = Assert.Single(read.Sections);
        Assert.Equal(PageOrientationValues.Landscape, section.GetFirstChild<PageSize>()!.Orient!.Value);
        Assert.Equal(2, read.Tables.Count);
    }

    [Fact]
    public void The_signature_stands_before_the_appendix_and_keeps_a_line_of_the_text()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var words = read.Body.Elements().Select(e => e.InnerText).ToList();
        var last = words.FindIndex(w => w.StartsWith("Ban báo cáo Ban Thường vụ", StringComparison.Ordinal));
        var signature = words.FindIndex(w => w.StartsWith("Nơi nhận:", StringComparison.Ordinal));
        Assert.InRange(signature, last + 1, words.IndexOf("PHỤ LỤC 1") - 1);
        Assert.NotNull(((Paragraph)read.Body.ElementAt(last)).ParagraphProperties!.KeepNext);
        Assert.NotNull(read.Body.ElementAt(signature).GetFirstChild<TableRow>()!.TableRowProperties!.GetFirstChild<CantSplit>());
    }
}
