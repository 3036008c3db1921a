using System.Text;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Entry;

/// <summary>Loads what was typed in as a results file of its own: checked, archived and leading back to its rows like any other.</summary>
/// <param name="Csv">The file.</param>
/// <param name="Name">Its name; says round and unit, no person.</param>
/// <param name="Reason">Why what is loaded is corrected; null where it is not.</param>
sealed record EntryCommand(string Csv, string Name, string? Reason) : ICommand<LoadOutcome>
{
    public sealed class Handler(Store store, Installation installation, TimeProvider time, CurrentViewer current) : IRequestHandler<EntryCommand, LoadOutcome>
    {
        public Task<LoadOutcome> Handle(EntryCommand request, CancellationToken cancellationToken)
        {
            var viewer = current.Required;
            // Publishing may take seconds, which no request thread should wait for.
            return Task.Run(() => Load(request, viewer, cancellationToken), cancellationToken);
        }

        LoadOutcome Load(EntryCommand request, Viewer viewer, CancellationToken ct)
        {
            var path = Path.Combine(installation.UploadsFolder, $"entry-{Guid.NewGuid():N}.csv");
            try
            {
                File.WriteAllText(path, request.Csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                var options = new LoadOptions(viewer.UserName, ReplaceReason: request.Reason, AllowedUnits: viewer.UnitsToLoadFor);
                return new Importer(store, new Archive(installation.Folder), time)
                    .Run([new InputFile(path, request.Name)], FileKind.Results, null, options, ct: ct).Single();
            }
            finally
            {
                File.Delete(path);
            }
        }
    }
}
