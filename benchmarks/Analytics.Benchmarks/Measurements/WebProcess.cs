using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The product's web process on a store, on a free port of the loopback, with a viewer signed in.</summary>
sealed partial class WebProcess : IDisposable
{
    const string Account = "board@example.org", Password = "Sample-2026!";

    readonly Process process;
    readonly CookieContainer cookies = new();
    readonly HttpClient client;

    public WebProcess(Workspace work, Store store)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Web.dll"), "--urls", Address.ToString()])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work.Folder };
        start.Environment["ANALYTICS_DB"] = store.Name;
        start.Environment["ANALYTICS_DATA"] = Path.Combine(work.Folder, "web");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // where the sample accounts exist
        process = Process.Start(start) ?? throw new InvalidOperationException("the web process did not start");
        // Its log is written and read, as in use, and goes nowhere.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        try
        {
            WaitUntilServed();
            SignIn();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Uri Address { get; }

    /// <summary>The signed-in viewer's cookies as a request header.</summary>
    public string CookieHeader => cookies.GetCookieHeader(Address);

    /// <summary>Fetches a page whole and returns it.</summary>
    public string Get(string path)
    {
        using var response = client.GetAsync(path).GetAwaiter().GetResult();
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{path}: {(int)response.StatusCode}");
        return response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
    }

    void WaitUntilServed()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Get("/health");
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    void SignIn()
    {
        var token = Token().Match(Get("/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = Account, ["Password"] = Password, ["__RequestVerificationToken"] = token });
        using var response = client.PostAsync("/sign-in", form).GetAwaiter().GetResult();
        if (response.RequestMessage?.RequestUri?.AbsolutePath != "/") throw new InvalidOperationException("signing in failed");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public void Dispose()
    {
        client.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
