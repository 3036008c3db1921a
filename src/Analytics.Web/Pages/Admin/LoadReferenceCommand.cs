using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using Analytics.Web.Hosting;
using Analytics.Web.Pages.Imports;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Admin;

/// <summary>Loads one file of reference data at once, and publishes what it changes.</summary>
/// <param name="Kind">One of <see cref="ReferenceTables.Kinds"/>: a file of results is none of them and is refused for its columns.</param>
/// <param name="Reason">Why what stands is changed; null: the file only adds.</param>
sealed record LoadReferenceCommand(IFormFile Sent, string Kind, string? Reason) : ICommand<LoadOutcome>
{
    public sealed class Handler(Store store, Installation installation, CurrentViewer current, TimeProvider time) : IRequestHandler<LoadReferenceCommand, LoadOutcome>
    {
        public async Task<LoadOutcome> Handle(LoadReferenceCommand request, CancellationToken cancellationToken)
        {
            var by = current.Required.UserName;
            var name = UploadForm.NameOf(request.Sent);
            var path = Path.Combine(installation.UploadsFolder, $"reference-{Guid.NewGuid():N}{Path.GetExtension(name)}");
            try
            {
                await using (var target = File.Create(path)) await request.Sent.CopyToAsync(target, cancellationToken);
                var kind = Ingest.Loading.Kinds.Parse(request.Kind)!.Value;
                // Publishing may take seconds, which no request thread should wait for.
                return await Task.Run(() => new Importer(store, new Archive(installation.Folder), time)
                    .Run([new InputFile(path, name)], kind, null, new LoadOptions(by, ReplaceReason: request.Reason), ct: cancellationToken).Single(), cancellationToken);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }
}
