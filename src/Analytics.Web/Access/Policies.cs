using Analytics.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Analytics.Web.Access;

/// <summary>What a page may ask of who opens it: <c>[Authorize(Policy = Policies.Results)]</c>. Without one: signed in.</summary>
static class Policies
{
    /// <summary>Results without names: city, areas, posts.</summary>
    public const string Results = nameof(Results);
    /// <summary>Results with the names of officials.</summary>
    public const string Names = nameof(Names);
    /// <summary>Loading, entering and withdrawing results.</summary>
    public const string Import = nameof(Import);
    /// <summary>Saying that results are those of the minutes.</summary>
    public const string Verify = nameof(Verify);
    /// <summary>What was loaded by whom.</summary>
    public const string ImportHistory = nameof(ImportHistory);
    /// <summary>Reading finished reports, which speak of the whole city and all its areas.</summary>
    public const string Briefings = nameof(Briefings);
    /// <summary>Having a report made.</summary>
    public const string MakeBriefings = nameof(MakeBriefings);
    /// <summary>The office's own work: the plan of a round, urging, its papers.</summary>
    public const string Office = nameof(Office);
    /// <summary>Reading what the office keeps of its own work, also of an earlier day.</summary>
    public const string OfficeRecords = nameof(OfficeRecords);
    /// <summary>Working on follow-up cases: notes, days, stages, what was concluded.</summary>
    public const string FollowUp = nameof(FollowUp);
    /// <summary>Ending a case or taking it up again, opening one by hand, answering proposals.</summary>
    public const string CloseCases = nameof(CloseCases);
    /// <summary>Users, settings, reference data.</summary>
    public const string Administration = nameof(Administration);
    /// <summary>Notes on the time axis of charts.</summary>
    public const string Annotate = nameof(Annotate);
    /// <summary>Background jobs.</summary>
    public const string Jobs = nameof(Jobs);

    /// <summary>Rights to change something: nobody has them while looking at an earlier day.</summary>
    public static IReadOnlySet<string> Changing { get; } = new HashSet<string>(StringComparer.Ordinal) { Import, Verify, MakeBriefings, Office, FollowUp, CloseCases, Administration, Annotate };

    public static IReadOnlyDictionary<string, string[]> RolesOf { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Results] = [Roles.Board, Roles.Local, Roles.Auditor],
        [Names] = [Roles.Board, Roles.Local],
        [Import] = [Roles.Board, Roles.Local],
        [Verify] = [Roles.Board],
        [ImportHistory] = [Roles.Board, Roles.Local, Roles.Auditor],
        // Not Local: a report tells of other areas than theirs.
        [Briefings] = [Roles.Board, Roles.Auditor],
        [MakeBriefings] = [Roles.Board],
        [Office] = [Roles.Board],
        [OfficeRecords] = [Roles.Board],
        [FollowUp] = [Roles.Board, Roles.Local],
        [CloseCases] = [Roles.Board],
        [Administration] = [Roles.Admin],
        [Annotate] = [Roles.Admin, Roles.Board],
        [Jobs] = [Roles.Admin],
    };
}

/// <summary>The right <see cref="Policy"/>, asked of the viewer as stored now and not of the cookie as it once was.</summary>
sealed record RightRequirement(string Policy) : IAuthorizationRequirement;

sealed class RightRequirementHandler(CurrentViewer current) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (current.Viewer is { } viewer && viewer.May(requirement.Policy)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
