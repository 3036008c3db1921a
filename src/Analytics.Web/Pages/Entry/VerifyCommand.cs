using Analytics.Domain.Audit;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Minutes;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Entry;

/// <summary>
/// A second person says that results are those of the minutes, or takes that back. Only current results of the unit in the round
/// that somebody else brought are marked; those that changed while the page was open are not.
/// </summary>
/// <param name="Results">Ids of the versions that were looked at.</param>
/// <param name="Document">Number and date of the minutes; may be empty.</param>
/// <returns>How many were marked, or unmarked.</returns>
sealed record VerifyCommand(int RoundId, int UnitId, IReadOnlyList<int> Results, string Document, bool Revoke) : ICommand<int>
{
    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<VerifyCommand, int>
    {
        protected override int Handle(VerifyCommand request)
        {
            var by = current.Required.UserName;
            var now = time.GetUtcNow().UtcDateTime;
            using var writer = store.Write();
            var db = writer.Db;
            var wanted = db.Results.Where(r => request.Results.Contains(r.Id) && r.RoundId == request.RoundId && r.UnitId == request.UnitId && r.ToVersion == null)
                .Join(db.Imports, r => r.ImportId, i => i.Id, (r, i) => new { r.Id, r.PersonId, i.By }).ToList();
            var ids = wanted.ConvertAll(w => w.Id);
            var standing = db.Verifications.Where(v => ids.Contains(v.ResultId) && v.RevokedAt == null).ToDictionary(v => v.ResultId);
            var changed = 0;
            foreach (var result in wanted)
            {
                if (request.Revoke && standing.TryGetValue(result.Id, out var verification)) (verification.RevokedAt, verification.RevokedBy) = (now, by);
                else if (!request.Revoke && !standing.ContainsKey(result.Id) && result.By != by)
                    db.Verifications.Add(new Verification { ResultId = result.Id, At = now, By = by, Document = request.Document });
                else continue;
                changed++;
                db.Audit.Add(new AuditEntry { At = now, User = by, Action = request.Revoke ? "verify-revoked" : "verify", Target = $"result {result.Id}", EntryKey = Guid.NewGuid().ToString("N") });
            }
            if (changed == 0) return 0;
            if (!request.Revoke && writer.Reference.Round(request.RoundId) is { } round)
                CaseOpening.OfPersons(db, writer.Reference, round, wanted.ConvertAll(w => w.PersonId), now);
            writer.RaiseWorkVersion();
            writer.Commit();
            return changed;
        }
    }
}
