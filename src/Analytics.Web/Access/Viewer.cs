using Analytics.Domain.Access;

namespace Analytics.Web.Access;

/// <summary>Who looks: account, roles, language, and the scope the store applies to everything read for them.</summary>
/// <param name="Language">Language chosen in the account: vi or en. A choice made in the browser goes before it.</param>
sealed record Viewer(int Id, string UserName, IReadOnlyList<string> Roles, string Language, Scope Scope)
{
    /// <summary>The store is looked at as known at an earlier day: nothing may be changed.</summary>
    public bool LooksBack { get; init; }

    public bool Is(string role) => Roles.Contains(role);

    public bool IsAny(IEnumerable<string> roles) => roles.Any(Is);

    /// <summary>Ids of the unit versions this viewer may load and withdraw for; null for all.</summary>
    public IReadOnlySet<int>? UnitsToLoadFor => Scope.AllUnits ? null : Scope.UnitIds.ToHashSet();

    public bool May(string policy) => IsAny(Policies.RolesOf[policy]) && !(LooksBack && Policies.Changing.Contains(policy));

    /// <summary>Part of cache keys, for queries that ask for a right and not only for rows.</summary>
    public string RolesKey => string.Join(',', Roles) + (LooksBack ? "|past" : "");
}

/// <summary>
/// The viewer of this request, set once after authentication; null when nobody is signed in. A job that renders for a
/// recipient sets it in a service scope of its own.
/// </summary>
sealed class CurrentViewer
{
    public Viewer? Viewer { get; private set; }

    public bool IsResolved { get; private set; }

    public Viewer Required => Viewer ?? throw new InvalidOperationException("Results are read for somebody: nobody is signed in and no recipient was set.");

    public void Set(Viewer? viewer)
    {
        Viewer = viewer;
        IsResolved = true;
    }
}
