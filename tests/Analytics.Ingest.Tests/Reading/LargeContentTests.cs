using System.Text;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

/// <summary>A file of more bytes than are held in memory, read from its temporary copy.</summary>
public class LargeContentTests
{
    const string Header = "round,unit,position,official,low\n";
    const string Row = "R-1,00097,PC-CHAIR,Đỗ Thị Hà,3\n";

    /// <summary>Over two megabytes more than is held, so that characters are cut at the ends of blocks.</summary>
    static readonly int Rows = (FileContent.MostHeld + (2 << 20)) / Encoding.UTF8.GetByteCount(Row);

    static byte[] Large(string last = "") => Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(Row, Rows)) + last);

    [Fact]
    public void Its_rows_and_its_bytes_can_be_had_again_and_again()
    {
        var bytes = Large("R-2,1,P,\"Hà\nNội\",4\n");
        var file = Sources.Bytes(bytes);

        Assert.Null(file.Content.Held);
        Assert.Empty(file.Problems);
        Assert.Equal(Rows + 1, file.RowCount);
        Assert.Equal((Rows + 2, "Hà Nội"), file.Rows.Select(r => (r.Row, r["official"])).Last());
        Assert.All(file.Rows.SkipLast(1), r => Assert.Equal("Đỗ Thị Hà", r["official"]));
        Assert.Equal(bytes, file.Content.Bytes());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.Sha256);
    }

    [Fact]
    public void Utf16_reads_the_same()
    {
        var file = Sources.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Large()))]);

        Assert.Empty(file.Problems);
        Assert.Equal(Rows, file.Rows.Count(r => r["official"] == "Đỗ Thị Hà"));
    }

    [Theory]
    [InlineData(0, "NUL"), InlineData(0xFF, "not valid UTF-8")]
    public void What_is_no_text_is_told_with_its_place(byte wrong, string told)
    {
        var bytes = Large("x");
        bytes[^1] = wrong;
        var problem = Assert.Single(Sources.Bytes(bytes).Problems);

        Assert.Contains(told, problem.MessageEn, StringComparison.Ordinal);
        Assert.Contains($"Byte {bytes.Length} ", problem.MessageEn, StringComparison.Ordinal);
        Assert.Contains($"line {Rows + 2})", problem.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_with_its_line()
    {
        var problem = Assert.Single(Sources.Bytes([.. Encoding.UTF8.GetBytes(Header + "R-1,1,P,\"Hà,3\n"), .. Large()]).Problems);

        Assert.Contains("The record that starts on line 2", problem.MessageEn, StringComparison.Ordinal);
    }
}
