using System.Collections.Immutable;
using Analytics.Domain.FollowUp;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>What of an open case is asked for besides its stage; a closed one has none of it.</summary>
[Flags]
enum CaseStates
{
    None = 0,
    /// <summary>The day is over. Nothing is due while a case is paused.</summary>
    Overdue = 1,
    /// <summary>Due within <see cref="CaseDays.SoonDays"/> days.</summary>
    Soon = 2,
    Unassigned = 4,
    Paused = 8,
    Lifted = 16,
}

/// <summary>What the queue asks of a case: no names, few bytes, all cases at once.</summary>
/// <param name="OwnDue">Last day of the stage as set for this case alone.</param>
/// <param name="Assignee">User name; empty: nobody.</param>
/// <param name="Area">Code of the (former) district at the time of the round; null above commune level.</param>
sealed record CaseKey(
    int Id, int RoundId, int PersonId, int UnitId, int PositionId, CaseReason Reason, int Strength, double? Shrunken, CaseStage Stage, DateOnly? OwnDue, bool Paused, bool Lifted, string Assignee, DateTime OpenedAt, string? Area)
{
    /// <summary>Last day of the stage it is in, its own or the plan's; null: nobody set one, or it is closed.</summary>
    public DateOnly? Due { get; init; }

    public CaseStates States { get; init; }

    /// <summary>Its place in the queue, see <see cref="CaseRank"/>.</summary>
    public ulong Rank { get; init; }

    public bool IsOpen => Stage != CaseStage.Closed;
    public bool Overdue => States.HasFlag(CaseStates.Overdue);
}

/// <summary>All cases of the viewer's units, in the order they are to be looked at: by standing, then overdue, then the shrunken share; closed ones last.</summary>
sealed record CaseKeysQuery : IQuery<CaseKeys>;

sealed record CaseKeys(ImmutableArray<CaseKey> All) : IRowCount
{
    public int RowCount => All.Length;
}

sealed class CaseKeysHandler(QueryContext context, CaseMemory memory) : RequestHandler<CaseKeysQuery, CaseKeys>
{
    protected override CaseKeys Handle(CaseKeysQuery request) => new(memory.Of(context));
}
