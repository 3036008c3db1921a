using Analytics.Domain.Audit;
using Analytics.Domain.Coverage;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Coverage;

/// <summary>
/// Writes down that units have taken a step of a round on a day. What was recorded for the step before is taken back; the same day again
/// changes nothing. Units outside the viewer's scope are left out.
/// </summary>
/// <returns>How many records were made.</returns>
sealed record RecordStepsCommand(int RoundId, IReadOnlyList<int> Units, CoverageStep Step, DateOnly On, string Note) : ICommand<int>
{
    static readonly DateOnly First = new(1990, 1, 1);

    /// <summary>Key of what is wrong with a day for a step; null when nothing is. Only what is planned may lie ahead.</summary>
    public static string? Mistake(CoverageStep step, DateOnly? on, DateOnly today) => on switch
    {
        null => "coverage.record.no-day",
        { } day when day < First || day > today.AddYears(5) => "coverage.record.odd-day",
        { } day when day > today && step != CoverageStep.Planned => "coverage.record.future",
        _ => null,
    };

    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RecordStepsCommand, int>
    {
        protected override int Handle(RecordStepsCommand request)
        {
            var (by, now) = (current.Required.UserName, time.GetUtcNow().UtcDateTime);
            using var writer = store.Write();
            var db = writer.Db;
            var round = writer.Reference.Round(request.RoundId) ?? throw new InvalidOperationException($"There is no round {request.RoundId}.");
            var units = request.Units.Distinct().Where(id => current.Required.Scope.Holds(id) && writer.Reference.Units.ById(id)?.Level == round.Level).ToList();
            var standing = db.StepRecords.AsNoTracking().Where(s => s.RoundId == round.Id && s.Step == request.Step && s.RemovedAt == null && units.Contains(s.UnitId)).ToDictionary(s => s.UnitId);
            bool IsThere(int unit) => standing.TryGetValue(unit, out var s) && s.On == request.On && s.Note == request.Note;
            units.RemoveAll(IsThere);
            if (units.Count == 0) return 0;
            var replaced = units.Where(standing.ContainsKey).Select(unit => standing[unit].Id).ToList();
            db.StepRecords.Where(s => replaced.Contains(s.Id)).ExecuteUpdate(s => s.SetProperty(r => r.RemovedAt, now).SetProperty(r => r.RemovedBy, by));
            db.StepRecords.AddRange(units.Select(unit => new StepRecord { RoundId = round.Id, UnitId = unit, Step = request.Step, On = request.On, Note = request.Note, At = now, By = by }));
            db.Audit.Add(new AuditEntry { At = now, User = by, Action = "step", Target = $"round {round.Code} {request.Step.Code()} {request.On:yyyy-MM-dd}", Rows = units.Count, EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return units.Count;
        }
    }
}

/// <summary>Takes a record back. False where there is none that stands.</summary>
sealed record RemoveStepCommand(int RoundId, int UnitId, int Record) : ICommand<bool>
{
    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RemoveStepCommand, bool>
    {
        protected override bool Handle(RemoveStepCommand request)
        {
            if (!current.Required.Scope.Holds(request.UnitId)) return false;
            using var writer = store.Write();
            if (writer.Db.StepRecords.SingleOrDefault(s => s.Id == request.Record && s.RoundId == request.RoundId && s.UnitId == request.UnitId && s.RemovedAt == null) is not { } record) return false;
            (record.RemovedAt, record.RemovedBy) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
            writer.Db.Audit.Add(new AuditEntry { At = record.RemovedAt.Value, User = record.RemovedBy, Action = "step-removed", Target = $"step {record.Id}", EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return true;
        }
    }
}
