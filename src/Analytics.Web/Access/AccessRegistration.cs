using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Hosting;
using Analytics.Web.Shared.AsOf;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Analytics.Web.Access;

/// <summary>Sign-in by cookie, roles as policies, and the viewer of each request.</summary>
static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<Store>().Open());
        services.AddIdentityCore<User>(SetRules).AddRoles<IdentityRole<int>>().AddEntityFrameworkStores<AnalyticsDb>().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie?.Configure(SignInAnswers.Set));
        // The viewer is read anew for each request, so the cookie itself needs no periodic check.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromHours(9));

        services.AddDataProtection().SetApplicationName("Analytics");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new FileSystemXmlRepository(
                new DirectoryInfo(provider.GetRequiredService<Installation>().KeysFolder), NullLoggerFactory.Instance)));

        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = options.DefaultPolicy;
            foreach (var name in Policies.RolesOf.Keys)
                options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(name)));
        });
        services.AddScoped<IAuthorizationHandler, RightRequirementHandler>();
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<ViewerSource>();
        services.AddSingleton<LocalUnits>();
        services.AddHostedService<SampleAccounts>();
        return services;
    }

    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<ViewerMiddleware>().UseMiddleware<AsOfLinks>().UseAuthorization();

    static void SetRules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 10;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }
}
