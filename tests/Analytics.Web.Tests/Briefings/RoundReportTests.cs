using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Tests.Briefings;

/// <summary>The summing-up report of a round of which 118 of 126 units have reported.</summary>
public class RoundReportTests(ReportWay way) : IClassFixture<ReportWay>
{
    static List<string> Paragraphs(byte[] document)
    {
        using var read = new DocxRead(document);
        return [.. read.Body.Elements<Paragraph>().Select(p => p.InnerText)];
    }

    [Fact]
    public void A_draft_says_which_one_and_leaves_number_and_day_blank()
    {
        using var first = new DocxRead(way.Draft);
        var head = first.Tables[0].InnerText;
        Assert.Contains("Dự thảo lần 1", head, StringComparison.Ordinal);
        Assert.Matches(@"Số\s+-BC/BTGDVTU", head);
        Assert.Matches(@"Giả Định, ngày\s+tháng\s+năm 20\d\d", head);
        using var second = new DocxRead(way.SecondDraft);
        Assert.Contains("Dự thảo lần 2", second.Tables[0].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_four_sections_are_headings_in_the_order_of_the_form()
    {
        using var read = new DocxRead(way.Draft);
        var headings = read.Body.Elements<Paragraph>().Where(p => p.InnerText.Length > 2 && p.InnerText is ['I', ..] && p.InnerText.Contains("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN", "II- KẾT QUẢ LẤY PHIẾU TÍN NHIỆM", "III- ĐÁNH GIÁ CHUNG", "IV- ĐỀ XUẤT, KIẾN NGHỊ"], headings.Select(p => p.InnerText));
        var level = Assert.Single(headings.Select(p => p.ParagraphProperties!.ParagraphStyleId!.Val!.Value).Distinct());
        Assert.Equal(0, read.Styles.Elements<Style>().Single(s => s.StyleId == level).StyleParagraphProperties!.OutlineLevel!.Val!.Value);
    }

    [Fact]
    public void Of_an_unfinished_round_every_sentence_with_a_share_says_how_complete_it_is()
    {
        var shares = Paragraphs(way.Draft).Concat(Paragraphs(way.Summary)).Where(p => p.Contains('%', StringComparison.Ordinal) || p.Contains("điểm phần trăm", StringComparison.Ordinal)).ToList();
        // Progress, turnout, shares, bands; and the captions of tables that hold shares.
        Assert.True(shares.Count >= 6, string.Join('\n', shares));
        Assert.All(shares.Where(s => s.EndsWith('.')), s => Assert.Contains("118/126", s, StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_wrote_yet_stands_in_brackets_and_the_report_cannot_be_laid_before_who_signs()
    {
        Assert.Contains("[Chưa viết: Ưu điểm]", Paragraphs(way.Empty));
        Assert.Contains("Chưa trình ký được: còn phần chưa viết.", way.RefusedSignature, StringComparison.Ordinal);
        Assert.DoesNotContain(Paragraphs(way.Draft), p => p.Contains('[', StringComparison.Ordinal));
        Assert.Contains("Chuẩn bị chu đáo.", Paragraphs(way.Draft));
    }

    [Fact]
    public void The_documents_are_valid_and_each_chart_says_its_finding_in_words()
    {
        foreach (var document in (byte[][])[way.Empty, way.Draft, way.Issued, way.Summary])
        {
            using var read = new DocxRead(document);
            Assert.Empty(read.Faults());
        }
        using var report = new DocxRead(way.Issued);
        var described = report.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(d => d.Description?.Value ?? "").ToList();
        Assert.Equal(3, described.Count);
        Assert.All(described, d => Assert.InRange(d.Length, 40, 2000));
    }

    [Fact]
    public void It_names_no_official()
    {
        using var reader = way.Host.Store.Read();
        var names = reader.Db.Results.Where(r => r.RoundId == reader.Db.Rounds.Single(x => x.Code == ReportWay.Round).Id).Select(r => r.OfficialName).Distinct().ToList();
        Assert.True(names.Count > 400);
        using var read = new DocxRead(way.Issued);
        var text = string.Join('\n', read.Roots.Select(r => r.InnerText));
        Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_shares_of_each_post_are_those_of_the_store()
    {
        using var reader = way.Host.Store.Read();
        var round = reader.Db.Rounds.Single(r => r.Code == ReportWay.Round).Id;
        var sums = reader.Db.Results.Where(r => r.RoundId == round && r.Exempt == null && r.Collected > 0)
            .Join(reader.Db.Positions, r => r.PositionId, p => p.Id, (r, p) => new { p.NameVi, r.Collected, r.High, r.Middle, r.Low })
            .GroupBy(r => r.NameVi).Select(g => new { g.Key, Base = g.Sum(r => r.Collected), Favourable = g.Sum(r => r.High + r.Middle), Low = g.Sum(r => r.Low) }).ToList();
        Assert.Equal(4, sums.Count);
        static string Percent(int? part, int? whole) => Math.Round(100m * part!.Value / whole!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');

        using var summary = new DocxRead(way.Summary);
        var rows = summary.Tables.Single(t => t.InnerText.Contains("Tỷ lệ thấp so với đợt trước", StringComparison.Ordinal)).Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList();
        foreach (var sum in sums)
        {
            var row = Assert.Single(rows, r => r[0] == sum.Key);
            Assert.Equal([Percent(sum.Favourable, sum.Base), Percent(sum.Low, sum.Base)], row[2..4]);
        }
        Assert.Equal([Percent(sums.Sum(s => s.Favourable), sums.Sum(s => s.Base)), Percent(sums.Sum(s => s.Low), sums.Sum(s => s.Base))], rows.Single(r => r[0] == "Tổng cộng")[2..4]);
    }

    [Fact]
    public void The_forms_stand_behind_it_on_lying_sheets_with_header_rows_that_repeat()
    {
        using var read = new DocxRead(way.Issued);
        Assert.Equal(PageOrientationValues.Landscape, read.Sections[^1].GetFirstChild<PageSize>()!.Orient!.Value);
        foreach (var (column, form) in (ReadOnlySpan<(string, string)>)[("Ngày gửi báo cáo", "Biểu số 1"), ("Quá nửa tín nhiệm thấp (người)", "Biểu số 2"), ("Từ 90% trở lên", "Biểu số 3")])
        {
            var table = Assert.Single(read.Tables, t => t.InnerText.Contains(column, StringComparison.Ordinal));
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.Contains(form, table.PreviousSibling<Paragraph>()!.InnerText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_step_taken_twice_and_a_wrong_number_or_day_are_told_of()
    {
        Assert.Contains("Báo cáo đã sang bước khác", way.Repeated, StringComparison.Ordinal);
        Assert.Contains("Số phải là số nguyên từ 1 đến 99.999.", way.WrongNumbers[0], StringComparison.Ordinal);
        Assert.All(way.WrongNumbers.Skip(1), page => Assert.Contains("Ngày ký phải từ ngày bắt đầu của đợt đến hôm nay.", page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_after_it_was_laid_before_who_signs_is_not_issued()
    {
        Assert.Contains("bản ban hành sẽ khác bản đã ký", way.ChangedAfterSigning, StringComparison.Ordinal);
        Assert.Contains("Chuẩn bị chu đáo.", Paragraphs(way.Issued));
    }

    [Fact]
    public void Issued_it_has_number_and_day_no_draft_and_changes_no_more()
    {
        using var read = new DocxRead(way.Issued);
        var head = read.Tables[0].InnerText;
        Assert.Contains("Số 05-BC/BTGDVTU", head, StringComparison.Ordinal);
        Assert.Contains("Giả Định, ngày 05 tháng 11 năm 2026", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự thảo", head, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, way.LiveAfterIssue);
        Assert.Contains("Báo cáo đã sang bước khác", way.StepAfterIssue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_issued_stays_as_it_is_when_what_it_was_made_of_changes()
    {
        way.Host.Seed(db =>
        {
            db.RoundTexts.Add(new RoundText { RoundId = db.Rounds.Single(r => r.Code == ReportWay.Round).Id, Section = TextSection.Strengths, Body = "Viết lại.", At = DateTime.UtcNow, By = "board@example.org" });
            db.State.ExecuteUpdate(s => s.SetProperty(x => x.WorkVersion, x => x.WorkVersion + 1));
        });
        var again = await way.Bytes(ReportWay.Kept(way.IssuedPage));
        Assert.Equal(way.Issued, again);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(again)), way.IssuedPage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_file_that_was_touched_is_not_given_out()
    {
        var kept = KeptEvents().Single(e => e.Stage == ReportStage.Opinions);
        var path = Path.Combine(way.Host.Folder, "briefings", kept.File!);
        await File.AppendAllTextAsync(path, " ", TestContext.Current.CancellationToken);
        using var response = await way.Board.GetAsync($"{way.Address}?file={kept.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("không còn đúng với mã băm", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    List<ReportEvent> KeptEvents()
    {
        using var reader = way.Host.Store.Read();
        return [.. reader.Db.ReportEvents.Where(e => e.File != null)];
    }

    [Fact]
    public void Each_sending_keeps_its_file_and_each_step_is_in_the_audit()
    {
        Assert.Equal([ReportStage.Opinions, ReportStage.ForSignature, ReportStage.Issued], KeptEvents().Select(e => e.Stage));
        using var reader = way.Host.Store.Read();
        var steps = reader.Db.Audit.Where(a => a.Action.StartsWith("report-") && a.Target == "report 1").OrderBy(a => a.Id).Select(a => a.Action).ToList();
        Assert.Equal(["report-started", "report-to-opinions", "report-opinions-received", "report-new-draft", "report-to-signature", "report-number", "report-issue"], steps);
    }

    [Fact]
    public async Task The_summary_is_one_page_with_three_findings_one_table_and_three_proposals()
    {
        using var read = new DocxRead(way.Summary);
        Assert.Equal(6, read.Body.Elements<Paragraph>().Count(p => p.InnerText.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Single(await DocxPrinter.Print(way.Summary));
    }

    [Fact]
    public async Task Printed_every_page_of_the_report_but_the_first_has_its_number_and_all_carry_the_sample_mark()
    {
        var pages = await DocxPrinter.Print(way.Issued);
        Assert.InRange(pages.Count, 12, 25);
        Assert.All(pages.Skip(1).Index(), p => Assert.StartsWith($"{p.Index + 2} ", p.Item.Above, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.Contains("SỐ LIỆU GIẢ ĐỊNH", p.Text, StringComparison.Ordinal));
    }
}
