using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Sizes, margins and places as reported for the guidance on the form of Party documents (05-HD/VPTW of 2026), typed here from there.</summary>
public class DocxFormTests
{
    /// <summary>A twentieth of a point is 0.018 mm; a place on the sheet is told to half of it.</summary>
    const double Mm = 1440 / 25.4, Rounding = 0.01;

    [Fact]
    public void A_page_is_A4_with_20_20_30_and_15_mm_and_its_number_10_mm_from_the_edge()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        var section = read.Sections.Single();
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal(PageOrientationValues.Portrait, size.Orient!.Value);
        Near([210, 297], [size.Width! / Mm, size.Height! / Mm]);
        Near([20, 20, 30, 15, 10], [margin.Top! / Mm, margin.Bottom! / Mm, margin.Left! / Mm, margin.Right! / Mm, margin.Header! / Mm]);
    }

    [Fact]
    public void On_the_back_of_a_sheet_left_and_right_change_sides()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        Assert.NotNull(read.Settings.GetFirstChild<MirrorMargins>());
    }

    [Fact]
    public void A_lying_page_is_turned_with_its_margins()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var section = read.Sections[^1];
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal(PageOrientationValues.Landscape, size.Orient!.Value);
        Near([297, 210], [size.Width! / Mm, size.Height! / Mm]);
        Near([30, 15, 20, 20], [margin.Top! / Mm, margin.Bottom! / Mm, margin.Left! / Mm, margin.Right! / Mm]);
    }

    [Theory]
    [InlineData("THÀNH ỦY HÀ NỘI", 14, false, false, "center")]
    [InlineData("BAN TUYÊN GIÁO VÀ DÂN VẬN", 14, true, false, "center")]
    [InlineData("Số 125-BC/BTGDVTU", 14, false, false, "center")]
    [InlineData("ĐẢNG CỘNG SẢN VIỆT NAM", 15, true, false, "center")]
    [InlineData("Hà Nội, ngày 24 tháng 11 năm 2026", 14, false, true, "center")]
    [InlineData("BÁO CÁO", 16, true, false, "center")]
    [InlineData("ở các xã, phường năm 2026", 15, true, false, "center")]
    [InlineData("-----", 14, false, false, "center")]
    [InlineData("I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN", 14, true, false, "both")]
    [InlineData("Ban đã có công văn đôn đốc.", 14, false, false, "both")]
    [InlineData("TRƯỞNG BAN", 14, true, false, "center")]
    [InlineData("Trần Văn An", 14, true, false, "center")]
    [InlineData("Nơi nhận:", 14, false, false, null)]
    [InlineData("- Lưu Văn phòng Ban.", 12, false, false, null)]
    public void A_report_has_the_sizes_of_the_guidance(string words, double pt, bool bold, bool italic, string? align)
    {
        using var read = new DocxRead(DocxPapers.Report());
        Check(read, read.Paragraph(words), pt, bold, italic, align);
    }

    [Theory]
    [InlineData("V/v đôn đốc gửi báo cáo kết quả lấy phiếu tín nhiệm năm 2026", 12, false, true, "center")]
    [InlineData("Kính gửi: Xã Mẫu Một", 14, false, false, "center")]
    [InlineData("K/T TRƯỞNG BAN", 14, true, false, "center")]
    [InlineData("PHÓ TRƯỞNG BAN", 14, false, false, "center")]
    [InlineData("- Như trên;", 12, false, false, null)]
    public void A_letter_has_the_sizes_of_the_guidance(string words, double pt, bool bold, bool italic, string? align)
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        Check(read, read.Paragraph(words), pt, bold, italic, align);
    }

    [Fact]
    public void The_number_of_a_page_is_14_points_and_centred()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var number = read.Main.HeaderParts.SelectMany(p => p.Header!.Elements<Paragraph>()).Single(p => p.Descendants<SimpleField>().Any());
        Check(read, number, 14, false, false, "center");
    }

    [Fact]
    public void The_text_begins_10_mm_in_on_lines_of_exactly_20_points_6_points_apart()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var text = read.Paragraph("Ban đã có công văn đôn đốc.");
        var spacing = read.Find(text, s => s.StyleParagraphProperties?.SpacingBetweenLines)!;
        Assert.Equal(("400", LineSpacingRuleValues.Exact, "120"), (spacing.Line!.Value, spacing.LineRule!.Value, spacing.Before!.Value));
        Near([10], [int.Parse(read.Find(text, s => s.StyleParagraphProperties?.Indentation)!.FirstLine!, CultureInfo.InvariantCulture) / Mm]);
    }

    [Theory]
    [InlineData("I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN", "heading 1", 0)]
    [InlineData("1. Tiến độ", "heading 2", 1)]
    [InlineData("a) Đơn vị chưa gửi", "heading 3", 2)]
    public void A_heading_is_one_to_the_table_of_contents(string words, string name, int outline)
    {
        using var read = new DocxRead(DocxPapers.Report());
        var heading = read.Paragraph(words);
        Assert.Equal(name, read.Find(heading, s => s.StyleName?.Val?.Value));
        Assert.Equal(outline, read.Find(heading, s => s.StyleParagraphProperties?.OutlineLevel)!.Val!.Value);
        Assert.True(read.Find(heading, s => s.StyleParagraphProperties?.KeepNext)!.Val!.Value);
    }

    [Fact]
    public void The_line_under_the_Party_is_as_long_as_its_name()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var party = read.Paragraph("ĐẢNG CỘNG SẢN VIỆT NAM");
        var line = party.NextSibling<Paragraph>()!;
        Assert.Equal(BorderValues.Single, read.Find(line, s => s.StyleParagraphProperties?.ParagraphBorders?.TopBorder)!.Val!.Value);
        var column = int.Parse(((TableCell)line.Parent!).TableCellProperties!.TableCellWidth!.Width!, CultureInfo.InvariantCulture);
        var indents = line.ParagraphProperties!.Indentation!;
        var length = column - int.Parse(indents.Left!, CultureInfo.InvariantCulture) - int.Parse(indents.Right!, CultureInfo.InvariantCulture);
        // 206.7 points: measured as the width of the words in Liberation Serif Bold 15, whose letters are as wide as those of Times New Roman.
        Assert.InRange(length / 20.0, 206.2, 207.2);
    }

    [Fact]
    public void Head_and_signature_stand_in_columns_without_lines()
    {
        using var read = new DocxRead(DocxPapers.Letter("Xã Mẫu Một"));
        Assert.Equal(["KhungKhongVien", "KhungKhongVien"], read.Tables.Select(t => t.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value));
        var frame = read.Styles.Elements<Style>().Single(s => s.StyleId == "KhungKhongVien");
        Assert.Null(frame.StyleTableProperties?.TableBorders);
        Assert.All(read.Tables, t => Assert.Empty(t.Descendants<TableBorders>()));
    }

    [Theory]
    [InlineData("vi", "vi-VN"), InlineData("en", "en-GB")]
    public void The_text_is_marked_with_its_language(string language, string tag)
    {
        using var read = new DocxRead(DocxPapers.English() with { Language = language });
        Assert.Equal(tag, read.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val);
    }

    static void Check(DocxRead read, Paragraph paragraph, double pt, bool bold, bool italic, string? align) =>
        Assert.Equal(("Times New Roman", pt, bold, italic, align), (read.Font(paragraph), read.Pt(paragraph), read.Bold(paragraph), read.Italic(paragraph), read.Align(paragraph)));

    static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - Rounding, pair.First + Rounding));
}
