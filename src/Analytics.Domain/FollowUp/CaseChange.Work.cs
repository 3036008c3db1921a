namespace Analytics.Domain.FollowUp;

/// <content>Who works on a case until when, and what comes in meanwhile.</content>
public abstract partial record CaseChange
{
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
            Continue(on, tell);
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

    /// <summary>A file comes to a case, a closed one too; whoever applies it keeps <see cref="File"/>.</summary>
    /// <param name="There">Those the case has and shows.</param>
    public sealed record Attach(CaseFile File, IReadOnlyList<CaseFile> There) : CaseChange
    {
        public const int Most = 50;

        public override bool OnlyAdds => true;

        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (There.Any(f => f.Sha256 == File.Sha256)) return CaseRefusal.FileThere;
            if (There.Count >= Most) return CaseRefusal.TooManyFiles;
            (File.CaseId, File.At, File.By) = (on.Id, setting.Now, setting.By);
            tell(CaseEventKind.Attached, "", File.FileName);
            return null;
        }
    }

    /// <summary>A file is taken from the page, with a reason; it is kept.</summary>
    public sealed record Detach(CaseFile File, string Reason) : CaseChange
    {
        private protected override CaseRefusal? Make(FollowUpCase on, CaseSetting setting, Teller tell)
        {
            if (File.RemovedAt is not null || File.CaseId != on.Id) return CaseRefusal.NothingToChange;
            if (Reason.Length == 0) return CaseRefusal.ReasonNeeded;
            (File.RemovedAt, File.RemovedBy) = (setting.Now, setting.By);
            tell(CaseEventKind.Detached, File.FileName, "", Reason);
            return null;
        }
    }
}
