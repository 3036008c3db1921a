using Analytics.Web.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Analytics.Web.Hosting;

/// <summary>Prints where the pages are once they are served, and in Development who can sign in.</summary>
static class Announcement
{
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is not { Count: > 0 } || !app.Logger.IsEnabled(LogLevel.Information)) return;
        Console.WriteLine();
        Console.WriteLine($"  Analytics {Product.Version} ({app.Environment.EnvironmentName}): {string.Join("  ", addresses)}");
        if (app.Environment.IsDevelopment())
        {
            foreach (var account in SampleAccounts.All)
                Console.WriteLine($"    {account.Email,-22} {SampleAccounts.Password}  {account.Role}");
        }
        Console.WriteLine();
    });
}
