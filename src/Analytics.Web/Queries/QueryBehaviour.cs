using Analytics.Web.Audit;
using Analytics.Web.Shared.Resources;
using MediatR;

namespace Analytics.Web.Queries;

/// <summary>
/// Around every query: the viewer's scope, one look at one version, the cache, and the audit entry before the result
/// leaves. A query may send others; what names officials must then say so itself, or a cached answer would hide it.
/// </summary>
sealed class QueryBehaviour<TRequest, TResponse>(QueryContext context, QueryCache cache, AuditTrail audit, Language language, QueryNesting nesting, RequestLooks looks)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IQuery<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var named = request is INamedData;
        if (named && nesting.InsideUnnamed)
            throw new InvalidOperationException($"{typeof(TRequest).FullName} names officials and is sent by a query that is not INamedData.");

        var key = context.KeyOf(request, request is IInLanguage ? language.Code : "", request is IPublishedData);
        if (!cache.TryGet(key, out TResponse result))
        {
            using (nesting.Enter(named)) result = await next();
            cache.Put(key, result);
        }
        if (named && !nesting.Inside) Record((result as IRowCount)?.RowCount);
        return result;
    }

    void Record(int? rows)
    {
        audit.RecordLook(rows);
        looks.Add(rows);
    }
}

/// <summary>Commands run uncached; afterwards the request looks at the store anew.</summary>
sealed class CommandBehaviour<TRequest, TResponse>(QueryContext context, AuditTrail audit)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // A read transaction held while waiting for the writer's turn would keep the log from being written back.
        context.Close();
        var result = await next();
        context.Close();
        if (request is IAudited audited) audit.Record(audited.AuditAction, audited.AuditTarget, (result as IRowCount)?.RowCount);
        return result;
    }
}

/// <summary>Which queries of this request are being answered at the moment.</summary>
sealed class QueryNesting
{
    readonly Stack<bool> named = new();

    public bool Inside => named.Count > 0;
    public bool InsideUnnamed => named.Contains(false);

    public IDisposable Enter(bool isNamed)
    {
        named.Push(isNamed);
        return new Exit(named);
    }

    sealed class Exit(Stack<bool> named) : IDisposable
    {
        public void Dispose() => named.Pop();
    }
}
