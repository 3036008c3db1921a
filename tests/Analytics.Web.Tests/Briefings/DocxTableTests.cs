using System.Globalization;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>How tables and pictures stand in the text.</summary>
public class DocxTableTests
{
    [Fact]
    public void Header_rows_are_repeated_and_no_row_is_torn()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.Units(300)));
        var rows = read.Tables[^1].Elements<TableRow>().ToList();
        Assert.Equal(302, rows.Count);
        Assert.Equal([true, true, false], rows.Take(3).Select(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
        Assert.All(rows, r => Assert.NotNull(r.TableRowProperties!.GetFirstChild<CantSplit>()));
    }

    [Fact]
    public void A_header_of_two_rows_spans_rows_and_columns()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.ByPost));
        var rows = read.Tables[^1].Elements<TableRow>().Take(2).Select(r => r.Elements<TableCell>().Select(Shape).ToList()).ToList();
        Assert.Equal(["TT/1/restart", "Chức danh/1/restart", "Số người/1/restart", "Tín nhiệm cao/2/", "Tín nhiệm thấp/2/"], rows[0]);
        Assert.Equal(["/1/continue", "/1/continue", "/1/continue", "Số phiếu/1/", "%/1/", "Số phiếu/1/", "%/1/"], rows[1]);
    }

    [Fact]
    public void A_header_of_three_rows_may_span_in_both_ways_at_once()
    {
        var table = new PaperTable("", [.. Enumerable.Repeat(new PaperColumn(1, PaperAlign.Left), 4)],
            [[new("a", Columns: 2, Rows: 2), new("b", Columns: 2)], [new("c"), new("d", Rows: 2)], [new("e"), new("f"), new("g")]], []);
        using var read = new DocxRead(DocxPapers.Plain(table));
        Assert.Empty(read.Faults());
        Assert.Equal(["a/2/restart", "b/2/", "/2/continue", "c/1/", "d/1/restart", "e/1/", "f/1/", "g/1/", "/1/continue"], read.Tables[^1].Descendants<TableCell>().Select(Shape));
    }

    [Fact]
    public void Columns_fill_the_width_of_the_text_in_the_parts_given()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.Units(1)));
        // 210 − 30 − 15 = 165 mm are 9355 twentieths of a point, in parts of 1, 6, 2 and 2.
        var table = read.Tables[^1];
        Assert.Equal(["850", "5103", "1701", "1701"], table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => c.Width!.Value));
        Assert.Equal("9355", table.GetFirstChild<TableProperties>()!.TableWidth!.Width);
        Assert.Equal(TableLayoutValues.Fixed, table.GetFirstChild<TableProperties>()!.TableLayout!.Type!.Value);
        Assert.All(table.Elements<TableRow>(), r => Assert.Equal(9355, r.Elements<TableCell>().Sum(c => int.Parse(c.TableCellProperties!.TableCellWidth!.Width!, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Figures_stand_on_the_right_a_group_over_the_whole_width_a_total_in_bold()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.ByPost));
        var rows = read.Tables[^1].Elements<TableRow>().ToList();
        var group = Assert.Single(rows[2].Elements<TableCell>());
        Assert.Equal("Hội đồng nhân dân/7/", Shape(group));
        Assert.True(read.Bold(group.GetFirstChild<Paragraph>()!));
        Assert.Equal(["center", null, "right", "right", "right", "right", "right"], rows[3].Descendants<Paragraph>().Select(read.Align));
        Assert.All(rows[3].Descendants<Paragraph>(), p => Assert.False(read.Bold(p)));
        Assert.All(rows[^1].Descendants<Run>(), r => Assert.Equal("Strong", r.RunProperties!.RunStyle!.Val!.Value));
        Assert.Empty(rows[3].Descendants<RunStyle>());
        Assert.NotNull(read.Styles.Elements<Style>().Single(s => s.StyleId == "Strong").StyleRunProperties!.Bold);
    }

    [Fact]
    public void Lines_of_a_table_are_thin_and_black_and_nothing_is_shaded()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var style = read.Styles.Elements<Style>().Single(s => s.StyleId == read.Tables[1].GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value);
        var lines = style.StyleTableProperties!.TableBorders!.Elements<BorderType>().ToList();
        Assert.Equal(6, lines.Count);
        Assert.All(lines, l => Assert.Equal((BorderValues.Single, 4u, "000000"), (l.Val!.Value, l.Size!.Value, l.Color!.Value)));
        Assert.Empty(read.Main.Document!.Descendants<Shading>());
        Assert.Empty(read.Styles.Descendants<Shading>());
    }

    [Fact]
    public void The_caption_stays_with_its_table()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.ByPost));
        var caption = read.Paragraph("Biểu 2. Kết quả theo chức danh");
        Assert.Equal("caption", read.Find(caption, s => s.StyleName?.Val?.Value));
        Assert.True(read.Find(caption, s => s.StyleParagraphProperties?.KeepNext)!.Val!.Value);
        Assert.IsType<Table>(caption.NextSibling());
    }

    [Fact]
    public void Two_tables_after_each_other_stay_two()
    {
        var bare = DocxPapers.Units(1) with { Caption = "" };
        using var read = new DocxRead(DocxPapers.Plain(bare, bare));
        Assert.All(read.Tables, t => Assert.IsType<Paragraph>(t.NextSibling()));
    }

    [Fact]
    public void A_row_that_does_not_fit_its_columns_is_refused()
    {
        var table = DocxPapers.Units(0) with { Rows = [new(["1", "Xã Mẫu"])] };
        Assert.Contains("2 cells, the table 4 columns: 1 | Xã Mẫu", Assert.Throws<ArgumentException>(() => new DocxRead(DocxPapers.Plain(table))).Message, StringComparison.Ordinal);
        var header = DocxPapers.Units(0) with { Header = [[new("TT"), new("Đơn vị", Columns: 4)]] };
        Assert.Contains("Row 1 of the header", Assert.Throws<ArgumentException>(() => new DocxRead(DocxPapers.Plain(header))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_as_wide_as_the_text_and_says_what_it_shows()
    {
        using var read = new DocxRead(DocxPapers.Report());
        var picture = read.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>().Single();
        // 9355 twentieths of a point are 5,940,425 units of drawings; 1200 × 500 pixels.
        Assert.Equal((5_940_425L, 2_474_595L), (picture.Extent!.Cx!.Value, picture.Extent.Cy!.Value));
        Assert.Equal("Tỷ lệ tín nhiệm thấp giảm từ 4,1% xuống 3,2% qua hai đợt.", picture.DocProperties!.Description);
        Assert.Equal("Hình 1. Tỷ lệ tín nhiệm thấp qua các đợt", ((Paragraph)picture.Ancestors<Paragraph>().Single().NextSibling()!).InnerText);
    }

    [Fact]
    public void A_high_picture_keeps_its_shape_and_fits_the_page()
    {
        using var read = new DocxRead(DocxPapers.Plain(DocxPapers.Tall));
        var extent = read.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().Single();
        // The text is 257 mm high; a millimetre is 36,000 units.
        Assert.InRange(extent.Cy!.Value, 180 * 36_000, 230 * 36_000);
        Assert.InRange((double)extent.Cy.Value / extent.Cx!.Value, 2.99, 3.01);
    }

    static string Shape(TableCell cell) =>
        $"{cell.InnerText}/{cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1}/{cell.TableCellProperties.VerticalMerge?.Val?.InnerText}";
}
