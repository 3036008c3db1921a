using System.Net;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Admin;

/// <summary>Settings of the office, changed on their page.</summary>
public sealed class SettingsTests : IDisposable
{
    readonly AdminHost host = new();

    public void Dispose() => host.Dispose();

    internal static (string, string)[] As(params (string Name, string Value)[] changed)
    {
        (string Name, string Value)[] standing =
        [
            ("body-namevi", "Ban Tuyên giáo và Dân vận Thành ủy"), ("body-nameen", "City Party Committee's Board for Propaganda, Education and Mass Mobilization"),
            ("office-superior", ""), ("office-headname", "BAN TUYÊN GIÁO VÀ DÂN VẬN"), ("office-symbol", "BTGDVTU"), ("office-place", ""), ("office-deputysigns", "true"), ("office-signer", ""),
            ("office-letterrecipients", "Thường trực Thành ủy (để báo cáo)\nỦy ban Mặt trận Tổ quốc Việt Nam Thành phố (để phối hợp)\nLãnh đạo Ban"),
            ("office-reportrecipients", "Thường trực Thành ủy\nỦy ban Mặt trận Tổ quốc Việt Nam Thành phố\nLãnh đạo Ban"),
            ("bands-edges", "50; 2/3; 80; 90"),
        ];
        return [.. standing.Select(s => changed.FirstOrDefault(c => c.Name == s.Name) is { Name: not null } now ? now : s)];
    }

    [Fact]
    public async Task A_changed_name_stands_on_every_page_at_once_also_before_signing_in()
    {
        var (admin, board) = (await host.Admin(), await host.SignedIn(Roles.Board));
        var answer = await TestHost.Post(admin, "/admin/settings", As(("body-namevi", "  Ban Dân vận Quận ủy ")));
        Assert.Equal("/admin/settings?saved=1", answer.Headers.Location?.OriginalString);
        Assert.Contains("Ban Dân vận Quận ủy", await board.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Ban Dân vận Quận ủy", await host.Anonymous().Read("/sign-in"), StringComparison.Ordinal);
        Assert.Equal(["admin@example.org Body:NameVi"], host.Audited("settings"));
    }

    [Fact]
    public async Task Settings_as_they_stand_change_nothing_and_leave_no_trace()
    {
        var answer = await TestHost.Post(await host.Admin(), "/admin/settings", As());
        Assert.Equal("/admin/settings?saved=0", answer.Headers.Location?.OriginalString);
        Assert.Empty(host.Audited("settings"));
    }

    [Fact]
    public async Task A_shorter_list_of_recipients_takes_the_place_of_the_longer_one()
    {
        var admin = await host.Admin();
        await TestHost.Post(admin, "/admin/settings", As(("office-letterrecipients", "Thường trực Quận ủy\n\n  Lưu  \n")));
        var office = host.Services.GetService(typeof(Analytics.Web.OfficeSettings.InstallationSettings)) as Analytics.Web.OfficeSettings.InstallationSettings;
        Assert.Equal(["Thường trực Quận ủy", "Lưu"], office!.Current().Office.LetterRecipients);
        Assert.Equal(["Thường trực Thành ủy", "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố", "Lãnh đạo Ban"], office.Current().Office.ReportRecipients);
    }

    [Fact]
    public async Task Other_bands_stand_at_once_in_the_rounds_table_its_chart_and_form_3()
    {
        var (admin, board) = (await host.Admin(), await host.SignedIn(Roles.Board));
        await TestHost.Post(admin, "/admin/settings", As(("bands-edges", "60%, 3/4")));
        var total = (await board.Rows("/rounds/GD-2026?table=distribution"))[^1];
        Assert.Equal(526, total.Int("under_60") + total.Int("from_60") + total.Int("from_75"));
        Assert.Contains("dưới 60% 60 – dưới 75% từ 75%", await board.Read("/rounds/GD-2026"), StringComparison.Ordinal);
        Assert.Equal(total.Int("from_60"), (await board.Rows("/forms?round=GD-2026&form=3"))[..4].Sum(r => r.Int("from_60")));
        Assert.Contains("60 – dưới 75%", await board.GetStringAsync("/charts/bands.svg?round=GD-2026", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_is_not_ticked_says_no()
    {
        var admin = await host.Admin();
        await TestHost.Post(admin, "/admin/settings", [.. As().Where(f => f.Item1 != "office-deputysigns")]);
        var office = host.Services.GetService(typeof(Analytics.Web.OfficeSettings.InstallationSettings)) as Analytics.Web.OfficeSettings.InstallationSettings;
        Assert.Equal(["TRƯỞNG BAN"], office!.Current().Office.Capacity);
    }

    [Fact]
    public async Task What_is_needed_or_too_long_is_told_beside_its_field_and_nothing_saved()
    {
        var admin = await host.Admin();
        var answer = await TestHost.Post(admin, "/admin/settings", As(("body-namevi", " "), ("office-symbol", "123456789012345678901"), ("office-place", "Hà Nội"), ("bands-edges", "90; 80")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await AdminHost.Html(answer);
        Assert.Equal("Không được để trống.", AdminHost.Beside(html, "body-namevi"));
        Assert.Equal("Dài quá 20 ký tự.", AdminHost.Beside(html, "office-symbol"));
        Assert.Equal("Cần 1 đến 4 mức tăng dần giữa 0 và 100%, thí dụ 50; 2/3; 80; 90.", AdminHost.Beside(html, "bands-edges"));
        Assert.Contains("value=\"Hà Nội\"", html, StringComparison.Ordinal);
        Assert.Empty(host.Audited("settings"));
    }
}
