using Analytics.Domain.Storage;
using Analytics.Web.Shared.AsOf;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Hosting;

/// <summary>Stylesheet, script and fonts: compressed, and kept by the browser as long as their address stays the same.</summary>
static class StaticFiles
{
    const string Forever = "public, max-age=31536000, immutable";

    public static IServiceCollection AddStaticDelivery(this IServiceCollection services) => services.AddResponseCompression(options =>
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "font/ttf", "application/problem+json"]);

    public static IApplicationBuilder UseStaticDelivery(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            // An address with ?v= names one content (asp-append-version); without it the browser has to ask.
            OnPrepareResponse = file => CacheFor(file, file.Context.Request.Query.ContainsKey("v") ? Forever : "no-cache"),
        });
        var types = new FileExtensionContentTypeProvider(new Dictionary<string, string> { [".ttf"] = "font/ttf", [".txt"] = "text/plain" });
        var folder = Path.Combine(Places.Data, "fonts");
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/fonts",
            FileProvider = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider(),
            ContentTypeProvider = types,
            OnPrepareResponse = file => CacheFor(file, Forever),
        });
        // Where the fonts are not installed the page falls back to the system's; asking for them is not a reason to sign in.
        app.Map("/fonts", fonts => fonts.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.CompleteAsync();
        }));
        return app;
    }

    /// <summary>Pages are kept as they are sent: compressed once, not for each request. A page of an earlier day is still to be worked on as text.</summary>
    public static IApplicationBuilder UseKeptPages(this IApplicationBuilder app) =>
        app.UseOutputCache().UseWhen(context => context.RequestServices.GetRequiredService<AsOfDay>().Date is null, kept => kept.UseResponseCompression());

    static void CacheFor(StaticFileResponseContext file, string value) => file.Context.Response.Headers[HeaderNames.CacheControl] = value;
}
