using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Analytics.Web.Access;

/// <summary>The four accounts to try the product with, one a role; made at start in Development and never elsewhere.</summary>
sealed class SampleAccounts(IServiceScopeFactory scopes, IHostEnvironment environment, Installation installation) : IHostedService
{
    public const string Password = "Sample-2026!";

    public sealed record Account(string Email, string Role);

    public static IReadOnlyList<Account> All { get; } =
    [
        new("admin@example.org", Roles.Admin),
        new("board@example.org", Roles.Board),
        new("local@example.org", Roles.Local),
        new("auditor@example.org", Roles.Auditor),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        foreach (var account in All)
            if (await users.FindByNameAsync(account.Email) is null)
                await Make(users, account);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task Make(UserManager<User> users, Account account)
    {
        var user = new User
        {
            UserName = account.Email,
            Email = account.Email,
            EmailConfirmed = true,
            Areas = account.Role == Roles.Local ? FirstAreaOfSample() ?? installation.SampleLocalAreas : "",
        };
        Expect(await users.CreateAsync(user, Password));
        Expect(await users.AddToRoleAsync(user, account.Role));
    }

    /// <summary>Code of the first district in the sample's list of units; null when there is no sample.</summary>
    static string? FirstAreaOfSample()
    {
        var file = Path.Combine(Places.Data, "sample", "units.csv");
        if (!File.Exists(file)) return null;
        var rows = File.ReadLines(file).Select(line => line.TrimStart('\uFEFF').Split(','));
        // Codes come first in a row; a quoted name with a comma further on does not move them.
        return rows.Skip(1).FirstOrDefault(r => r.Contains("district"))?[0];
    }

    static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}
