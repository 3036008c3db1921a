using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Roster;

/// <summary>Loads the lines of a roster as a file, then takes off those to be removed.</summary>
/// <param name="Versions">By row of the file the version its writer had before them.</param>
/// <param name="Removed">Versions to take off.</param>
/// <param name="Reason">Why what stands is changed; null where nothing is.</param>
sealed record SaveRosterCommand(int RoundId, int UnitId, TypedCsv Csv, string Name, IReadOnlyDictionary<int, int> Versions, IReadOnlyList<int> Removed, string? Reason) : ICommand<SavedRoster>
{
    public sealed class Handler(Store store, TypedFileLoading loading, TimeProvider time, CurrentViewer current) : IRequestHandler<SaveRosterCommand, SavedRoster>
    {
        public Task<SavedRoster> Handle(SaveRosterCommand request, CancellationToken cancellationToken)
        {
            var viewer = current.Required;
            // Publishing may take seconds, which no request thread should wait for.
            return Task.Run(() => Save(request, viewer, cancellationToken), cancellationToken);
        }

        SavedRoster Save(SaveRosterCommand request, Viewer viewer, CancellationToken ct)
        {
            var loaded = request.Csv.Rows == 0 ? null : loading.Load(request.Csv, request.Name, FileKind.Roster, viewer, request.Reason, ct, request.Versions);
            if (loaded is { Refused: true } or { Failure: not null }) return new(loaded, 0);
            return new(loaded, request.Removed.Count(id => TakeOff(request, viewer, id, ct)));
        }

        bool TakeOff(SaveRosterCommand request, Viewer viewer, int id, CancellationToken ct)
        {
            using var reader = store.Read(viewer.Scope);
            var place = reader.Db.Roster.AsNoTracking().Where(r => r.Id == id && r.RoundId == request.RoundId && r.UnitId == request.UnitId)
                .Select(r => new { r.ImportId, r.RowNumber, r.Sheet }).SingleOrDefault();
            return place is not null && new Withdrawal(store, time).Run(
                new WithdrawalRequest(place.ImportId, request.Reason!, viewer.UserName, place.RowNumber, place.Sheet, viewer.UnitsToLoadFor), ct).State == WithdrawalState.Withdrawn;
        }
    }
}

/// <param name="Loaded">What became of the lines; null where none was left to load.</param>
/// <param name="Removed">How many were taken off.</param>
sealed record SavedRoster(LoadOutcome? Loaded, int Removed)
{
    public bool ChangedNothing => Removed == 0 && Loaded is null or { Loaded: 0, Corrected: 0 };
}
