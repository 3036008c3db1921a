using Microsoft.AspNetCore.Diagnostics;

namespace Analytics.Web.Shared.Errors;

/// <summary>The id a user reads out and the log holds beside what went wrong.</summary>
static class ErrorIds
{
    static readonly object Item = new();

    public static string Of(HttpContext context)
    {
        if (context.Items.TryGetValue(Item, out var known) && known is string id) return id;
        id = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        context.Items[Item] = id;
        return id;
    }
}

/// <summary>Logs what escaped from a request under the id that the error page shows; the page itself follows.</summary>
sealed partial class ErrorLog(ILogger<ErrorLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Log(exception, ErrorIds.Of(httpContext), httpContext.Request.Method, httpContext.Request.Path);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(LogLevel.Error, "Error {ErrorId} at {Method} {Path}")]
    partial void Log(Exception exception, string errorId, string method, string path);
}

static class ErrorsRegistration
{
    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddExceptionHandler<ErrorLog>();

    /// <summary>Every failure ends on one page, or in a problem document where data was asked for. No trace ever leaves.</summary>
    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) =>
        app.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}");
}
