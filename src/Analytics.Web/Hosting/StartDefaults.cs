using Analytics.Domain.Storage;

namespace Analytics.Web.Hosting;

/// <summary>What holds when nothing was set: where the program's own files are, which environment, which address.</summary>
static class StartDefaults
{
    public const string Address = "http://localhost:5080";

    static string Project => Path.Combine(Places.Root, "src", "Analytics.Web");
    static bool IsCheckout => File.Exists(Path.Combine(Project, "Analytics.Web.csproj"));

    /// <summary>
    /// Options that work from any current directory. A checkout runs as Development, a published build as Production;
    /// not by a launch profile, because its variables would win over those of the shell.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        if (IsCheckout && IsUnset("ASPNETCORE_ENVIRONMENT") && IsUnset("DOTNET_ENVIRONMENT"))
            Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", Environments.Development);
        return new WebApplicationOptions { Args = args, ContentRootPath = IsCheckout ? Project : AppContext.BaseDirectory };
    }

    public static WebApplicationBuilder AddDefaultAddress(this WebApplicationBuilder builder)
    {
        string[] settings = ["urls", "http_ports", "https_ports"];
        var isSet = settings.Any(s => !string.IsNullOrEmpty(builder.Configuration[s])) || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isSet) builder.WebHost.UseUrls(Address);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Form;
        });
        return builder;
    }

    static bool IsUnset(string variable) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

/// <summary>Largest request bodies, in bytes. A page that takes files carries <c>[RequestSizeLimit(RequestLimits.Upload)]</c>.</summary>
static class RequestLimits
{
    public const long Form = 5L * 1024 * 1024;
    public const long SignIn = 16L * 1024;
    public const long UploadedFile = 100L * 1024 * 1024;
    /// <summary>One file of the largest size and the form around it.</summary>
    public const long Upload = UploadedFile + 1024 * 1024;
}
