using System.Globalization;

namespace Analytics.Web.Tests.Briefings;

/// <summary>What comes out of a printer, read back from the pages of a PDF.</summary>
public class DocxPrintTests(DocxPrinter printer) : IClassFixture<DocxPrinter>
{
    const double Mm = 72 / 25.4;

    [Fact]
    public void Pages_are_A4_and_only_the_last_lies()
    {
        var pages = printer.Pages("report");
        Assert.All(pages.SkipLast(1), p => Assert.Equal((210, 297), ((int)Math.Round(p.Width / Mm), (int)Math.Round(p.Height / Mm))));
        Assert.Equal((297, 210), ((int)Math.Round(pages[^1].Width / Mm), (int)Math.Round(pages[^1].Height / Mm)));
    }

    [Fact]
    public void The_first_page_has_no_number_and_every_other_its_own()
    {
        var pages = printer.Pages("report");
        Assert.Equal(DocxPapers.SampleMark, pages[0].Above);
        Assert.All(pages.Skip(1).Index(), p => Assert.StartsWith($"{Text(p.Index + 2)} {DocxPapers.SampleMark}", p.Item.Above, StringComparison.Ordinal));
    }

    [Fact]
    public void The_number_stands_in_the_middle_of_the_text_10_mm_from_the_edge()
    {
        var page = printer.Pages("report")[2];
        var number = page.Words.MinBy(w => w.Top)!;
        Assert.Equal("3", number.Text);
        // A digit of 14 points begins about a millimetre below the top of its line.
        Assert.InRange(number.Top / Mm, 10, 12.5);
        Assert.InRange((number.Left + number.Right) / 2 / Mm, 30 + 165 / 2.0 - 0.5, 30 + 165 / 2.0 + 0.5);
    }

    [Fact]
    public void The_sample_mark_is_on_every_page_above_and_below()
    {
        foreach (var page in printer.Pages("report"))
        {
            Assert.Contains(DocxPapers.SampleMark, page.Above, StringComparison.Ordinal);
            Assert.Equal(2, page.Text.Split(DocxPapers.SampleMark).Length - 1);
            Assert.Contains("phiên bản 17", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_header_of_a_long_table_is_on_each_of_its_pages_and_every_row_once()
    {
        var pages = printer.Pages("report").Where(p => p.Text.Contains("Xã Mẫu ", StringComparison.Ordinal)).ToList();
        var table = pages.SkipLast(1).ToList();
        Assert.InRange(table.Count, 7, 10);
        Assert.All(table, p => Assert.All(["Đơn vị", "Tín nhiệm thấp", "Số phiếu"], words => Assert.Contains(words, p.Text, StringComparison.Ordinal)));
        var printed = table.SelectMany(p => p.Words.Zip(p.Words.Skip(1)).Where(w => w.First.Text == "Mẫu").Select(w => w.Second.Text)).ToList();
        Assert.Equal(Enumerable.Range(1, DocxPapers.Rows).Select(Text), printed);
    }

    [Fact]
    public void Margins_change_sides_on_the_back()
    {
        var pages = printer.Pages("report");
        // Numbers of the rows are centred in the first column, so the column of names tells where the text begins.
        static double Names(PrintedPage page) => page.Words.Where(w => w.Text == "Xã").Min(w => w.Left) / Mm;
        Assert.InRange(Names(pages[2]) - Names(pages[3]), 14.9, 15.1);
    }

    [Fact]
    public void Head_title_text_signature_and_appendices_come_in_their_order()
    {
        var whole = string.Join(' ', printer.Pages("report").Select(p => p.Text));
        string[] order = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 125-BC/BTGDVTU", "BÁO CÁO", "I- CÔNG TÁC LÃNH ĐẠO", "1. Tiến độ", "a) Đơn vị chưa gửi", "Hình 1.", "II- KẾT QUẢ", "Biểu 2.", "Nơi nhận:", "Trần Văn An", "PHỤ LỤC 1", "Biểu 4.", "PHỤ LỤC 2", "Biểu 1."];
        var places = order.Select(w => whole.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Each_of_several_papers_begins_at_page_1_on_a_front_without_a_number()
    {
        var pages = printer.Pages("several");
        var starts = pages.Index().Where(p => p.Item.Text.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", StringComparison.Ordinal)).Select(p => p.Index).ToList();
        var length = printer.Pages("report").Count;
        Assert.Equal([0, length, length + 1], starts);
        Assert.Equal(2 * length + 1, pages.Count);
        Assert.Equal([DocxPapers.SampleMark, "", DocxPapers.SampleMark], starts.Select(s => pages[s].Above));
        Assert.Equal([.. Enumerable.Range(2, length - 1), .. Enumerable.Range(2, length - 1)],
            pages.Where((_, i) => !starts.Contains(i)).Select(p => int.Parse(p.Above.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.All(starts, s => Assert.InRange(pages[s].Words.Single(w => w.Text == "THÀNH").Left, pages[0].Words.Single(w => w.Text == "THÀNH").Left - 0.1, pages[0].Words.Single(w => w.Text == "THÀNH").Left + 0.1));
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
