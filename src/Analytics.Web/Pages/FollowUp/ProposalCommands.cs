using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Answers what proposes a person: accepted opens a case, dismissed keeps the reason. The first answer stands; false where there is one, or no such result.</summary>
/// <param name="Kinds">The first one is the reason of the case.</param>
sealed record AnswerProposalCommand(int ResultId, IReadOnlyList<CaseReason> Kinds, bool Accept, string Reason) : ICommand<bool>;

/// <summary>Takes the dismissal of a proposal back, which then stands there again.</summary>
sealed record TakeBackAnswerCommand(int AnswerId) : ICommand<bool>;

sealed class AnswerProposalHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<AnswerProposalCommand, bool>
{
    protected override bool Handle(AnswerProposalCommand request)
    {
        using var writer = store.Write();
        var db = writer.Db;
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        if (db.Results.AsNoTracking().SingleOrDefault(r => r.Id == request.ResultId && r.ToVersion == null) is not { } result || !current.Required.Scope.Holds(result.UnitId)) return false;
        if (db.ProposalAnswers.Any(a => a.RoundId == result.RoundId && a.PersonId == result.PersonId && request.Kinds.Contains(a.Kind) && a.RemovedAt == null)) return false;
        if (request.Accept)
        {
            if (CaseOpening.ByReviewer(db, writer.Reference, result.Id, request.Kinds[0], request.Reason, by, now) is not { } made) return false;
            db.Audit.Add(CaseAudit.Entry("case-open", made.Id, now, by));
        }
        var answers = request.Kinds.Select(kind => new ProposalAnswer { RoundId = result.RoundId, PersonId = result.PersonId, UnitId = result.UnitId, Kind = kind, Accepted = request.Accept, Reason = request.Reason, At = now, By = by }).ToList();
        db.ProposalAnswers.AddRange(answers);
        db.SaveChanges();
        db.Audit.AddRange(answers.Select(a => CaseAudit.Entry(request.Accept ? "proposal-accepted" : "proposal-dismissed", a.Id, now, by, "proposal")));
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}

sealed class TakeBackAnswerHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<TakeBackAnswerCommand, bool>
{
    protected override bool Handle(TakeBackAnswerCommand request)
    {
        using var writer = store.Write();
        if (writer.Db.ProposalAnswers.SingleOrDefault(a => a.Id == request.AnswerId && !a.Accepted && a.RemovedAt == null) is not { } answer || !current.Required.Scope.Holds(answer.UnitId)) return false;
        (answer.RemovedAt, answer.RemovedBy) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        writer.Db.Audit.Add(CaseAudit.Entry("proposal-taken-back", answer.Id, answer.RemovedAt.Value, answer.RemovedBy, "proposal"));
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
