using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;

namespace Analytics.Domain.Tests.FollowUp;

/// <summary>What a reviewer may change of a case, and what the timeline keeps of it.</summary>
public class CaseChangeTests
{
    static readonly DateTime Now = new(2026, 11, 24, 5, 40, 0, DateTimeKind.Utc);
    static readonly FollowUpRule Rule = FollowUpRule.Of(RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).Single(r => r.Id == "NA-96"));
    static readonly CaseSetting Setting = new(Rule, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 24), Now, "board@example.org");

    static FollowUpCase Case(CaseStage stage = CaseStage.Opinions, CaseReason reason = CaseReason.Threshold) => new() { Id = 7, Stage = stage, Reason = reason, OpenedBy = CaseEvent.System, Revision = 3 };

    /// <summary>The events as <c>kind old→new note</c>.</summary>
    static string Told(IEnumerable<CaseEvent> events) => string.Join("; ", events.Select(e => $"{e.Kind.Code()} {e.Old}→{e.New} {e.Note}".TrimEnd()));

    static string Made(FollowUpCase on, CaseChange change)
    {
        var (events, refusal) = change.Apply(on, Setting);
        Assert.All(events, e => Assert.Equal((7, on.Revision, "board@example.org", Now), (e.CaseId, e.Revision, e.By, e.At)));
        return refusal is { } why ? "! " + why : Told(events);
    }

    [Fact]
    public void A_case_goes_through_the_stages_of_its_rule_to_a_document()
    {
        var on = Case();
        Assert.Equal("stage opinions→review đã xác minh", Made(on, new CaseChange.MoveOn("đã xác minh")));
        Assert.Equal("stage review→outcome", Made(on, new CaseChange.MoveOn("")));
        Assert.Equal("! NoSuchStep", Made(on, new CaseChange.MoveOn("")));
        Assert.Equal("! DocumentNeeded", Made(on, new CaseChange.Close("")));
        Assert.Equal("outcome →reminded; document →12-TB/ĐU; document-date →2026-11-20; decided-by →Đảng ủy xã",
            Made(on, new CaseChange.Conclude(CaseOutcome.Reminded, "12-TB/ĐU", new(2026, 11, 20), "Đảng ủy xã")));
        Assert.Equal("stage outcome→closed", Made(on, new CaseChange.Close("")));
        Assert.Equal((true, Now, 7), (on.IsClosed, on.ClosedAt!.Value, on.Revision));
    }

    [Fact]
    public void Closing_asks_for_the_outcome_and_for_number_day_and_body_each()
    {
        foreach (var lacking in new CaseChange.Conclude[]
        {
            new(null, "12-TB/ĐU", new(2026, 11, 20), "Đảng ủy xã"), new(CaseOutcome.Kept, "", new(2026, 11, 20), "Đảng ủy xã"),
            new(CaseOutcome.Kept, "12-TB/ĐU", null, "Đảng ủy xã"), new(CaseOutcome.Kept, "12-TB/ĐU", new(2026, 11, 20), ""),
        })
        {
            var on = Case(CaseStage.Outcome);
            Made(on, lacking);
            Assert.Equal("! DocumentNeeded", Made(on, new CaseChange.Close("")));
            Assert.False(on.IsClosed);
        }
    }

    [Theory]
    [InlineData("2026-09-30", "! DayOutOfRange")]
    [InlineData("2026-10-01", "document-date →2026-10-01")]
    [InlineData("2026-11-24", "document-date →2026-11-24")]
    [InlineData("2026-11-25", "! DayOutOfRange")]
    public void A_document_is_of_a_day_between_the_vote_and_today(string day, string told) =>
        Assert.Equal(told, Made(Case(CaseStage.Outcome), new CaseChange.Conclude(null, "", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "")));

    [Fact]
    public void Only_what_the_rule_foresees_is_an_outcome()
    {
        Assert.Equal("! OutcomeNotForeseen", Made(Case(CaseStage.Outcome), new CaseChange.Conclude(CaseOutcome.Dropped, "", null, "")));
        var vote = Setting with { Rule = FollowUpRule.Of(RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).Single(r => r.Id == "VOTE")) };
        Assert.Equal(CaseRefusal.OutcomeNotForeseen, new CaseChange.Conclude(CaseOutcome.CouncilVote, "", null, "").Apply(Case(CaseStage.Outcome), vote).Refusal);
    }

    [Fact]
    public void At_a_threshold_nobody_is_let_go_of_without_a_conclusion_until_the_reason_is_gone()
    {
        var on = Case();
        on.Strength = 1;
        Assert.Equal("! DocumentNeeded", Made(on, new CaseChange.Drop("nhầm")));
        on.LiftedAt = Now;
        Assert.Equal("! ReasonNeeded", Made(on, new CaseChange.Drop("")));
        Assert.Equal("outcome →dropped; stage opinions→closed đính chính", Made(on, new CaseChange.Drop("đính chính")));
        Assert.Equal("outcome →dropped; stage review→closed mở nhầm", Made(Case(CaseStage.Review, CaseReason.ByHand), new CaseChange.Drop("mở nhầm")));
    }

    [Fact]
    public void A_closed_case_changes_only_by_being_reopened_and_takes_notes()
    {
        var on = Case(CaseStage.Closed);
        (on.Outcome, on.ClosedAt) = (CaseOutcome.Kept, Now);
        Assert.Equal("! Closed", Made(on, new CaseChange.Assign("a@example.org")));
        Assert.Equal("note → báo trước", Made(on, new CaseChange.AddNote("báo trước")));
        Assert.Equal("! ReasonNeeded", Made(on, new CaseChange.Reopen("")));
        Assert.Equal("stage closed→outcome có văn bản mới", Made(on, new CaseChange.Reopen("có văn bản mới")));
        Assert.Equal((null, CaseOutcome.Kept), (on.ClosedAt, on.Outcome));
    }

    [Fact]
    public void A_dropped_case_begins_anew()
    {
        var on = Case(CaseStage.Closed, CaseReason.ByHand);
        on.Outcome = CaseOutcome.Dropped;
        Assert.Equal("stage closed→opinions lại có lý do; outcome dropped→", Made(on, new CaseChange.Reopen("lại có lý do")));
    }

    [Fact]
    public void While_it_is_paused_a_case_does_not_move()
    {
        var on = Case(CaseStage.Review);
        Assert.Equal("! ReasonNeeded", Made(on, new CaseChange.Pause("")));
        Assert.Equal("paused → nghỉ ốm", Made(on, new CaseChange.Pause("nghỉ ốm")));
        foreach (var move in new CaseChange[] { new CaseChange.MoveOn(""), new CaseChange.MoveBack("x"), new CaseChange.Close("") }) Assert.Equal("! Paused", Made(on, move));
        Assert.Equal("resumed nghỉ ốm→", Made(on, new CaseChange.Resume()));
        Assert.Equal("stage review→opinions thiếu ý kiến", Made(on, new CaseChange.MoveBack("thiếu ý kiến")));
        Assert.Equal("! NoSuchStep", Made(on, new CaseChange.MoveBack("nữa")));
    }

    [Fact]
    public void What_has_ended_does_not_wait()
    {
        var on = Case(CaseStage.Review, CaseReason.ByHand);
        Made(on, new CaseChange.Pause("nghỉ ốm"));
        Assert.Equal("outcome →dropped; stage review→closed mở nhầm; resumed nghỉ ốm→", Made(on, new CaseChange.Drop("mở nhầm")));
        Assert.Null(on.PausedAt);
    }

    [Fact]
    public void A_day_set_for_one_stage_ends_with_it()
    {
        var on = Case();
        Assert.Equal("! ReasonNeeded", Made(on, new CaseChange.SetDue(new(2026, 12, 1), "")));
        Assert.Equal("due →2026-12-01 chờ đoàn", Made(on, new CaseChange.SetDue(new(2026, 12, 1), "chờ đoàn")));
        Assert.Equal("! DayOutOfRange", Made(on, new CaseChange.SetDue(new(2026, 9, 30), "sớm")));
        Assert.Equal("stage opinions→review; due 2026-12-01→", Made(on, new CaseChange.MoveOn("")));
        Assert.Null(on.DueOn);
    }

    [Fact]
    public void A_request_for_correction_is_answered_before_the_case_is_closed()
    {
        var on = Case(CaseStage.Outcome);
        (on.Outcome, on.Document, on.DocumentDate, on.DecidedBy) = (CaseOutcome.Kept, "12-TB/ĐU", new(2026, 11, 20), "Đảng ủy xã");
        var request = new CaseItem { Kind = CaseItemKind.Request, Text = "ghi sai số phiếu", Day = new(2026, 11, 24), By = "" };
        Assert.Equal("added →request ghi sai số phiếu", Made(on, new CaseChange.Add(request)));
        Assert.Equal((7, "board@example.org", Now, true), (request.CaseId, request.By, request.At, request.IsOpen));
        Assert.Equal("! RequestOpen", Made(on, new CaseChange.Close("", OpenRequests: 1)));
        Assert.Equal("! ReasonNeeded", Made(on, new CaseChange.Finish(request, "")));
        Assert.Equal("finished request→ đúng như biên bản", Made(on, new CaseChange.Finish(request, "đúng như biên bản")));
        Assert.Equal("! NothingToChange", Made(on, new CaseChange.Finish(request, "lần nữa")));
        Assert.Equal("stage outcome→closed", Made(on, new CaseChange.Close("")));
    }

    [Theory]
    [InlineData(CaseItemKind.Task, "2026-12-31", true), InlineData(CaseItemKind.Explanation, "2026-11-25", false), InlineData(CaseItemKind.Request, "2026-11-24", true), InlineData(CaseItemKind.Task, "2026-09-30", false)]
    public void What_arrived_arrived_by_today_and_a_task_may_be_due_later(CaseItemKind kind, string day, bool taken)
    {
        var item = new CaseItem { Kind = kind, Text = "x", Day = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), By = "" };
        Assert.Equal(taken ? $"added →{kind.Code()} x" : "! DayOutOfRange", Made(Case(), new CaseChange.Add(item)));
    }

    [Fact]
    public void What_changes_nothing_is_no_event_and_leaves_the_revision()
    {
        var on = Case();
        Assert.Equal("! NothingToChange", Made(on, new CaseChange.Assign("")));
        Assert.Equal("! NothingToChange", Made(on, new CaseChange.Resume()));
        Assert.Equal(3, on.Revision);
    }

    [Fact]
    public void Every_shipped_rule_has_its_follow_up()
    {
        var all = RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).ToList();
        Assert.All(all, r => Assert.NotEmpty(FollowUpRule.Of(r).Outcomes));
        Assert.All(all, r => Assert.Equal(r.Id, FollowUpRule.Of(r).RegimeId));
        Assert.Equal(["NA-35", "NA-96"], all.Where(r => FollowUpRule.Of(r).SessionLimit is not null).Select(r => r.Id));
        // The decisive vote itself is the outcome: nothing is verified or reviewed before.
        Assert.Equal([CaseStage.Outcome], FollowUpRule.Of(all.Single(r => r.Id == "VOTE")).Stages);
    }
}
