using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Web.Queries;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Access;

/// <summary>
/// Reads a viewer from the store: a right taken away holds from the next request on, not from the next sign-in.
/// </summary>
sealed class ViewerSource(Store store, ReferenceCache references, LocalUnits localUnits)
{
    /// <summary>The viewer behind a cookie; null when the account is gone or its password or rights were reset since.</summary>
    public Viewer? Find(int userId, string? securityStamp)
    {
        using var db = store.Open();
        var user = db.Users.AsNoTracking().SingleOrDefault(u => u.Id == userId);
        return user is null || user.SecurityStamp != securityStamp ? null : ViewerOf(db, user);
    }

    /// <summary>The viewer of a user name, for what is rendered in a recipient's absence.</summary>
    public Viewer? Find(string userName)
    {
        using var db = store.Open();
        var normalized = userName.ToUpperInvariant();
        var user = db.Users.AsNoTracking().SingleOrDefault(u => u.NormalizedUserName == normalized);
        return user is null ? null : ViewerOf(db, user);
    }

    Viewer ViewerOf(AnalyticsDb db, User user)
    {
        var roles = db.UserRoles.Where(r => r.UserId == user.Id)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name ?? "")
            .OrderBy(name => name).ToList();
        var userName = user.UserName ?? "";
        return new Viewer(user.Id, userName, roles, user.Language, ScopeOf(db, roles, user.Areas, userName));
    }

    /// <summary>Several roles add up; without one that sees results nothing is seen.</summary>
    Scope ScopeOf(AnalyticsDb db, List<string> roles, string areas, string userName)
    {
        if (roles.Contains(Roles.Board)) return Scope.Everything;
        var local = roles.Contains(Roles.Local);
        var auditor = roles.Contains(Roles.Auditor);
        if (!local && !auditor) return Scope.Nothing;
        var codes = local ? LocalUnits.Codes(areas) : [];
        var units = codes.Count == 0 ? [] : localUnits.Of(Published(db), codes);
        return new Scope(AllUnits: false, Aggregates: true, AllAreas: auditor, AllImports: auditor, units, codes, userName);
    }

    ReferenceData Published(AnalyticsDb db)
    {
        var state = db.State.AsNoTracking().Single();
        db.Version = state.DataVersion;
        return references.Get(() => db, state);
    }
}
