using Analytics.Domain.Dates;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Access;
using Analytics.Web.Shared.AsOf;
using Analytics.Web.Shared.Formatting;

namespace Analytics.Web.Queries;

/// <summary>
/// What a query handler reads from: the store in the viewer's scope at one published version. Opened by the first query
/// of a request and kept to its end, so that a page made from several queries never straddles a publication; a command
/// closes it, and what is asked afterwards sees what was done. A request for an earlier day reads the store as known then.
/// </summary>
sealed class QueryContext(Store store, ReferenceCache references, CurrentViewer current, AsOfDay asOf, TimeProvider time) : IDisposable
{
    /// <summary>Reference data is read at once: a handler may ask for it while rows come in, and a connection answers one question at a time.</summary>
    sealed record Look(Reader Reader, ReferenceData Reference);

    Look? look;

    /// <summary>Filtered by scope and version; does not track.</summary>
    public AnalyticsDb Db => Opened.Reader.Db;

    public StoreState State => Opened.Reader.State;

    /// <summary>When the version being read was published, UTC; null before the first publication.</summary>
    public DateTime? PublishedAt => Opened.Reader.PublishedAt;

    public ReferenceData Reference => Opened.Reference;

    public Viewer Viewer => current.Required;

    /// <summary>Today in Viet Nam.</summary>
    public DateOnly Today => VietnamTime.DateOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The day a request looks at: today, or the earlier day it asked for.</summary>
    public DateOnly LookDay => asOf.Date ?? Today;

    /// <summary>The first moment that is not looked at any more, UTC; null for the present. For what is not kept in versions.</summary>
    public DateTime? LookEnd => asOf.End;

    /// <summary>Everything that the answer to a question of this request may depend on.</summary>
    /// <param name="language">Code of the language, where the answer holds words.</param>
    /// <param name="published">Nobody's work changes the answer.</param>
    public QueryKey KeyOf(object request, string language = "", bool published = false) =>
        new(request, Viewer.Scope.CacheKey, Viewer.RolesKey, language, State.DataVersion, published ? null : State.WorkVersion, Reference.Edition, PublishedAt, Today, LookDay);

    Look Opened => look ??= Open();

    Look Open()
    {
        var reader = asOf.End is { } end ? AsKnown.Read(store, end, Viewer.Scope) : store.Read(Viewer.Scope);
        return new(reader, references.Get(reader));
    }

    public void Close()
    {
        look?.Reader.Dispose();
        look = null;
    }

    public void Dispose() => Close();
}
