namespace Analytics.Domain.FollowUp;

public enum CaseItemKind
{
    /// <summary>Something to be done for the case, by somebody, until a day.</summary>
    Task,
    /// <summary>What the official says to the result or the review (ý kiến giải trình).</summary>
    Explanation,
    /// <summary>The official asks for figures to be corrected; the case is not closed before there is an answer.</summary>
    Request,
}

/// <summary>A task, an explanation of the official, or a request for correction. Its text is never changed.</summary>
public sealed class CaseItem
{
    public int Id { get; set; }
    public int CaseId { get; set; }
    public CaseItemKind Kind { get; set; }
    public required string Text { get; set; }
    /// <summary>Last day of a task; the day an explanation or a request arrived. Null: none was given.</summary>
    public DateOnly? Day { get; set; }
    /// <summary>User name of who is to do a task; empty: whoever works on the case.</summary>
    public string Assignee { get; set; } = "";
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Done, or answered: UTC, and by whom; null while it is open. An explanation is never open.</summary>
    public DateTime? DoneAt { get; set; }
    public string? DoneBy { get; set; }
    /// <summary>The answer to a request, or what came of a task.</summary>
    public string Answer { get; set; } = "";

    public bool IsOpen => Kind != CaseItemKind.Explanation && DoneAt is null;

    public bool IsOverdue(DateOnly today) => IsOpen && Kind == CaseItemKind.Task && Day < today;
}
