using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Entry;

/// <summary>Loads typed minutes as a results file.</summary>
/// <param name="Name">Name of the file; says round and unit, no person.</param>
/// <param name="Reason">Why what is loaded is corrected; null where it is not.</param>
sealed record EntryCommand(TypedCsv Csv, string Name, string? Reason) : ICommand<LoadOutcome>
{
    public sealed class Handler(TypedFileLoading loading, CurrentViewer current) : IRequestHandler<EntryCommand, LoadOutcome>
    {
        public Task<LoadOutcome> Handle(EntryCommand request, CancellationToken cancellationToken)
        {
            var viewer = current.Required;
            // Publishing may take seconds, which no request thread should wait for.
            return Task.Run(() => loading.Load(request.Csv, request.Name, FileKind.Results, viewer, request.Reason, cancellationToken), cancellationToken);
        }
    }
}
