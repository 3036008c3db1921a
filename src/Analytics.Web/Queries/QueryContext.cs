using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Shared.Formatting;

namespace Analytics.Web.Queries;

/// <summary>
/// What a query handler reads from: the store in the viewer's scope at one published version. Opened by the first query
/// of a request and kept to its end, so that a page made from several queries never straddles a publication; a command
/// closes it, and what is asked afterwards sees what was done.
/// </summary>
sealed class QueryContext(Store store, ReferenceCache references, CurrentViewer current, TimeProvider time) : IDisposable
{
    Reader? reader;

    /// <summary>Filtered by scope and version; does not track.</summary>
    public AnalyticsDb Db => Opened.Db;

    public StoreState State => Opened.State;

    /// <summary>When the version being read was published, UTC; null before the first publication.</summary>
    public DateTime? PublishedAt => Opened.PublishedAt;

    public ReferenceData Reference => references.Get(Opened.Db, Opened.State);

    public Viewer Viewer => current.Required;

    /// <summary>Today in Viet Nam.</summary>
    public DateOnly Today => VietnamTime.DateOf(time.GetUtcNow().UtcDateTime);

    Reader Opened => reader ??= store.Read(Viewer.Scope);

    public void Close()
    {
        reader?.Dispose();
        reader = null;
    }

    public void Dispose() => Close();
}
