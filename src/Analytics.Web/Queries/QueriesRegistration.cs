using MediatR;

namespace Analytics.Web.Queries;

/// <summary>MediatR by hand: the mediator, every handler of this assembly, and one behaviour for each kind of message.</summary>
static class QueriesRegistration
{
    /// <summary>Compressed, some hundreds of pages.</summary>
    const long MostKeptBytes = 16L * 1024 * 1024;

    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type) ?? throw new InvalidOperationException($"No {type} is registered."));
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(QueryBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CommandBehaviour<,>));
        foreach (var (service, handler) in Handlers()) services.AddTransient(service, handler);

        services.AddSingleton<QueryCache>();
        services.AddSingleton<ReferenceCache>();
        services.AddScoped<QueryContext>();
        services.AddScoped<QueryNesting>();
        services.AddScoped<RequestLooks>();
        services.AddSingleton<KeptLooks>();
        services.AddOutputCache(options => options.SizeLimit = MostKeptBytes);
        return services;
    }

    static IEnumerable<(Type Service, Type Handler)> Handlers() =>
        from type in typeof(QueriesRegistration).Assembly.GetTypes()
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from service in type.GetInterfaces()
        where service.IsGenericType && service.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select (service, type);
}
