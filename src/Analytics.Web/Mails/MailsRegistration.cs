using Analytics.Web.Jobs;

namespace Analytics.Web.Mails;

static class MailsRegistration
{
    /// <summary>The digest and the notices of follow-up.</summary>
    public static IServiceCollection AddMails(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SmtpDelivery>();
        services.AddSingleton<MailOutbox>();
        services.AddSingleton<MailTurn>();
        services.AddSingleton<IEachMinute>(provider => provider.GetRequiredService<MailTurn>());
        services.AddSingleton<IJob, DigestJob>();
        services.AddScoped<CaseMails>();
        return services;
    }
}
