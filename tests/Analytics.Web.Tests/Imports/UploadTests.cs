using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Storage;

namespace Analytics.Web.Tests.Imports;

public sealed class UploadTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_uploaded_file_appears_in_the_history_and_its_numbers_add_up()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, ("kết quả 2024.csv", Office.Results));
        Assert.Contains("01 tệp: 01 đã nạp.", page, StringComparison.Ordinal);
        var import = (await Office.History(board))[0];
        Assert.Equal("kết quả 2024.csv", import.GetProperty("file").GetString());
        Assert.Equal("results", import.GetProperty("kind").GetString());
        Assert.Equal("board@example.org", import.GetProperty("by").GetString());
        Assert.Equal("2 2 0 0 0 0", Office.Numbers(import));
        Assert.Equal(1, import.GetProperty("version").GetInt32());
        Assert.Contains("Nguyễn Thị Giang", await board.GetStringAsync($"/imports/{import.GetProperty("import")}?view=rows", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_several_kinds_are_loaded_in_their_order_whatever_the_order_sent()
    {
        var board = await office.SignedIn(Roles.Board);
        var page = await Office.Load(board, ("r.csv", Office.Results), ("rounds.csv", Office.Rounds), ("positions.csv", Office.Positions), ("units.csv", Office.Units));
        Assert.Contains("04 tệp: 04 đã nạp.", page, StringComparison.Ordinal);
        Assert.Equal(["results", "rounds", "positions", "units"], (await Office.History(board)).Select(i => i.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_refused_with_its_problems_by_row_and_changes_nothing()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, ("results.csv", Office.ResultsWithMistake));
        Assert.Contains("01 bị từ chối", page, StringComparison.Ordinal);
        Assert.Contains("levels-over-valid", page, StringComparison.Ordinal);
        Assert.Contains("Tổng số phiếu các mức tín nhiệm là 61, lớn hơn số phiếu hợp lệ 60", page, StringComparison.Ordinal);
        using var reader = office.Store.Read();
        Assert.Equal(0, reader.State.DataVersion);
        Assert.Empty(reader.Db.Results);
        var import = (await Office.History(board))[0];
        Assert.Equal(("refused", "2 0 0 0 2 0"), (import.GetProperty("state").GetString(), Office.Numbers(import)));
    }

    [Fact]
    public async Task With_valid_rows_accepted_the_good_rows_are_loaded_and_the_bad_ones_told()
    {
        var board = await office.BoardWithReferenceData();
        var page = await Office.Load(board, [("Upload.AcceptValid", "true")], ("results.csv", Office.ResultsWithMistake));
        Assert.Contains("đã nạp một phần", page, StringComparison.Ordinal);
        Assert.Equal("2 1 0 0 1 0", Office.Numbers((await Office.History(board))[0]));
    }

    [Fact]
    public async Task The_same_bytes_sent_again_change_nothing_and_lead_to_the_earlier_import()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("results.csv", Office.Results));
        var before = await Office.History(board);
        var page = await Office.Load(board, ("results.csv", Office.Results));
        Assert.Contains("01 không có gì thay đổi", page, StringComparison.Ordinal);
        Assert.Contains($"/imports/{before[0].GetProperty("import")}\"", page, StringComparison.Ordinal);
        Assert.Equal(before.Count, (await Office.History(board)).Count);
        using var reader = office.Store.Read();
        Assert.Equal(1, reader.State.DataVersion);
    }

    [Theory]
    [InlineData("Upload.Replace", "true", "Hãy nêu lý do đính chính")]
    [InlineData("Upload.Reason", "vì sao", "Lý do chỉ dùng cho bản đính chính")]
    [InlineData("Upload.Kind", "letters", "Loại tệp không hợp lệ")]
    [InlineData("Upload.Round", "T-1999", "Đợt lấy phiếu không có trong danh sách")]
    public async Task A_mistake_in_the_form_is_told_beside_the_field_and_nothing_is_taken_in(string field, string value, string message)
    {
        var board = await office.SignedIn(Roles.Board);
        var answer = await Office.Upload(board, [(field, value)], ("units.csv", Office.Units));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(office.Folder, "uploads")));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_in_the_language_of_the_reader()
    {
        var board = await office.SignedIn(Roles.Board);
        var vi = await Office.Upload(board);
        Assert.Contains("Hãy chọn ít nhất một tệp.", WebUtility.HtmlDecode(await vi.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        await board.GetAsync("/imports?lang=en", Ct);
        var en = await Office.Upload(board);
        Assert.Contains("Choose at least one file.", await en.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_over_the_limit_leads_back_to_the_form_with_a_message()
    {
        var board = await office.SignedIn(Roles.Board);
        using var body = new StreamContent(new MemoryStream(new byte[102 * 1024 * 1024]));
        body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        var answer = await board.PostAsync("/imports", body, Ct);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await board.GetStringAsync(answer.Headers.Location, Ct);
        Assert.Contains("Các tệp vượt quá 100 MB.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_by_the_readers_own_words()
    {
        var board = await office.SignedIn(Roles.Board);
        var page = await Office.Load(board, ("scan.pdf.xlsx", "%PDF-1.7 not a workbook"));
        Assert.Contains("Tệp có đuôi .xlsx nhưng nội dung không phải bảng tính .xlsx", page, StringComparison.Ordinal);
        Assert.Contains("unreadable-file", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_offers_csv_excel_and_word_files_and_a_text_that_is_none_is_told()
    {
        var board = await office.SignedIn(Roles.Board);
        Assert.Contains("accept=\".csv,.txt,.tsv,.xlsx,.xls,.docx\"", await board.GetStringAsync("/imports", Ct), StringComparison.Ordinal);
        var page = await Office.Load(board, ("biên bản.docx", "Kính gửi Thường trực"), ("kết quả.xls", "<html><table></table></html>"));
        Assert.Contains("nội dung không phải tệp Word .docx", page, StringComparison.Ordinal);
        Assert.Contains("nội dung là trang web hoặc XML", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_may_not_import_cannot_post_files()
    {
        var auditor = await office.SignedIn(Roles.Auditor);
        Assert.DoesNotContain("Upload.Files", await auditor.GetStringAsync("/imports", Ct), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "Upload.Files", "x.csv" } };
        var answer = await auditor.PostAsync("/imports", form, Ct);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
        Assert.Empty(Directory.GetDirectories(Path.Combine(office.Folder, "uploads")));
    }
}
