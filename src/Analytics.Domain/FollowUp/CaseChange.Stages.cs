namespace Analytics.Domain.FollowUp;

/// <content>The way of a case: on, back, to its end and out of it again.</content>
public abstract partial record CaseChange
{
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
}
