using System.Diagnostics;
using System.Text;
using static Analytics.Ingest.Tests.Reading.XlsFiles;

namespace Analytics.Ingest.Tests.Reading;

public class HostileXlsTests
{
    static readonly byte[] Header = [.. LabelCell(0, 0, "unit"u8.ToArray()), .. LabelCell(0, 1, "position"u8.ToArray()), .. LabelCell(0, 2, "official"u8.ToArray()), .. LabelCell(0, 3, "low"u8.ToArray())];

    static void Refused(byte[] bytes, string part)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Stopwatch.StartNew();
        var problem = Assert.Single(Read(bytes).Problems);
        Assert.Equal("unreadable-file", problem.Rule);
        Assert.Contains(part, problem.MessageEn, StringComparison.Ordinal);
        Assert.NotEqual(problem.MessageEn, problem.MessageVi);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(3), $"{time.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
    }

    [Theory, InlineData(8), InlineData(512), InlineData(513), InlineData(4000), InlineData(9000)]
    public void A_file_cut_short_is_refused(int length) => Refused(Stored("results.xls")[..length], "cut short");

    [Fact]
    public void Random_bytes_behind_the_magic_are_refused()
    {
        var random = new Random(1);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[20_000];
            random.NextBytes(bytes);
            ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes, 0);
            Refused(bytes, "cut short");
            (bytes[30], bytes[31], bytes[32], bytes[33]) = (9, 0, 6, 0);
            Refused(bytes, "cut short");
        }
    }

    // Positions in the container: 48 directory, 56 size of small streams, 60 small sectors, 64 and 72 counts, 68 further lists, 76 the first table; 1784 size of the stream.
    [Theory, InlineData(48, 0), InlineData(48, 0xFFFFFFFE), InlineData(60, 5_000), InlineData(1784, 0xFFFFFFFF), InlineData(1784, 1_000_000), InlineData(68, 3), InlineData(76, 1), InlineData(76, 70_000)]
    public void A_container_with_false_chains_is_refused(int at, long value)
    {
        var file = Read(Container(Book([], Header)).With(64, 1).With(72, at == 68 ? 0x7FFFFFFF : 0u).With(at, (uint)value));
        Assert.Equal(["unreadable-file"], file.Rules());
    }

    [Fact]
    public void A_small_stream_that_claims_four_gigabytes_is_refused() =>
        Refused(Container(Book([], Header)).With(56, 0xFFFFFFFF).With(1784, 0xFFFFFFF0), "cut short");

    // A fixed seed: every run changes the same bytes.
    [Theory, InlineData("results.xls"), InlineData("dates-1904.xls")]
    public void Whatever_bytes_are_changed_no_exception_leaves_and_no_time_is_lost(string name)
    {
        var (random, whole) = (new Random(7), Stored(name));
        for (var i = 0; i < 400; i++)
        {
            byte[] bytes = [.. whole];
            for (var n = random.Next(1, 12); n > 0; n--)
                bytes[random.Next(i % 2 == 0 ? 512 : 0, bytes.Length)] = (byte)random.Next(256);
            var time = Stopwatch.StartNew();
            _ = Read(bytes).Rows.Count();
            Assert.True(time.Elapsed < TimeSpan.FromSeconds(3), $"change {i}: {time.Elapsed}");
        }
    }

    [Fact]
    public void A_password_is_named_whether_old_or_new()
    {
        Refused(Container(Book(Record(FilePass, 0, 0, 1, 2, 3, 4), Header)), "password");
        Refused([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "password");
    }

    [Fact]
    public void An_old_word_file_and_any_other_are_refused_with_advice()
    {
        Refused(Container([1, 2, 3], "WordDocument"), "save as .docx");
        Refused(Container([1, 2, 3], "VisioDocument"), "no workbook");
    }

    [Fact]
    public void A_workbook_that_claims_four_billion_rows_is_refused() =>
        Refused(Container(Book97([], Record(Dimensions, [.. U32(0), .. U32(0x7FFFFFFF), .. U16(0), .. U16(4), .. U16(0)]))), "at most 1048576");

    [Fact]
    public void A_cell_beyond_the_last_column_is_refused() =>
        Refused(Container(Book([], [.. Header, .. NumberCell(1, 16_384, 1)])), "16385 columns");

    [Fact]
    public void A_full_sheet_of_rows_that_reach_the_last_column_is_refused() =>
        Refused(Container(Book([], [.. Header, .. Enumerable.Range(1, 60_000).SelectMany(row => NumberCell(row, 16_383, 1))])), "too many cells");

    [Fact]
    public void Cells_written_column_by_column_read_like_any_other()
    {
        var first = Enumerable.Range(1, 100).SelectMany(row => LabelCell(row, 2, "A"u8.ToArray()));
        var second = Enumerable.Range(1, 100).SelectMany(row => NumberCell(101 - row, 0, row));
        var file = Read(Container(Book([], [.. Header, .. first, .. second])));
        Assert.Equal((100, "100", "A", "1"), (file.RowCount, file.Rows.First()["unit"], file.Rows.First()["official"], file.Rows.Last()["unit"]));
    }

    [Fact]
    public void A_full_sheet_in_the_worst_order_takes_no_longer_than_another()
    {
        var first = Enumerable.Range(1, 65_535).SelectMany(row => LabelCell(row, 2, "A"u8.ToArray())).ToArray();
        var second = Enumerable.Range(1, 65_535).SelectMany(row => NumberCell(65_536 - row, 0, 1)).ToArray();
        var time = Stopwatch.StartNew();
        Assert.Equal(65_535, Read(Container(Book([], [.. Header, .. first, .. second]))).RowCount);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), $"{time.Elapsed}");
    }

    [Fact]
    public void Thousands_of_sheets_at_one_place_are_refused()
    {
        var one = Book([], Header);
        byte[] sheets = [.. Enumerable.Range(0, 5_000).SelectMany(_ => Record(BoundSheet, [.. U32((uint)(one.Length - Header.Length - 16)), 0, 0, 1, (byte)'S']))];
        Assert.Equal(["unreadable-file"], Read(Container(Book(sheets, Header))).Rules());
    }

    [Fact]
    public void A_list_of_texts_that_claims_four_billion_is_refused() =>
        Refused(Container(Book97(Record(Sst, [.. U32(0xFFFFFFFF), .. U32(0xFFFFFFFF), 1, 0, 0, 65]))), "cut short");

    [Theory, InlineData("<html><table><tr><td>unit</td></tr></table></html>"), InlineData("\uFEFF<?xml version=\"1.0\"?><Workbook/>")]
    public void A_web_page_named_xls_is_refused_with_advice(string text) => Refused(Encoding.UTF8.GetBytes(text), "web page or XML");
}
