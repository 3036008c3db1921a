namespace Analytics.Web.Loading;

/// <summary>How results come in while the pages are served: the sample at start, uploads, the inbox.</summary>
static class LoadingRegistration
{
    public static IServiceCollection AddLoading(this IServiceCollection services)
    {
        services.AddSingleton<UploadFolders>();
        services.AddSingleton<RefusedFiles>();
        services.AddSingleton<UploadQueue>();
        services.AddSingleton<BatchLoading>();
        services.AddSingleton<TypedFileLoading>();
        // Started in this order, before the first request: the sample is there when the others begin.
        services.AddHostedService<SampleLoad>();
        services.AddHostedService<UploadWorker>();
        services.AddHostedService<InboxWatch>();
        return services;
    }
}
