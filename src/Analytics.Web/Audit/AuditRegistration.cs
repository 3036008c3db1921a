namespace Analytics.Web.Audit;

static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditSpool>();
        services.AddSingleton<AuditMover>();
        services.AddScoped<AuditTrail>();
        services.AddHostedService<AuditWorker>();
        return services;
    }
}
