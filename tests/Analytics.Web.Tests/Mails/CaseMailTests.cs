using Analytics.Domain.Access;
using Analytics.Domain.Mails;
using Analytics.Web.Jobs;
using Analytics.Web.Mails;
using Analytics.Web.Tests.FollowUp;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Mails;

/// <summary>Digest and notices of an office with two cases, as a mail server gets them.</summary>
public sealed class CaseMailTests : IDisposable
{
    static readonly DateOnly Tuesday = new(2026, 11, 24);

    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
    readonly MailSink sink = new();
    readonly CaseOffice office;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CaseMailTests()
    {
        var settings = Settings(("Enabled", "true"), ("Host", "127.0.0.1"), ("Port", CaseOffice.Text(sink.Port)), ("Security", "None"), ("From", "analytics@example.org"), ("Link", "https://analytics.example.org/"));
        office = new CaseOffice
        {
            Replace = services => services.AddSingleton<TimeProvider>(time).AddSingleton(settings),
        };
    }

    public void Dispose()
    {
        office.Dispose();
        sink.Dispose();
    }

    static MailSettings Settings(params (string Name, string Value)[] values) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create("Mail:" + v.Name, (string?)v.Value))).Build());

    MailOutbox Outbox => office.Services.GetRequiredService<MailOutbox>();

    Task Digests(DateOnly day)
    {
        Outbox.AddDigests(day, Ct);
        return Outbox.Send(Ct);
    }

    Task Notices()
    {
        Outbox.AddNotices(Ct);
        return Outbox.Send(Ct);
    }

    string To(string user) => Assert.Single(sink.Messages, m => m.To.Mailboxes.Single().Address == user).TextBody!;

    List<string> Mails()
    {
        using var db = office.Store.Open();
        return db.OutgoingMails.OrderBy(m => m.Id).AsEnumerable().Select(m => $"{m.Kind} {m.Recipient} {m.Key} {m.State}").ToList();
    }

    [Fact]
    public async Task The_digest_tells_each_reviewer_of_their_own_cases_and_of_those_nobody_has_and_names_nobody()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB3"), "assign", ("User", "board@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB3"), "due", ("Day", "2026-11-20"), ("Text", "theo đề nghị"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "due", ("Day", "2026-11-27"), ("Text", "theo đề nghị"));
        time.Advance(TimeSpan.FromMinutes(1));
        await Digests(Tuesday);
        var (first, third) = (office.CaseOf("CB1").Id, office.CaseOf("CB3").Id);
        var board1 = To("board@example.org").ReplaceLineEndings("\r\n");
        TestContext.Current.TestOutputHelper!.WriteLine(board1);
        Assert.Contains("Việc mới (02):", board1, StringComparison.Ordinal);
        Assert.Contains($"Quá hạn (01):\r\n- Việc số {third}: Chủ tịch HĐND, Xã Tân Khánh – Xác minh ý kiến góp ý – quá hạn, hạn 20/11/2026 – anh, chị phụ trách\r\n  https://analytics.example.org/follow-up?state=overdue", board1, StringComparison.Ordinal);
        Assert.Contains($"Đến hạn trong 7 ngày tới (01):\r\n- Việc số {first}: Chủ tịch HĐND, Xã Trung Lạc – Xác minh ý kiến góp ý – hạn 27/11/2026 – chưa giao ai", board1, StringComparison.Ordinal);
        // The local account works for 0901: the other case is not theirs to know of.
        var local = To("local@example.org");
        Assert.Contains("Việc mới (01):", local, StringComparison.Ordinal);
        Assert.DoesNotContain("Quá hạn", local, StringComparison.Ordinal);
        Assert.DoesNotContain("Tân Khánh", local, StringComparison.Ordinal);
        Assert.All(sink.Messages, m =>
        {
            Assert.Matches("^Việc sau lấy phiếu ngày 24/11/2026: mới 0[12], quá hạn 0[01], đến hạn trong 7 ngày 0[01]?", m.Subject);
            Assert.All(new[] { "Giang", "Cường", "Thành" }, name => Assert.DoesNotContain(name, m.Subject + m.TextBody, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_digest_goes_once_a_day_and_what_was_new_is_not_new_again()
    {
        await office.Compared();
        time.Advance(TimeSpan.FromMinutes(1));
        await Digests(Tuesday);
        await Digests(Tuesday);
        Assert.Equal(["Digest board@example.org 2026-11-24 Sent", "Digest local@example.org 2026-11-24 Sent"], Mails());
        Assert.Equal(2, sink.Messages.Count);
        time.Advance(TimeSpan.FromDays(1));
        await Digests(Tuesday.AddDays(1));
        Assert.Equal(["Digest board@example.org 2026-11-25 Nothing", "Digest local@example.org 2026-11-25 Nothing"], Mails().Skip(2));
        Assert.Equal(2, sink.Messages.Count);
    }

    [Fact]
    public async Task A_change_of_state_is_told_once_to_who_works_on_the_case_and_not_to_who_made_it()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "local@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "pause", ("Text", "Nguyễn Thị Giang đi học"));
        await CaseOffice.Change(board, office.CaseOf("CB3"), "assign", ("User", "board@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB3"), "on", ("Text", "xong"));
        await Notices();
        await Notices();
        var known = office.CaseOf("CB1");
        Assert.Equal([$"Notice local@example.org {known.Id}:{known.Revision} Sent"], Mails());
        var mail = Assert.Single(sink.Messages);
        Assert.Equal($"Việc sau lấy phiếu số {known.Id}: đổi tình trạng", mail.Subject);
        Assert.Contains($"Việc số {known.Id}: Chủ tịch HĐND, Xã Trung Lạc, Đợt năm 2024.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("board@example.org: Tạm dừng", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://analytics.example.org/follow-up/{known.Id}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Giang", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_program_itself_changed_is_told_too()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "board@example.org"));
        await Office.Correct(board, "sai số liệu", ("fixed.csv", CaseOffice.Counts.Replace("20,9,31", "22,9,29", StringComparison.Ordinal)));
        await Notices();
        Assert.Contains("Đính chính làm mất lý do: đề nghị kết thúc", Assert.Single(sink.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_the_server_does_not_take_waits_longer_each_time_keeps_its_id_and_is_given_up_at_last()
    {
        await office.Compared();
        office.Seed(db => db.Users.Remove(db.Users.Single(u => u.UserName == "local@example.org")));
        time.Advance(TimeSpan.FromMinutes(1));
        sink.Refuses = true;
        await Digests(Tuesday);
        await Outbox.Send(Ct);
        Assert.Equal((1, "SmtpCommandException"), Attempts());
        time.Advance(TimeSpan.FromMinutes(1));
        await Outbox.Send(Ct);
        Assert.Equal((2, "SmtpCommandException"), Attempts());
        sink.Refuses = false;
        await Outbox.Send(Ct);
        Assert.Empty(sink.Messages);
        time.Advance(TimeSpan.FromMinutes(5));
        await Outbox.Send(Ct);
        Assert.Single(sink.Messages);
        Assert.Equal("Digest board@example.org 2026-11-24 Sent", Assert.Single(Mails()));

        office.Seed(db =>
        {
            var mail = db.OutgoingMails.Single();
            (mail.State, mail.Attempts, mail.RetryAt) = (MailState.Waiting, 6, null);
        });
        sink.Refuses = true;
        await Outbox.Send(Ct);
        Assert.Equal("Digest board@example.org 2026-11-24 GivenUp", Assert.Single(Mails()));

        (int, string) Attempts()
        {
            using var db = office.Store.Open();
            var mail = db.OutgoingMails.Single();
            return (mail.Attempts, mail.Error);
        }
    }

    [Fact]
    public async Task A_mail_claimed_by_a_process_that_ended_is_sent_when_the_claim_ends_under_the_same_id()
    {
        await office.Compared();
        time.Advance(TimeSpan.FromMinutes(1));
        Outbox.AddDigests(Tuesday, Ct);
        office.Seed(db =>
        {
            db.OutgoingMails.Remove(db.OutgoingMails.Single(m => m.Recipient == "local@example.org"));
            var mail = db.OutgoingMails.Single(m => m.Recipient == "board@example.org");
            (mail.Attempts, mail.RetryAt) = (1, time.GetUtcNow().UtcDateTime.AddMinutes(10));
        });
        await Outbox.Send(Ct);
        Assert.Empty(sink.Messages);
        time.Advance(TimeSpan.FromMinutes(11));
        await Outbox.Send(Ct);
        using var db = office.Store.Open();
        var sent = db.OutgoingMails.Single();
        Assert.StartsWith($"digest-{sent.Id}-", Assert.Single(sink.Messages).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_the_right_is_told_nothing()
    {
        var board = await office.Compared();
        await CaseOffice.Change(board, office.CaseOf("CB1"), "assign", ("User", "local@example.org"));
        await CaseOffice.Change(board, office.CaseOf("CB1"), "pause", ("Text", "chờ"));
        Outbox.AddNotices(Ct);
        Outbox.AddDigests(Tuesday, Ct);
        office.Seed(db =>
        {
            var user = db.Users.Single(u => u.UserName == "local@example.org");
            db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == user.Id));
        });
        time.Advance(TimeSpan.FromMinutes(1));
        await Outbox.Send(Ct);
        Assert.Equal(["board@example.org"], sink.Messages.Select(m => m.To.Mailboxes.Single().Address));
        Assert.Equal(2, Mails().Count(m => m.StartsWith("Notice local@example.org", StringComparison.Ordinal) && m.EndsWith("Nothing", StringComparison.Ordinal) || m == "Digest local@example.org 2026-11-24 Nothing"));
    }

    [Fact]
    public async Task The_job_sends_on_working_days_only_and_not_at_all_while_mail_is_off()
    {
        await office.Compared();
        var job = office.Services.GetServices<IJob>().Single(j => j.Name == DigestJob.JobName);
        var context = new JobContext(1, time.GetUtcNow().UtcDateTime, _ => { });
        Assert.Equal(JobOutcome.Done("Digests written down: 2"), await job.Run(context, Ct));
        Assert.Equal(JobOutcome.Done("Digests written down: 0"), await job.Run(context, Ct));
        time.SetUtcNow(new DateTimeOffset(2026, 11, 29, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(JobOutcome.Done(OutcomeText.DayOff), await job.Run(context, Ct));
        using var off = new CaseOffice();
        Assert.Equal(JobOutcome.Done(OutcomeText.MailOff), await off.Services.GetServices<IJob>().Single(j => j.Name == DigestJob.JobName).Run(context, Ct));
    }

    [Fact]
    public async Task The_page_shows_what_would_be_sent_word_by_word_while_mail_is_off()
    {
        using var off = new CaseOffice();
        var board = await off.Compared();
        await CaseOffice.Change(board, off.CaseOf("CB1"), "assign", ("User", "local@example.org"));
        await CaseOffice.Change(board, off.CaseOf("CB1"), "pause", ("Text", "chờ"));
        var page = await (await off.SignedIn(Roles.Local)).Read("/follow-up/mail");
        Assert.Contains("Hệ thống đang không gửi thư.", page, StringComparison.Ordinal);
        Assert.Contains($"Việc số {off.CaseOf("CB1").Id}: Chủ tịch HĐND, Xã Trung Lạc – Xác minh ý kiến góp ý – tạm dừng – anh, chị phụ trách", page, StringComparison.Ordinal);
        Assert.Contains("board@example.org: Tạm dừng", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "", "Mail:Host is “”; expected is the name of the mail server")]
    [InlineData("From", "nobody", "Mail:From is “nobody”")]
    [InlineData("Link", "analytics", "Mail:Link is “analytics”")]
    [InlineData("Security", "maybe", "Mail:Security is “maybe”; expected is StartTls, Tls or None")]
    [InlineData("Password", "secret", "Mail:Security is “None”; expected is StartTls or Tls, because a password is set")]
    public void A_setting_that_cannot_be_used_is_said_at_start_and_no_secret_with_it(string name, string value, string expected)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Enabled"] = "true", ["Host"] = "mail", ["Security"] = "None", ["From"] = "a@example.org", ["Link"] = "https://example.org", [name] = value };
        var fault = Assert.Throws<Domain.Storage.StoreException>(() => Settings([.. values.Select(v => (v.Key, v.Value))]));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_about_it_mail_is_off() => Assert.False(Settings().Enabled);
}
