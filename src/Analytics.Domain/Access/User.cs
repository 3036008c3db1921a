using Microsoft.AspNetCore.Identity;

namespace Analytics.Domain.Access;

/// <summary>Somebody who signs in. Roles are kept by Identity; a local user also has areas or communes.</summary>
public sealed class User : IdentityUser<int>
{
    /// <summary>Area (district) codes or unit codes, comma separated, that a local user works for; empty for the others.</summary>
    public string Areas { get; set; } = "";
    /// <summary>Interface language: vi or en.</summary>
    public string Language { get; set; } = "vi";
}

/// <summary>The four roles.</summary>
public static class Roles
{
    /// <summary>Users, settings, reference data; no names, no results.</summary>
    public const string Admin = "Admin";
    /// <summary>The whole city with names: imports, enters, verifies.</summary>
    public const string Board = "Board";
    /// <summary>Own areas or communes with names; city-wide shares as yardstick.</summary>
    public const string Local = "Local";
    /// <summary>Audit, import history and aggregates; no names, changes nothing.</summary>
    public const string Auditor = "Auditor";

    public static IReadOnlyList<string> All { get; } = [Admin, Board, Local, Auditor];
}
