using Hangfire;
using Hangfire.Dashboard;

namespace Analytics.Web.Jobs;

/// <summary>Lets users in the role Admin see Hangfire's dashboard, and nobody else: not even, as is its default, local callers.</summary>
sealed class AdminOnly : IDashboardAuthorizationFilter
{
    public const string Role = "Admin";

    public bool Authorize(DashboardContext context) => Allows(context.GetHttpContext());

    public static bool Allows(HttpContext http) => http.User.Identity?.IsAuthenticated == true && http.User.IsInRole(Role);
}

static class JobsDashboard
{
    public const string Path = "/jobs";

    /// <summary>Maps Hangfire's dashboard, read only: what runs again and what does not is the ledger's to say.</summary>
    /// <remarks>To anyone but an Admin the address does not exist (404). Its pages bring scripts and styles of their own.</remarks>
    public static IEndpointConventionBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        var dashboard = routes.MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [new AdminOnly()],
            IsReadOnlyFunc = _ => true,
            DisplayStorageConnectionString = false,
            DashboardTitle = "Analytics · jobs",
        });
        dashboard.Add(endpoint =>
        {
            var shown = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                if (AdminOnly.Allows(http)) return shown(http);
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        return dashboard;
    }
}
