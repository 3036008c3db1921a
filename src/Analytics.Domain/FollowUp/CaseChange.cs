using System.Globalization;

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
}

/// <summary>What is known around a case when it is changed.</summary>
/// <param name="Rule">What the round's rule asks of the follow-up.</param>
/// <param name="HeldFrom">First day of the round.</param>
/// <param name="Today">In Viet Nam.</param>
/// <param name="Now">UTC.</param>
/// <param name="By">User name.</param>
public sealed record CaseSetting(FollowUpRule Rule, DateOnly HeldFrom, DateOnly Today, DateTime Now, string By);

/// <summary>One change of a case by a reviewer. Applied as a whole or not at all; what it changes are the events of the timeline.</summary>
public abstract record CaseChange
{
    public const int LongestText = 4_000, LongestLine = 300;

    /// <summary>Whether it adds to the case and puts nothing in the place of what others did meanwhile.</summary>
    public virtual bool OnlyAdds => false;

    /// <summary>Changes the case and gives its events, without case and revision; or says why not, and nothing is changed.</summary>
    public (IReadOnlyList<CaseEvent> Events, CaseRefusal? Refusal) Apply(FollowUpCase on, CaseSetting setting)
    {
        if (on.IsClosed && this is not (Reopen or AddNote)) return ([], CaseRefusal.Closed);
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
    }

    /// <summary>Who works on it; empty: nobody.</summary>
    public sealed record Assign(string User) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.Assignee == User) return CaseRefusal.NothingToChange;
            tell(CaseEventKind.Assignee, on.Assignee, User);
            on.Assignee = User;
            return null;
        }
    }

    /// <summary>The last day of the stage for this case alone; null: that of the plan.</summary>
    public sealed record SetDue(DateOnly? Day, string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.DueOn == Day) return CaseRefusal.NothingToChange;
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            if (Day < setting.HeldFrom || Day > setting.Today.AddYears(2)) return CaseRefusal.DayOutOfRange;
            tell(CaseEventKind.Due, Written(on.DueOn), Written(Day), Reason);
            on.DueOn = Day;
            return null;
        }
    }

    public sealed record Pause(string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.PausedAt is not null) return CaseRefusal.NothingToChange;
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            tell(CaseEventKind.Paused, "", "", Reason);
            (on.PausedAt, on.PauseReason) = (setting.Now, Reason);
            return null;
        }
    }

    public sealed record Resume : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.PausedAt is null) return CaseRefusal.NothingToChange;
            tell(CaseEventKind.Resumed, on.PauseReason, "");
            (on.PausedAt, on.PauseReason) = (null, "");
            return null;
        }
    }

    /// <summary>To the next stage of the rule; the last one is left by <see cref="Close"/>.</summary>
    public sealed record MoveOn(string Note) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.PausedAt is not null) return CaseRefusal.Paused;
            var next = setting.Rule.After(on.Stage);
            if (next == CaseStage.Closed) return CaseRefusal.NoSuchStep;
            Go(on, next, tell, Note);
            return null;
        }
    }

    /// <summary>To the stage before, with a reason.</summary>
    public sealed record MoveBack(string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.PausedAt is not null) return CaseRefusal.Paused;
            if (setting.Rule.Before(on.Stage) is not { } before) return CaseRefusal.NoSuchStep;
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            Go(on, before, tell, Reason);
            return null;
        }
    }

    /// <summary>Writes down what the competent body concluded, as far as it is known.</summary>
    public sealed record Conclude(CaseOutcome? Outcome, string Document, DateOnly? DocumentDate, string DecidedBy) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.Stage != CaseStage.Outcome) return CaseRefusal.NotYet;
            if (Outcome is { } chosen && !setting.Rule.Outcomes.Contains(chosen)) return CaseRefusal.OutcomeNotForeseen;
            if (DocumentDate < setting.HeldFrom || DocumentDate > setting.Today) return CaseRefusal.DayOutOfRange;
            if ((on.Outcome, on.Document, on.DocumentDate, on.DecidedBy) == (Outcome, Document, DocumentDate, DecidedBy)) return CaseRefusal.NothingToChange;
            if (on.Outcome != Outcome) tell(CaseEventKind.Outcome, on.Outcome?.Code() ?? "", Outcome?.Code() ?? "");
            if (on.Document != Document) tell(CaseEventKind.Document, on.Document, Document);
            if (on.DocumentDate != DocumentDate) tell(CaseEventKind.DocumentDate, Written(on.DocumentDate), Written(DocumentDate));
            if (on.DecidedBy != DecidedBy) tell(CaseEventKind.DecidedBy, on.DecidedBy, DecidedBy);
            (on.Outcome, on.Document, on.DocumentDate, on.DecidedBy) = (Outcome, Document, DocumentDate, DecidedBy);
            return null;
        }
    }

    /// <summary>Ends the follow-up with the document that was written down.</summary>
    /// <param name="OpenRequests">How many requests for correction have no answer yet.</param>
    public sealed record Close(string Note, int OpenRequests = 0) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (on.PausedAt is not null) return CaseRefusal.Paused;
            if (on.Stage != CaseStage.Outcome) return CaseRefusal.NotYet;
            if (on.Outcome is null || on.DocumentDate is null || on.Document.Length == 0 || on.DecidedBy.Length == 0) return CaseRefusal.DocumentNeeded;
            if (OpenRequests > 0) return CaseRefusal.RequestOpen;
            Go(on, CaseStage.Closed, tell, Note);
            on.ClosedAt = setting.Now;
            return null;
        }
    }

    /// <summary>Ends the follow-up without a conclusion on the person: the reason fell away, or it was opened by mistake. From any stage, with a reason.</summary>
    public sealed record Drop(string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            // At a line of the rule nobody is let go of without a conclusion.
            if (on is { Strength: > 0, LiftedAt: null }) return CaseRefusal.DocumentNeeded;
            tell(CaseEventKind.Outcome, on.Outcome?.Code() ?? "", CaseOutcome.Dropped.Code());
            on.Outcome = CaseOutcome.Dropped;
            Go(on, CaseStage.Closed, tell, Reason);
            on.ClosedAt = setting.Now;
            return null;
        }
    }

    /// <summary>Takes a closed case up again, at its last stage before, with a reason.</summary>
    public sealed record Reopen(string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (!on.IsClosed) return CaseRefusal.NothingToChange;
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            var dropped = on.Outcome == CaseOutcome.Dropped;
            Go(on, dropped ? setting.Rule.Stages[0] : setting.Rule.Stages[^1], tell, Reason);
            if (dropped)
            {
                tell(CaseEventKind.Outcome, CaseOutcome.Dropped.Code(), "");
                on.Outcome = null;
            }
            on.ClosedAt = null;
            return null;
        }
    }

    /// <summary>A remark in words; of a closed case too.</summary>
    public sealed record AddNote(string Text) : CaseChange
    {
        public override bool OnlyAdds => true;

        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (Text.Length == 0) return CaseRefusal.ReasonNeeded;
            tell(CaseEventKind.Note, "", "", Text);
            return null;
        }
    }

    /// <summary>A task, an explanation or a request; whoever applies it keeps <see cref="Item"/>.</summary>
    public sealed record Add(CaseItem Item) : CaseChange
    {
        public override bool OnlyAdds => true;

        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (Item.Text.Length == 0) return CaseRefusal.ReasonNeeded;
            // What was received was received by today; a task may be due later.
            if (Item.Day < setting.HeldFrom || Item.Day > (Item.Kind == CaseItemKind.Task ? setting.Today.AddYears(2) : setting.Today)) return CaseRefusal.DayOutOfRange;
            (Item.CaseId, Item.At, Item.By) = (on.Id, setting.Now, setting.By);
            tell(CaseEventKind.Added, "", Item.Kind.Code(), Item.Text);
            return null;
        }
    }

    /// <summary>A task is done, or a request answered, which needs the answer.</summary>
    public sealed record Finish(CaseItem Item, string Answer) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (!Item.IsOpen || Item.CaseId != on.Id) return CaseRefusal.NothingToChange;
            if (Item.Kind == CaseItemKind.Request && Answer.Length == 0) return CaseRefusal.ReasonNeeded;
            (Item.DoneAt, Item.DoneBy, Item.Answer) = (setting.Now, setting.By, Answer);
            tell(CaseEventKind.Finished, Item.Kind.Code(), "", Answer.Length > 0 ? Answer : Item.Text);
            return null;
        }
    }
}
