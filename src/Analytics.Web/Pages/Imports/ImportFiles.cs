namespace Analytics.Web.Pages.Imports;

/// <summary>Files that the pages of imports hand out.</summary>
static class ImportFiles
{
    public static IServiceCollection AddImportFiles(this IServiceCollection services)
    {
        services.AddSingleton<MarkedFile>();
        return services;
    }

    public static void MapImportFiles(this IEndpointRouteBuilder routes)
    {
        OriginalFile.Map(routes);
        MarkedFile.Map(routes);
        TemplateFile.Map(routes);
    }
}
