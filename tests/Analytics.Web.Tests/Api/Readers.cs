using System.Runtime.CompilerServices;

namespace Analytics.Web.Tests.Api;

/// <summary>Clients signed in once a role and host: checking a password takes its time on purpose. Data requests remember no language.</summary>
static class Readers
{
    static readonly ConditionalWeakTable<TestHost, Dictionary<string, HttpClient>> Known = [];

    public static async Task<HttpClient> As(this TestHost host, string role)
    {
        var clients = Known.GetOrCreateValue(host);
        return clients.TryGetValue(role, out var known) ? known : clients[role] = await host.SignedIn(role);
    }
}
