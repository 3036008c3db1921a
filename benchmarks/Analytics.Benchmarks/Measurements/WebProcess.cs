using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Analytics.Benchmarks.Core;
using Analytics.Domain.Storage;

namespace Analytics.Benchmarks.Measurements;

/// <summary>The product's web process on a store, on a free port of the loopback, with a viewer signed in.</summary>
/// <remarks>Beside the product's own addresses it answers <see cref="PlainText.Path"/>, unless another build of it is run.</remarks>
sealed partial class WebProcess : IDisposable
{
    const string Password = "Sample-2026!";
    public const string Board = "board@example.org", Admin = "admin@example.org";

    readonly Process process;
    readonly CookieContainer cookies;
    readonly string account;
    readonly HttpClient client;

    /// <param name="account">Who signs in.</param>
    /// <param name="program">Folder of the published build; null for the one beside the benchmark.</param>
    /// <param name="kept">Cookies of an earlier process on the same store: nobody signs in and nothing is waited for.</param>
    /// <param name="data">Name of its data folder.</param>
    public WebProcess(Workspace work, Store store, string account = Board, string? program = null, CookieContainer? kept = null, string data = "web")
    {
        this.account = account;
        cookies = kept ?? new();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        var (command, arguments) = program is null ? ("dotnet", Beside()) : (Path.Combine(program, "Analytics.Web"), []);
        var start = new ProcessStartInfo(command, [.. arguments, "--urls", Address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work.Folder };
        start.Environment["ANALYTICS_DB"] = store.Name;
        start.Environment["ANALYTICS_DATA"] = Path.Combine(work.Folder, data);
        if (program is null) start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(PlainText).Assembly.GetName().Name;
        // Only in Development are the sample accounts made; a published program finds them made.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = program is null ? "Development" : "Production";
        start.Environment["Sample__Load"] = "false"; // a new store stays empty until it is loaded
        process = Process.Start(start) ?? throw new InvalidOperationException("the web process did not start");
        // Its log is written and read, as in use, and goes nowhere.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        if (kept is not null) return;
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

    /// <summary>The product's own settings of the runtime, but what it may load includes the benchmark.</summary>
    static string[] Beside()
    {
        string File(string name) => Path.Combine(AppContext.BaseDirectory, name);
        return ["exec", "--runtimeconfig", File("Analytics.Web.runtimeconfig.json"), "--depsfile", File("Analytics.Benchmarks.deps.json"), File("Analytics.Web.dll")];
    }

    public Uri Address { get; }

    public CookieContainer Cookies => cookies;

    /// <summary>Memory the process has resident, in kilobytes; null where the system does not tell.</summary>
    public long? ResidentKilobytes => System.IO.File.Exists($"/proc/{process.Id}/status")
        ? System.IO.File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Select(l => (long?)long.Parse(l.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault()
        : null;

    /// <summary>Processor time the process has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The signed-in viewer's cookies as a request header.</summary>
    public string CookieHeader => cookies.GetCookieHeader(Address);

    /// <summary>Fetches a page whole and returns it.</summary>
    public string Get(string path)
    {
        using var response = client.GetAsync(path).GetAwaiter().GetResult();
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{path}: {(int)response.StatusCode}");
        return response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
    }

    /// <summary>Waits until the program answers, and returns what it answered.</summary>
    public string WaitUntilServed(string path = "/health")
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return Get(path);
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
            {
                Thread.Sleep(20);
            }
        }
    }

    void SignIn()
    {
        var token = Token().Match(Get("/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = account, ["Password"] = Password, ["__RequestVerificationToken"] = token });
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
