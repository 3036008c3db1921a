using Analytics.Domain.Access;
using Analytics.Domain.Briefings;
using Analytics.Web.Shared.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Overview;

/// <summary>What the overview speaks of first, by the phase of the round: progress, results, follow-up.</summary>
public sealed class PhaseTests : IDisposable
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 5, 0, 0, TimeSpan.Zero));
    readonly TestHost host;

    public PhaseTests() => host = new TestHost
    {
        LoadSample = true,
        Replace = services => services.AddSingleton<TimeProvider>(clock),
    };

    public void Dispose() => host.Dispose();

    /// <summary>Headings in their order on the page.</summary>
    async Task<List<string>> Order(string role, params string[] headings)
    {
        var page = await (await host.SignedIn(role)).Read("/?round=GD-2026");
        return headings.Where(h => page.Contains(h, StringComparison.Ordinal)).OrderBy(h => page.IndexOf(h, StringComparison.Ordinal)).ToList();
    }

    void Issue(DateTime at) => host.Seed(db =>
    {
        var report = new RoundReport { RoundId = db.Rounds.Single(r => r.Code == "GD-2026").Id, Kind = ReportKind.SummingUp, Stage = ReportStage.Issued, Number = 12, SignedOn = new(2026, 11, 20), CreatedAt = at, CreatedBy = "board@example.org" };
        db.RoundReports.Add(report);
        db.SaveChanges();
        db.ReportEvents.Add(new ReportEvent { ReportId = report.Id, Stage = ReportStage.Issued, Draft = 1, At = at, By = "board@example.org" });
    });

    const string Issued = "Báo cáo tổng kết số 12, ngày 20/11/2026 đã ban hành";
    const string Results = "Cơ cấu phiếu";
    const string Figures = "đến ngưỡng xem xét theo quy định";

    [Fact]
    public async Task Before_the_last_day_progress_comes_first() =>
        Assert.Equal(["Soạn công văn đôn đốc", Results, Figures], await Order(Roles.Board, Issued, Results, Figures, "Soạn công văn đôn đốc"));

    [Theory]
    [InlineData(Roles.Board), InlineData(Roles.Local), InlineData(Roles.Auditor)]
    public async Task After_it_the_results_and_once_the_summing_up_is_issued_what_is_to_be_followed_up(string role)
    {
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 12, 5, 0, 0, TimeSpan.Zero));
        Assert.Equal([Results, Figures], await Order(role, Issued, Results, Figures, "Soạn công văn đôn đốc"));
        Issue(new DateTime(2026, 11, 12, 3, 0, 0, DateTimeKind.Utc));
        Assert.Equal([Issued, Figures, Results], await Order(role, Issued, Results, Figures));
    }

    [Fact]
    public async Task A_look_at_a_day_before_it_was_issued_knows_nothing_of_it()
    {
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero));
        Issue(new DateTime(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc));
        var view = await host.Send(Roles.Board, new RoundQuery("GD-2026"));
        Assert.Equal((RoundPhase.SummedUp, 12), (view!.Phase, view.SummedUp!.Number));
        Assert.Contains("Báo cáo tổng kết số 12, ngày 20/11/2026 đã ban hành.", await (await host.SignedIn(Roles.Board)).Read("/rounds/GD-2026"), StringComparison.Ordinal);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 5, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("đã ban hành", await (await host.SignedIn(Roles.Board)).Read("/rounds/GD-2026?as-of=2026-11-24"), StringComparison.Ordinal);
    }
}
