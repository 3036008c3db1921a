using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.Web.Tests.Briefings;

/// <summary>The web program as a process of its own, on a free port of loopback, with short leases.</summary>
sealed class WebProcess : IDisposable
{
    readonly Process process;
    readonly StringBuilder output = new();

    WebProcess(Process process) => this.process = process;

    /// <summary>Starts it; returns at once, while it is still starting.</summary>
    public static WebProcess Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.ChangeExtension(typeof(Program).Assembly.Location, ".dll"));
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        // Production: no sample and no sample accounts.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ANALYTICS_DATA"] = folder;
        start.Environment["ANALYTICS_DB"] = TestStores.Setting(Path.Combine(folder, "analytics.db"));
        start.Environment["Jobs__LeaseSeconds"] = "6";
        start.Environment["Jobs__HeartbeatSeconds"] = "2";
        start.Environment["Jobs__TickSeconds"] = "2";
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var web = new WebProcess(process);
        process.OutputDataReceived += web.Keep;
        process.ErrorDataReceived += web.Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return web;
    }

    public bool HasEnded => process.HasExited;

    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    /// <summary>SIGKILL: nothing in the process gets to know.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
