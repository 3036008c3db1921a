using Analytics.Domain.Storage;
using Analytics.Web.Jobs;
using Microsoft.Extensions.Configuration;

namespace Analytics.Web.Tests.Jobs;

public class JobTimingTests
{
    [Fact]
    public void Without_settings_a_lease_lasts_two_minutes_and_the_tick_comes_each_minute()
    {
        var timing = Read();
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), "* * * * *"), (timing.Lease, timing.Heartbeat, timing.TickCron));
    }

    [Fact]
    public void A_short_tick_has_seconds_in_its_cron_expression()
    {
        var timing = Read(("LeaseSeconds", "6"), ("HeartbeatSeconds", "2"), ("TickSeconds", "2"));
        Assert.Equal((TimeSpan.FromSeconds(6), "*/2 * * * * *", TimeSpan.FromSeconds(2)), (timing.Lease, timing.TickCron, timing.Polling));
    }

    [Theory]
    [InlineData("LeaseSeconds", "89")]
    [InlineData("LeaseSeconds", "3601")]
    [InlineData("LeaseSeconds", "-1")]
    [InlineData("HeartbeatSeconds", "0")]
    [InlineData("HeartbeatSeconds", "41")]
    [InlineData("TickSeconds", "7")]
    [InlineData("TickSeconds", "120")]
    [InlineData("TickSeconds", "soon")]
    public void A_setting_that_cannot_be_used_is_named(string setting, string value)
    {
        var refused = Assert.Throws<StoreException>(() => Read((setting, value)));
        Assert.Contains("Jobs:", refused.Message, StringComparison.Ordinal);
    }

    static JobTiming Read(params (string Name, string Value)[] settings) => JobTiming.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(s => "Jobs:" + s.Name, string? (s) => s.Value)).Build());
}
