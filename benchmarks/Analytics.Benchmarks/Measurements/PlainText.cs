using Analytics.Benchmarks.Measurements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(PlainText))]

namespace Analytics.Benchmarks.Measurements;

/// <summary>
/// The least a signed-in viewer can ask of the product's process: one line of text. It stands behind everything a page stands behind (request log,
/// compression, cookie, the viewer read from the store, the right to look) and exists only where a measurement names this assembly in the environment.
/// </summary>
public sealed class PlainText : IHostingStartup, IStartupFilter
{
    public const string Path = "/plain-text";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    /// <summary>Last in the pipeline: no route of the product is at the address, so only signed-in viewers get past the rule for addresses without one.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Use(static (context, rest) =>
        {
            if (context.Request.Path != Path) return rest(context);
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("Signed in.\n", context.RequestAborted);
        });
    };
}
