namespace Analytics.Domain.FollowUp;

/// <summary>One line of a case's timeline: what changed, from what to what, when and by whom. Only ever added.</summary>
public sealed class CaseEvent
{
    /// <summary>Who did what nobody did by hand.</summary>
    public const string System = "system";

    public int Id { get; set; }
    public int CaseId { get; set; }
    /// <summary>The case's revision after the change; changes made together share it.</summary>
    public int Revision { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
    public CaseEventKind Kind { get; set; }
    /// <summary>As the field holds them: codes, days as <c>yyyy-MM-dd</c>, counts as <c>31/60</c>; empty: nothing.</summary>
    public string Old { get; set; } = "";
    public string New { get; set; } = "";
    /// <summary>The reason, or a note in words.</summary>
    public string Note { get; set; } = "";
}

/// <summary>What a line of the timeline tells of.</summary>
public enum CaseEventKind
{
    /// <summary>Opened; the new value is the reason.</summary>
    Opened,
    /// <summary>Moved on, or back with a reason.</summary>
    Stage,
    Assignee,
    Due,
    Paused,
    Resumed,
    Outcome,
    Document,
    DocumentDate,
    DecidedBy,
    Note,
    /// <summary>The figures of the result changed.</summary>
    Figures,
    /// <summary>The standing by the rule changed.</summary>
    Standing,
    /// <summary>A correction took the reason away, or brought it back.</summary>
    Lifted,
    Restored,
    /// <summary>Two entries of one person were joined, or taken apart.</summary>
    Person,
    /// <summary>A task, an explanation or a request came in; the new value is its kind.</summary>
    Added,
    /// <summary>A task was done, or a request answered.</summary>
    Finished,
    /// <summary>A file came in, or was taken from the page with a reason; the value is its name.</summary>
    Attached,
    Detached,
}
