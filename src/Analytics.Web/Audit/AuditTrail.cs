using Analytics.Web.Access;
using Analytics.Web.Shared;

namespace Analytics.Web.Audit;

/// <summary>Writes down what the user of this request looked at or did. Ids and counts only, never a person's name.</summary>
sealed class AuditTrail(AuditSpool spool, CurrentViewer current, IHttpContextAccessor http, TimeProvider time)
{
    const int LongestTarget = 500;

    /// <summary>The named data at the address of this request was shown (<c>view</c>) or handed out as data (<c>export</c>).</summary>
    public void RecordLook(int? rows)
    {
        var request = http.HttpContext?.Request;
        var target = request is null ? "" : request.Path.Value + request.QueryString.Value;
        Record(request?.WantsData() == true ? "export" : "view", target, rows);
    }

    public void Record(string action, string target, int? rows = null) => Record(current.Required.UserName, action, target, rows);

    /// <summary>For what happens before somebody is known: signing in.</summary>
    public void Record(string user, string action, string target, int? rows)
    {
        if (target.Length > LongestTarget) target = target[..LongestTarget];
        spool.Append(new SpooledEntry(Guid.CreateVersion7().ToString("N"), time.GetUtcNow().UtcDateTime, user, action, target, rows));
    }
}
