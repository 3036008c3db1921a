using System.Globalization;

namespace Analytics.Domain.FollowUp;

/// <summary>One change of a case by a reviewer. Applied as a whole or not at all; what it changes are the events of the timeline.</summary>
public abstract partial record CaseChange
{
    public const int LongestText = 4_000, LongestLine = 300;

    /// <summary>Whether it adds to the case and puts nothing in the place of what others did meanwhile.</summary>
    public virtual bool OnlyAdds => false;

    /// <summary>Changes the case and gives its events; or says why not, and nothing is changed.</summary>
    public (IReadOnlyList<CaseEvent> Events, CaseRefusal? Refusal) Apply(FollowUpCase on, CaseSetting setting)
    {
        if (on.IsClosed && this is not (Reopen or AddNote or Attach)) return ([], CaseRefusal.Closed);
        var events = new List<CaseEvent>();
        void Tell(CaseEventKind kind, string old, string now, string note = "") => events.Add(new() { By = setting.By, At = setting.Now, Kind = kind, Old = old, New = now, Note = note });
        if (Make(on, setting, Tell) is { } refusal) return ([], refusal);
        on.Revision++;
        foreach (var e in events) (e.CaseId, e.Revision) = (on.Id, on.Revision);
        return (events, null);
    }

    private protected delegate void Teller(CaseEventKind kind, string old, string now, string note = "");

    /// <remarks>Refuses before it changes anything.</remarks>
    private protected abstract CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell);

    private protected static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static void Go(FollowUpCase on, CaseStage to, Teller tell, string note = "")
    {
        tell(CaseEventKind.Stage, on.Stage.Code(), to.Code(), note);
        on.Stage = to;
        // A day set for one stage says nothing of the next.
        if (on.DueOn is { } due)
        {
            tell(CaseEventKind.Due, Written(due), "");
            on.DueOn = null;
        }
        // What has ended does not wait.
        if (to == CaseStage.Closed && on.PausedAt is not null) Continue(on, tell);
    }

    static void Continue(FollowUpCase on, Teller tell)
    {
        tell(CaseEventKind.Resumed, on.PauseReason, "");
        (on.PausedAt, on.PauseReason) = (null, "");
    }
}
