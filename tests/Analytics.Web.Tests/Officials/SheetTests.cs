using Analytics.Web.Tests.Briefings;
using Analytics.Web.Tests.FollowUp;

namespace Analytics.Web.Tests.Officials;

/// <summary>What the sheet for an official says, against figures worked out by hand.</summary>
public sealed class SheetTests(SheetCity city) : IClassFixture<SheetCity>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<string> Sheet(string code, string round)
    {
        var board = await city.Board();
        return await SheetCity.Word(board, city.PersonOf(code), round);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_result_and_shares_are_of_the_rules_base()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("- Họ và tên: Trần Thị Một;", sheet, StringComparison.Ordinal);
        Assert.Contains("- Chức danh, đơn vị: Chủ tịch HĐND, Phường A01 (địa bàn Quận Anh);", sheet, StringComparison.Ordinal);
        Assert.Contains("- Ngày lấy phiếu: 05/12/2023;", sheet, StringComparison.Ordinal);
        // 10, 18, 31 of 60: 16.67, 30.00, 51.67 in a hundred.
        foreach (var row in new[] { "Số phiếu phát ra | 62 | ", "Số phiếu thu về | 60 | ", "Số phiếu hợp lệ | 59 | ", "Số phiếu không hợp lệ | 1 | ", "Phiếu tín nhiệm cao | 10 | 16,7", "Phiếu tín nhiệm | 18 | 30,0", "Phiếu tín nhiệm thấp | 31 | 51,7" })
            Assert.Contains(row, sheet, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ tính trên số phiếu thu về: 60.", sheet, StringComparison.Ordinal);
    }

    // 60 ballots: over half is 31, two thirds are 40.
    [Fact]
    public async Task Each_line_of_the_rule_has_its_sum_and_the_consequence_is_the_rules_own()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("căn cứ: Quy định số 96-QĐ/TW của Bộ Chính trị.", sheet, StringComparison.Ordinal);
        Assert.Contains("phiếu tín nhiệm thấp quá 1/2 số phiếu thu về | 31/60 phiếu tín nhiệm thấp > 1/2 | đã đến ngưỡng; theo quy định: xem xét đưa ra khỏi quy hoạch, xem xét lại chức vụ đang giữ", sheet, StringComparison.Ordinal);
        Assert.Contains("phiếu tín nhiệm thấp từ 2/3 số phiếu thu về trở lên | 31/60 phiếu tín nhiệm thấp < 2/3 | chưa đến ngưỡng, còn 9 phiếu", sheet, StringComparison.Ordinal);
        Assert.Contains("không phải là kết luận hay quyết định đối với đồng chí", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("tạm áp dụng", sheet, StringComparison.Ordinal);
    }

    // Others' low ballots in sixtieths: 0 1 2 3 4 5 6 8 10 12 14 31 40 45 50. The middle one is 8/60; a quarter (3+4)/2, three quarters (14+31)/2.
    [Fact]
    public async Task The_place_counts_ties_as_equal_and_names_nobody()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("Tỷ lệ phiếu tín nhiệm thấp của đồng chí là 51,7%. Trong 15 người khác cùng chức danh của đợt: 3 người có tỷ lệ cao hơn, 1 người có tỷ lệ bằng, 11 người có tỷ lệ thấp hơn. Người đứng giữa có 13,3%; một nửa số người ở giữa có từ 5,8 đến 37,5%.", sheet, StringComparison.Ordinal);
        Assert.Contains("Trong 11 người khác cùng chức danh ở địa bàn Quận Anh: 2 người có tỷ lệ cao hơn, 1 người có tỷ lệ bằng, 8 người có tỷ lệ thấp hơn.\n", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(SheetCity.OtherNames, other => sheet.Contains(other, StringComparison.Ordinal));
        Assert.DoesNotContain("Phường A0", sheet.Replace("Phường A01", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_post_has_figures_of_its_own_and_is_compared_with_everybody_where_few_hold_it()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("\nPhó Chủ tịch HĐND, Phường A01\n", sheet, StringComparison.Ordinal);
        Assert.Contains("Phiếu tín nhiệm thấp | 6 | 10,0", sheet, StringComparison.Ordinal);
        // 6 of 60 among 16 chairs and two more vices without a low ballot: over it lie 8 10 12 14 31 31 40 45 50, one is equal.
        Assert.Contains("Ít người cùng chức danh nên so với tất cả những người được lấy phiếu: trong 18 người khác của đợt: 9 người có tỷ lệ cao hơn, 1 người có tỷ lệ bằng, 8 người có tỷ lệ thấp hơn.", sheet, StringComparison.Ordinal);
        Assert.Contains("Ở địa bàn Quận Anh có dưới 10 người cùng chức danh nên không nêu vị trí riêng trong địa bàn", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_of_two_people_gives_no_place()
    {
        var sheet = await Sheet("CB1", "R3");
        Assert.Contains("Đợt có dưới 10 người để so sánh nên không nêu vị trí", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("người có tỷ lệ", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_rounds_are_parted_by_kind_of_vote_and_later_ones_left_out()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("Đợt năm 2010 | Chủ tịch HĐND, Phường A01 | 50 | – | 4080,0% | 1020,0%", sheet, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2018 | Chủ tịch HĐND, Phường A01thiếu tổng số đại biểu làm cơ sở tính, chưa xác định | – | 20 | 6 | 4", sheet, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2023 (đợt này) | Chủ tịch HĐND, Phường A01 | 60 | 1016,7% | 1830,0% | 3151,7%", sheet, StringComparison.Ordinal);
        Assert.Equal(3, sheet.Split("Đổi loại lấy phiếu: không so sánh trực tiếp").Length);
        Assert.DoesNotContain("Đợt năm 2025", sheet, StringComparison.Ordinal);
        // Two rounds of the same party rule follow each other without a break.
        Assert.Equal(3, (await Sheet("CB1", "R3")).Split("Đổi loại lấy phiếu: không so sánh trực tiếp").Length);
    }

    [Fact]
    public async Task An_assumed_rule_of_two_levels_concludes_nothing()
    {
        var sheet = await Sheet("CB1", "R0");
        Assert.Contains("Phiếu không tín nhiệm | 10 | 20,0", sheet, StringComparison.Ordinal);
        Assert.Contains("phiếu tín nhiệm không quá 1/2 số phiếu thu về | 40/50 phiếu tín nhiệm > 1/2 | chưa đến ngưỡng, còn 15 phiếu", sheet, StringComparison.Ordinal);
        Assert.Contains("Quy định này đang được tạm áp dụng, chờ xác nhận; phiếu này không nêu hệ quả nào đối với đồng chí.", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("kiến nghị", sheet, StringComparison.Ordinal);
        Assert.Contains("Chưa có kết quả đợt trước của đồng chí trong số liệu.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rules_base_there_are_counts_and_no_share()
    {
        var sheet = await Sheet("CB1", "R1");
        Assert.Contains("Phiếu tín nhiệm thấp | 4 | –", sheet, StringComparison.Ordinal);
        Assert.Contains("Thiếu tổng số đại biểu làm cơ sở tính nên chưa đối chiếu được với các ngưỡng của quy định.", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("VỊ TRÍ TRONG ĐỢT", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exempt_get_the_reason_and_no_figures()
    {
        var sheet = await Sheet("CB9", "R2");
        Assert.Contains("Ở đợt này không lấy phiếu đối với đồng chí, lý do: Đang chờ nghỉ hưu. Vì vậy không có số phiếu", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Số phiếu thu về", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("đối chiếu với biên bản", sheet, StringComparison.Ordinal);
        Assert.Contains("V- Ý KIẾN CỦA NGƯỜI ĐƯỢC LẤY PHIẾU", sheet, StringComparison.Ordinal);
    }

    // 9 January 2024 at 18:00 UTC is the tenth in Viet Nam.
    [Fact]
    public async Task The_comparison_with_the_minutes_and_each_correction_are_told_without_what_speaks_of_others()
    {
        var sheet = await Sheet("CB1", "R2");
        Assert.Contains("Số liệu đã được đối chiếu với biên bản kiểm phiếu ngày 10/01/2024 (văn bản: 07/BB-KP). Số liệu đã được đính chính 01 lần:", sheet, StringComparison.Ordinal);
        Assert.Matches("- Ngày [0-9/]{10}: Tín nhiệm từ 19 thành 18, Tín nhiệm thấp từ 30 thành 31\\.", sheet);
        Assert.DoesNotContain("đếm lại", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("second@example.org", sheet, StringComparison.Ordinal);
        Assert.Contains("- Tệp party-2.csv, dòng 2, nhập lúc ", sheet, StringComparison.Ordinal);
        Assert.Contains("Số liệu đang chờ đối chiếu với biên bản kiểm phiếu", await Sheet("CB1", "R3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_PDF_says_what_the_Word_document_says()
    {
        var board = await city.Board();
        var person = city.PersonOf("CB1");
        using var pdf = new PdfRead(await board.GetByteArrayAsync(SheetCity.Address(person, "R2", "pdf"), Ct));
        static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '|'));
        var printed = Squeezed(pdf.Text);
        var lines = (await SheetCity.Word(board, person, "R2")).Split('\n').Where(l => !l.Contains(" | ", StringComparison.Ordinal)).Select(Squeezed).Where(l => l.Length > 0).ToList();
        Assert.True(lines.Count > 30);
        // A page's end may part a paragraph by the number and the foot of the pages.
        var missing = lines.Where(l => !printed.Contains(l, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count < pdf.Pages.Count, string.Join('\n', missing));
        Assert.Contains("31/60phiếutínnhiệmthấp>1/2", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(SheetCity.OtherNames, other => printed.Contains(Squeezed(other), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_a_case_offers_the_sheet_which_says_with_which_minutes_it_was_compared()
    {
        using var office = new CaseOffice();
        var board = await office.Compared();
        var known = office.CaseOf("CB1");
        var page = System.Net.WebUtility.HtmlDecode(await board.GetStringAsync("/follow-up/" + CaseOffice.Text(known.Id), Ct));
        foreach (var format in new[] { "docx", "pdf" }) Assert.Contains($"href=\"{SheetCity.Address(known.PersonId, "T-2024", format)}\"", page, StringComparison.Ordinal);
        Assert.Contains("(văn bản: 01/BB-KP)", await SheetCity.Word(board, known.PersonId, "T-2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_Vietnamese_whatever_the_reader_reads_in()
    {
        var board = await city.Board();
        using var read = new DocxRead(await board.GetByteArrayAsync(SheetCity.Address(city.PersonOf("CB1"), "R2", "docx") + "&lang=en", Ct));
        Assert.Equal("vi-VN", read.Property("language"));
        Assert.Contains("31/60 phiếu tín nhiệm thấp > 1/2", read.Body.InnerText, StringComparison.Ordinal);
        Assert.Contains(read.Sections, s => read.Footer(s, DocumentFormat.OpenXml.Wordprocessing.HeaderFooterValues.Default).Contains("board@example.org lập lúc ", StringComparison.Ordinal));
    }
}
