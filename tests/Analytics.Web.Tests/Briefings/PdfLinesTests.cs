using Analytics.Web.Briefings.Pdf;

namespace Analytics.Web.Tests.Briefings;

/// <summary>Where lines end; every letter one wide.</summary>
public class PdfLinesTests
{
    static string[] Lines(string text, double width, double firstLine = 0) => [.. PdfLines.Of(text, width, firstLine, part => part.Length).Select(l => l.Text)];

    [Fact]
    public void A_line_takes_the_words_that_fit_and_the_first_is_narrower_by_its_indent()
    {
        Assert.Equal(["một hai", "ba bốn"], Lines("một hai ba bốn", 8));
        Assert.Equal(["một", "hai ba", "bốn"], Lines("một hai ba bốn", 7, firstLine: 2));
    }

    [Fact]
    public void A_sum_is_not_parted() => Assert.Equal(["có", "31/60 > 1/2", "phiếu"], Lines("có 31/60 > 1/2 phiếu", 11));

    [Fact]
    public void No_line_begins_with_a_dash_and_no_sign_of_a_list_stands_alone()
    {
        Assert.Equal(["đợt", "2024 –", "thành"], Lines("đợt 2024 – thành", 6));
        Assert.Equal(["- Họ", "tên"], Lines("- Họ tên", 4));
    }

    [Fact]
    public void Blanks_that_do_not_break_keep_their_words_together() => Assert.Equal(["số", "20\u00a0phiếu"], Lines("số 20\u00a0phiếu", 8));

    [Fact]
    public void Several_blanks_stay() => Assert.Equal(["ngày    tháng"], Lines("ngày    tháng", 20));

    [Fact]
    public void A_word_wider_than_a_line_is_cut_and_loses_nothing() => Assert.Equal(["abcde", "fghij", "kl"], Lines("abcdefghij kl", 5));

    [Fact]
    public void A_line_break_ends_a_line_that_is_not_justified()
    {
        var lines = PdfLines.Of("một hai\nba", 20, 0, part => part.Length);
        Assert.Equal([("một hai", true), ("ba", true)], lines.Select(l => (l.Text, l.Last)));
    }

    [Fact]
    public void An_empty_text_is_one_empty_line() => Assert.Equal([""], Lines("", 5));
}
