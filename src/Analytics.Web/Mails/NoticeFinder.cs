using System.Globalization;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Mails;

/// <summary>A change of the state of a case that somebody else made.</summary>
/// <param name="Recipient">User name of who works on it now.</param>
sealed record Notice(int CaseId, int Revision, string Recipient, DateTime At)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{CaseId}:{Revision}");

    /// <summary>Case and revision of a key.</summary>
    public static (int CaseId, int Revision) Parse(string key) =>
        key.Split(':') is [var id, var revision] ? (int.Parse(id, CultureInfo.InvariantCulture), int.Parse(revision, CultureInfo.InvariantCulture)) : throw new FormatException($"“{key}” is no key of a notice.");
}

/// <summary>Which changes of state a notice is sent of: one each, to who works on the case, of what others and the program did.</summary>
static class NoticeFinder
{
    /// <summary>What is older is told by the digest alone: mail that was off for long does not come all at once.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>What changes the state of a case.</summary>
    public static IReadOnlyList<CaseEventKind> Kinds { get; } = [CaseEventKind.Stage, CaseEventKind.Paused, CaseEventKind.Resumed, CaseEventKind.Lifted, CaseEventKind.Restored];

    /// <summary>In the order in which they happened.</summary>
    public static List<Notice> Find(AnalyticsDb db, DateTime now)
    {
        var since = now - Memory;
        var rows = from e in db.CaseEvents.AsNoTracking()
                   join c in db.Cases on e.CaseId equals c.Id
                   where e.At > since && Kinds.Contains(e.Kind) && c.Assignee != "" && c.Assignee != e.By
                   orderby e.Id
                   select new Notice(c.Id, e.Revision, c.Assignee, e.At);
        return rows.AsEnumerable().DistinctBy(n => n.Key).ToList();
    }
}
