using Analytics.Domain.Storage;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Coverage;
using Analytics.Web.Pages.Units;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Pages.Charts;

/// <summary>The charts, their words and their cache.</summary>
static class ChartsRegistration
{
    public static IServiceCollection AddCharts(this IServiceCollection services)
    {
        ChartFonts.Register(Path.Combine(Places.Data, "fonts"));
        services.AddSingleton<ChartImageCache>();
        services.AddSingleton<FigureCache>();
        services.AddSingleton<TileBook>();
        services.AddSingleton<MapBook>();
        services.AddScoped<RoundWords>();
        services.AddScoped<RoundSentence>();
        services.AddScoped<ChartWords>();
        services.AddScoped<TrendWords>();
        services.AddScoped<ChartImages>();
        services.AddScoped<IChartSource, TrendSource>();
        services.AddScoped<IChartSource, BallotsSource>();
        services.AddScoped<IChartSource, HeatmapSource>();
        services.AddScoped<IChartSource, RoundsHeatmapSource>();
        services.AddScoped<IChartSource, BandsSource>();
        services.AddScoped<IChartSource, MatrixSource>();
        services.AddScoped<IChartSource, TilesSource>();
        services.AddScoped<IChartSource, DotsSource>();
        services.AddScoped<IChartSource, ChangeSource>();
        services.AddScoped<IChartSource, MultiplesSource>();
        services.AddScoped<IChartSource, FunnelSource>();
        services.AddScoped<IChartSource, HoldersSource>();
        services.AddScoped<IChartSource, ProgressSource>();
        services.AddScoped<IChartSource, CoverageTilesSource>();
        return services;
    }
}
