using System.Data.Common;
using System.Reflection;
using Analytics.Domain.Storage;

namespace Analytics.Web.Hosting;

/// <summary>Version of the program, as the footer and <c>/health</c> print it.</summary>
static class Product
{
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}

/// <summary><c>/health</c>: for a monitor, without signing in. 503 when the store cannot be read.</summary>
static class Health
{
    public sealed record Report(string Status, string Version, long? DataVersion, string Store);

    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", (Store store) => Answer(store)).AllowAnonymous().WithName("health");

    static IResult Answer(Store store)
    {
        try
        {
            using var reader = store.Read();
            return Results.Json(new Report("ok", Product.Version, reader.State.DataVersion, "ok"));
        }
        catch (Exception failure) when (failure is DbException or StoreException or IOException or InvalidOperationException)
        {
            return Results.Json(new Report("failed", Product.Version, null, "unreachable"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
