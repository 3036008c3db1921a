namespace Analytics.Domain.FollowUp;

/// <summary>Why a change was not made; the page says it in words.</summary>
public enum CaseRefusal
{
    /// <summary>The case is closed: it has to be reopened first.</summary>
    Closed,
    /// <summary>It is not closed, not paused, or is already what was asked for.</summary>
    NothingToChange,
    /// <summary>The rule knows no such stage before or after this one.</summary>
    NoSuchStep,
    /// <summary>A reason in words is needed.</summary>
    ReasonNeeded,
    /// <summary>The rule of the round does not foresee the outcome.</summary>
    OutcomeNotForeseen,
    /// <summary>Only in the stage of the outcome.</summary>
    NotYet,
    /// <summary>Closing needs the outcome, and number, day and deciding body of its document.</summary>
    DocumentNeeded,
    /// <summary>The day lies before the vote or in the future.</summary>
    DayOutOfRange,
    /// <summary>While a case is paused it does not move.</summary>
    Paused,
    /// <summary>The official asked for figures to be corrected and has no answer yet.</summary>
    RequestOpen,
    /// <summary>Who is to work on it has no right to the official's unit.</summary>
    OutOfReach,
    /// <summary>The case has the same file already.</summary>
    FileThere,
    TooManyFiles,
}
