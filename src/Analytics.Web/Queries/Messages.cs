using MediatR;

namespace Analytics.Web.Queries;

/// <summary>
/// A question a page asks, as a record of plain values: read within the viewer's scope, in one look at one published
/// version. The result is cached and shared, so it is immutable and depends on nothing but the request, the viewer's
/// scope and roles, the store and the date.
/// </summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>Something a user does. Handlers take the writer's turn from the store; nothing is cached.</summary>
public interface ICommand<out T> : IRequest<T>;

/// <summary>A query whose result names officials: every time it is answered an audit entry is written first.</summary>
public interface INamedData;

/// <summary>A query whose result holds text in the language of the request.</summary>
public interface IInLanguage;

/// <summary>
/// A query whose result comes from results, rosters, what is derived from them and reference data alone: nobody's work (steps, verifications,
/// plans, texts) changes it, so it is kept through changes of the work version.
/// </summary>
public interface IPublishedData;

/// <summary>A result that says how many rows it shows; the audit keeps the number, the cache weighs by it.</summary>
public interface IRowCount
{
    int RowCount { get; }
}

/// <summary>A command that leaves an audit entry once it has succeeded. The target is an id or a code, never a name.</summary>
public interface IAudited
{
    string AuditAction { get; }
    string AuditTarget { get; }
}
