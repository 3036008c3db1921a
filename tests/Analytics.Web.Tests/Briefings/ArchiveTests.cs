using System.Net;
using Analytics.Domain.Access;
using Analytics.Domain.Briefings;
using Analytics.Web.Briefings;
using Analytics.Web.Jobs;

namespace Analytics.Web.Tests.Briefings;

/// <summary>How reports are kept once, and handed out only as they were kept.</summary>
[Collection(ReportCityCollection.Name)]
public class ArchiveTests(ReportCity city)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_carried_out_twice_leaves_one_briefing_and_its_files_as_they_were()
    {
        var runId = city.AddRun();
        await city.Carry(runId);
        var first = Assert.Single(city.BriefingsOf(runId));
        var html = city.Html(first);

        var again = await city.Carry(runId);

        Assert.Equal(JobEnd.Done, again.End);
        Assert.Equal(first.Id, Assert.Single(city.BriefingsOf(runId)).Id);
        Assert.Equal(html, city.Html(first));
        AssertSound(first);
    }

    [Fact]
    public async Task What_a_process_left_that_died_between_files_and_row_is_taken_over()
    {
        var runId = city.AddRun();
        var due = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var place = Path.Combine(city.Folder, "briefings", BriefingArchive.FolderOf(runId, due));
        Directory.CreateDirectory(place);
        foreach (var left in new[] { "report.html", "charts.zip", "report.html.1234.tmp" }) await File.WriteAllTextAsync(Path.Combine(place, left), "half", Ct);

        await city.Carry(runId);

        AssertSound(Assert.Single(city.BriefingsOf(runId)));
        Assert.Equal(["charts.zip", "report.html"], Directory.GetFiles(place).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_attempt_that_comes_too_late_changes_nothing()
    {
        var first = await city.Make();

        var id = city.Archive.Keep(first.Folder, [1], [2], (html, zip) => new Briefing
        {
            Title = "late",
            RunId = first.RunId,
            RoundId = first.RoundId,
            Folder = first.Folder,
            Sha256 = html,
            ZipSha256 = zip,
        }, Ct);

        Assert.Equal(first.Id, id);
        AssertSound(Assert.Single(city.BriefingsOf(first.RunId!.Value)));
    }

    [Fact]
    public async Task Board_and_auditor_get_the_files_and_nobody_else_does()
    {
        var briefing = await city.Make();
        foreach (var file in new[] { "report.html", "charts.zip" })
        {
            var address = $"/briefings/{briefing.Id}/{file}";
            foreach (var role in new[] { Roles.Board, Roles.Auditor }) Assert.Equal(HttpStatusCode.OK, await (await city.SignedIn(role)).Status(address));
            foreach (var role in new[] { Roles.Local, Roles.Admin }) Assert.Equal(HttpStatusCode.NotFound, await (await city.SignedIn(role)).Status(address));
            Assert.Equal(HttpStatusCode.Found, await city.Anonymous().Status(address));
        }
    }

    [Fact]
    public async Task Each_copy_says_its_number_and_reader_and_the_audit_says_the_same()
    {
        var briefing = await city.Make();
        var client = await city.SignedIn(Roles.Auditor);
        var answer = await client.GetAsync($"/briefings/{briefing.Id}/report.html", Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        var entry = Assert.Single(city.Audited("export", $"/briefings/{briefing.Id}/report.html"));
        Assert.StartsWith("auditor@example.org ", entry, StringComparison.Ordinal);
        var number = entry[(entry.IndexOf("copy=", StringComparison.Ordinal) + 5)..];
        Assert.Contains($"Bản sao số {number}, xuất cho auditor@example.org lúc", ReportPage.Text(html), StringComparison.Ordinal);
        // But for that note it is the file of the archive.
        var start = html.LastIndexOf("<span id=\"copy\">", StringComparison.Ordinal);
        Assert.Equal(city.Html(briefing)[..start], html[..start]);

        await client.GetByteArrayAsync($"/briefings/{briefing.Id}/charts.zip", Ct);
        Assert.NotEqual(entry[^9..], Assert.Single(city.Audited("export", $"/briefings/{briefing.Id}/charts.zip"))[^9..]);
    }

    [Fact]
    public async Task The_report_is_served_for_reading_only_and_the_pictures_as_a_download()
    {
        var briefing = await city.Make();
        var client = await city.SignedIn(Roles.Board);
        var page = await client.GetAsync($"/briefings/{briefing.Id}/report.html", Ct);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline", page.Content.Headers.ContentDisposition?.DispositionType);
        // Made at 12:40 in Viet Nam on the day of the test's clock.
        Assert.Equal("sample-bao-cao-xu-huong-GD-2026-20261124-1240.html", page.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; img-src data:; style-src 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.EndsWith("sandbox", policy, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/briefings/{briefing.Id}/report.html");
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Headers.ETag?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Ct)).StatusCode);

        var zip = await client.GetAsync($"/briefings/{briefing.Id}/charts.zip", Ct);
        Assert.Equal(("application/zip", "attachment"), (zip.Content.Headers.ContentType?.ToString(), zip.Content.Headers.ContentDisposition?.DispositionType));
    }

    [Fact]
    public async Task A_file_that_was_changed_or_is_gone_is_told_and_not_handed_out()
    {
        var briefing = await city.Make();
        await File.AppendAllTextAsync(city.PathOf(briefing, "report.html"), " ", Ct);
        File.Delete(city.PathOf(briefing, "charts.zip"));
        var client = await city.SignedIn(Roles.Board);

        var changed = await client.GetAsync($"/briefings/{briefing.Id}/report.html", Ct);
        var missing = await client.GetAsync($"/briefings/{briefing.Id}/charts.zip", Ct);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Gone), (changed.StatusCode, missing.StatusCode));
        Assert.Contains("Tệp của báo cáo đã bị thay đổi", ReportPage.Text(await changed.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Contains("không còn trong kho", ReportPage.Text(await missing.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal(2, city.Audited("export-refused", $"/briefings/{briefing.Id}/").Count);
        Assert.Empty(city.Audited("export", $"/briefings/{briefing.Id}/"));
    }

    [Fact]
    public async Task A_report_asked_for_on_the_page_is_made_in_the_background_and_listed_with_who_asked()
    {
        var client = await city.SignedIn(Roles.Board);
        var answer = await TestHost.Post(client, "/briefings", ("round", "GD-2024"), ("language", "vi"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var page = "";
        for (var i = 0; i < 300 && !page.Contains("đã xong Yêu cầu", StringComparison.OrdinalIgnoreCase) && !page.Contains("Mở báo cáo", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, Ct);
            page = await client.Read("/briefings");
        }
        Assert.Contains("Mở báo cáo", page, StringComparison.Ordinal);
        var row = (await client.Rows("/briefings")).First(r => r.Text("round") == "GD-2024");
        Assert.Equal("board@example.org", row.Text("by"));
        Assert.Single(city.Audited("briefing", "/briefings?round=GD-2024"));
    }

    [Fact]
    public async Task An_auditor_reads_and_has_nothing_made()
    {
        var client = await city.SignedIn(Roles.Auditor);
        Assert.DoesNotContain("Lập báo cáo ngay", await client.Read("/briefings"), StringComparison.Ordinal);
        // The form of another page lends its token.
        var page = await client.GetStringAsync("/sign-out", Ct);
        var token = page.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        var answer = await client.PostAsync("/briefings", new FormUrlEncodedContent([new("round", "GD-2026"), new("__RequestVerificationToken", token)]), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_schedules_are_told_in_words()
    {
        var page = await (await city.SignedIn(Roles.Board)).Read("/briefings");
        Assert.Contains("Báo cáo xu hướng hằng tháng 7 giờ 00 ngày 01 hằng tháng chỉ chạy bù lần gần nhất chưa đến hạn lần nào – 7 giờ 00, ngày 01/12/2026", page, StringComparison.Ordinal);
    }

    void AssertSound(Briefing briefing)
    {
        foreach (var file in new[] { BriefingArchive.Html, BriefingArchive.Zip })
            Assert.Equal(FileState.Sound, city.Archive.Read(briefing, file).State);
    }
}
