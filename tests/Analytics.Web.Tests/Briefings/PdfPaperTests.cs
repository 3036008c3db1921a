using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Briefings.Pdf;
using UglyToad.PdfPig.Content;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Papers as PDF, read back: nothing is lost, everything stands where the form has it.</summary>
public class PdfPaperTests
{
    const double Mm = 72 / 25.4;

    [Fact]
    public void The_same_paper_at_the_same_time_gives_the_same_bytes() =>
        Assert.Equal(PdfWriter.Write(DocxPapers.Report(), DocxRead.Form, PdfRead.Fonts, DocxPapers.At), PdfWriter.Write(DocxPapers.Report(), DocxRead.Form, PdfRead.Fonts, DocxPapers.At));

    [Fact]
    public void It_is_marked_as_an_archive_file_and_says_what_it_is_and_whose()
    {
        using var read = new PdfRead(DocxPapers.Report());
        Assert.Equal("Báo cáo kết quả lấy phiếu tín nhiệm năm 2026", read.Information.Title);
        Assert.Equal("BAN TUYÊN GIÁO VÀ DÂN VẬN", read.Information.Author);
        Assert.Contains("<pdfaid:part>", Encoding.Latin1.GetString(read.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_paragraph_can_be_found_in_order()
    {
        using var read = new PdfRead(DocxPapers.Report());
        var (text, from) = (read.Text, 0);
        foreach (var words in DocxPapers.Report().Blocks.SelectMany(Words))
        {
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(at >= 0, words);
            from = at + words.Length;
        }
    }

    /// <summary>Those a page's end does not part.</summary>
    static IEnumerable<string> Words(PaperBlock block) => block switch
    {
        PaperHeading heading => [heading.Text],
        PaperParagraph paragraph => [paragraph.Text],
        PaperList list => list.Items.Select(i => "- " + i),
        PaperPicture picture => [picture.Caption],
        _ => [],
    };

    [Fact]
    public void Each_row_of_a_long_table_stands_once_and_its_header_on_every_page_of_it()
    {
        using var read = new PdfRead(DocxPapers.Report());
        var pages = read.Pages.Select(PdfRead.TextOf).Where(t => t.Contains("Xã Mẫu ", StringComparison.Ordinal) && !t.Contains("PHỤ LỤC 2", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count >= 5);
        Assert.All(pages, p => Assert.Single(Regex.Matches(p, "TT Đơn vị Tín nhiệm thấp Số phiếu %")));
        Assert.Equal(Enumerable.Range(1, DocxPapers.Rows).Select(i => i.ToString(CultureInfo.InvariantCulture)), pages.SelectMany(p => Regex.Matches(p, @"Xã Mẫu (\d+)").Select(m => m.Groups[1].Value)));
    }

    [Fact]
    public void Pages_are_A4_and_a_wide_appendix_lies()
    {
        using var read = new PdfRead(DocxPapers.Report());
        Assert.All(read.Pages.SkipLast(1), p => Assert.Equal((595, 842), (Math.Round(p.Width), Math.Round(p.Height))));
        Assert.Equal((842, 595), (Math.Round(read.Pages[^1].Width), Math.Round(read.Pages[^1].Height)));
        Assert.Contains("PHỤ LỤC 2", PdfRead.TextOf(read.Pages[^1]), StringComparison.Ordinal);
    }

    // 30 mm at the left and 15 at the right of the front, changed on the back.
    [Fact]
    public void All_text_keeps_to_the_margins_which_change_sides_on_the_back()
    {
        using var read = new PdfRead(DocxPapers.Report());
        foreach (var page in read.Pages.SkipLast(1))
        {
            var (left, right) = page.Number % 2 == 1 ? (30, 15) : (15, 30);
            Assert.All(Printed(page), l => Assert.InRange(l.StartBaseLine.X, left * Mm - 0.5, page.Width - right * Mm));
            Assert.All(Printed(page), l => Assert.InRange(l.EndBaseLine.X, left * Mm, page.Width - right * Mm + 0.5));
        }
        // Some line of the text begins at the left margin, and some, justified, ends at the right one.
        Assert.Contains(Printed(read.Pages[0]), l => l.StartBaseLine.X < 30 * Mm + 0.5);
        Assert.Contains(Printed(read.Pages[0]), l => l.EndBaseLine.X > read.Pages[0].Width - 15 * Mm - 0.5);
    }

    static IEnumerable<Letter> Printed(Page page) => page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value));

    [Fact]
    public void The_number_stands_ten_millimetres_below_the_edge_of_every_page_but_the_first()
    {
        using var read = new PdfRead(DocxPapers.Report());
        for (var i = 0; i < read.Pages.Count; i++)
        {
            var page = read.Pages[i];
            var above = Printed(page).Where(l => l.PointSize == 14 && l.StartBaseLine.Y > page.Height - 20 * Mm).ToList();
            Assert.Equal(i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture), string.Concat(above.Select(l => l.Value)));
            Assert.All(above, l => Assert.InRange(l.StartBaseLine.Y, page.Height - 10 * Mm - 16, page.Height - 10 * Mm));
        }
    }

    [Fact]
    public void Invented_figures_are_marked_above_and_below_on_every_page_and_the_foot_tells_their_age()
    {
        using var read = new PdfRead(DocxPapers.Report());
        Assert.All(read.Pages, p => Assert.Equal(2, Regex.Count(PdfRead.TextOf(p), DocxPapers.SampleMark)));
        Assert.All(read.Pages, p => Assert.Contains("Số liệu đến hết ngày 23/11/2026 · phiên bản 17 · bản số 3", PdfRead.TextOf(p), StringComparison.Ordinal));
        using var real = new PdfRead(DocxPapers.Report(null));
        Assert.DoesNotContain(DocxPapers.SampleMark, real.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_vendored_letters_are_used()
    {
        using var read = new PdfRead(DocxPapers.Report());
        Assert.All(read.Pages.SelectMany(Printed), l => Assert.Matches(@"^[A-Z]{6}\+LiberationSerif(-Bold|-Italic|-BoldItalic)?$", l.FontName!));
    }

    [Fact]
    public void Every_Vietnamese_letter_and_sign_of_a_paper_has_a_glyph_in_all_four_faces()
    {
        const string letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz0123456789%*·–−,.;:/()“”’+=<>≤≥×≈→\u00a0";
        var upright = new PdfStyle(14, false, false, false, PdfAlign.Left, 0, 0, null, 0, 0, false);
        foreach (var style in new[] { upright, upright with { Bold = true }, upright with { Italic = true }, upright with { Bold = true, Italic = true } })
            Assert.True(PdfRead.Fonts.Has(letters + letters.ToUpperInvariant(), style));
    }

    [Fact]
    public void A_picture_is_there_once_and_not_wider_than_the_text()
    {
        using var read = new PdfRead(DocxPapers.Report());
        var image = Assert.Single(read.Pages.SelectMany(p => p.GetImages()));
        Assert.InRange(image.BoundingBox.Width, 100, 165 * Mm + 0.5);
        Assert.Equal(1200.0 / 500, image.BoundingBox.Width / image.BoundingBox.Height, 2);
    }

    [Fact]
    public void Who_signs_stands_on_a_page_with_a_line_of_the_text()
    {
        // Until the signature alone would fall onto a page of its own.
        for (var lines = 20; lines < 34; lines++)
        {
            var paper = DocxPapers.Letter("Ban Thường vụ") with { Blocks = [.. Enumerable.Range(1, lines).Select(i => new PaperParagraph(string.Create(CultureInfo.InvariantCulture, $"Dòng thứ {i}.")))] };
            using var read = new PdfRead(paper);
            var last = PdfRead.TextOf(read.Pages[^1]);
            Assert.Contains("Nguyễn Thị Thủy", last, StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Dòng thứ {lines}."), last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_paper_of_a_file_begins_on_a_front()
    {
        using var read = new PdfRead(DocxPapers.Letter("Đảng ủy xã Một"), DocxPapers.Letter("Đảng ủy xã Hai"));
        Assert.Equal(3, read.Pages.Count);
        Assert.Empty(read.Pages[1].Letters);
        Assert.Contains("Kính gửi: Đảng ủy xã Hai", PdfRead.TextOf(read.Pages[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_addressees_stand_under_each_other()
    {
        using var read = new PdfRead(DocxPapers.Letter("Đảng ủy xã Một", "Đảng ủy xã Hai"));
        Assert.Contains("Kính gửi: - Đảng ủy xã Một; - Đảng ủy xã Hai.", read.Text, StringComparison.Ordinal);
        // 30 mm of margin, 60 of indent, then "- ", of 0.333 and 0.25 of 14 pt in Times New Roman.
        var letters = read.Pages[0].Letters;
        var names = letters.Where((l, i) => l.Value == "Đ" && letters[i + 1].Value == "ả").Select(l => l.StartBaseLine.X).Take(2).ToList();
        Assert.All(names, x => Assert.Equal(90 * Mm + 14 * 0.583, x, 0.2));
    }

    [Fact]
    public void A_row_higher_than_a_page_loses_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 900).Select(i => string.Create(CultureInfo.InvariantCulture, $"từ{i}")));
        using var read = new PdfRead(DocxPapers.Plain(new PaperTable("Bảng", [new(1, PaperAlign.Left), new(1, PaperAlign.Left)], [[new("A"), new("B")]], [new([words, "ngắn"])])));
        Assert.True(read.Pages.Count > 1);
        Assert.Equal(Enumerable.Range(1, 900), Regex.Matches(read.Text, @"từ(\d+)").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Room_for_the_hand_stays_as_wide_as_it_was_given()
    {
        using var read = new PdfRead(DocxPapers.Letter("Ban Thường vụ"));
        var letters = read.Pages[0].Letters;
        var sign = letters.ToList().FindIndex(l => l.Value == "S" && l.PointSize == 14);
        var dash = letters.Skip(sign).First(l => l.Value == "-");
        // "Số", five blanks: 14 pt × (0.556 + 0.5 + 5 × 0.25), the advances of Times New Roman.
        Assert.Equal(14 * (0.556 + 0.5 + 5 * 0.25), dash.StartBaseLine.X - letters[sign].StartBaseLine.X, 1);
    }

    [Fact]
    public void A_row_that_does_not_fit_its_columns_is_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => new PdfRead(DocxPapers.Plain(new PaperTable("", [new(1, PaperAlign.Left)], [[new("A")]], [new(["1", "2"])]))));
}
