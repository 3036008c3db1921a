using Analytics.Domain.Storage;
using Analytics.Ingest.Previews;
using Analytics.Web.Access;
using Analytics.Web.Loading;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>What a correction would change, as far as its reader may see it.</summary>
/// <param name="Differences">By file; null for those who may not see names.</param>
/// <param name="Standings">Null for those who may not see names.</param>
/// <param name="Briefings">Null for those who may not read reports.</param>
sealed record Proposal(
    ProposedCorrection Of, ReferenceData Reference, IReadOnlyList<Bounded<RowDifference>>? Differences,
    Bounded<StandingChange>? Standings, Bounded<TrendChange> Trends, Bounded<TouchedBriefing>? Briefings) : IRowCount
{
    public int RowCount => (Differences?.Sum(d => d.Shown.Count) ?? 0) + (Standings?.Shown.Count ?? 0);

    public static IRequest<Proposal?> QueryFor(Viewer viewer, Guid batch, Guid proposal) =>
        viewer.May(Policies.Names) ? new NamedProposalQuery(batch, proposal) : new ProposalQuery(batch, proposal);

    internal static Proposal? Read(QueryContext context, UploadFolders folders, Guid batch, Guid id, bool named)
    {
        if (folders.Open(batch) is not { } proposal || proposal.Id != id) return null;
        var scope = context.Viewer.Scope;
        return new(proposal, context.Reference,
            named ? proposal.Files.Select(f => f.Differences).ToList() : null,
            named ? Within(proposal.Standings, s => scope.Holds(s.UnitId), scope.AllUnits) : null,
            Within(proposal.Trends, t => t.By == "district" ? scope.HoldsArea(t.Key) : scope.Aggregates, scope is { AllAreas: true, Aggregates: true }),
            context.Viewer.May(Policies.Briefings) ? proposal.Briefings : null);
    }

    static Bounded<T> Within<T>(Bounded<T> list, Func<T, bool> visible, bool all)
    {
        if (all) return list;
        var shown = list.Shown.Where(visible).ToList();
        return new(shown, shown.Count);
    }
}

/// <param name="Proposal">Which of a batch's proposals: another one is another question.</param>
sealed record NamedProposalQuery(Guid Batch, Guid Proposal) : IQuery<Proposal?>, INamedData
{
    public sealed class Handler(QueryContext context, UploadFolders folders) : RequestHandler<NamedProposalQuery, Proposal?>
    {
        protected override Proposal? Handle(NamedProposalQuery q) => Imports.Proposal.Read(context, folders, q.Batch, q.Proposal, named: true);
    }
}

/// <param name="Proposal">Which of a batch's proposals: another one is another question.</param>
sealed record ProposalQuery(Guid Batch, Guid Proposal) : IQuery<Proposal?>
{
    public sealed class Handler(QueryContext context, UploadFolders folders) : RequestHandler<ProposalQuery, Proposal?>
    {
        protected override Proposal? Handle(ProposalQuery q) => Imports.Proposal.Read(context, folders, q.Batch, q.Proposal, named: false);
    }
}

/// <summary>Answers a proposed correction: saved with a reason, or discarded.</summary>
/// <param name="Seen">The proposal the answer is about.</param>
/// <param name="Reason">Null: it is discarded.</param>
sealed record AnswerProposalCommand(Guid Batch, Guid Seen, string? Reason) : ICommand<bool>
{
    public sealed class Handler(UploadFolders folders, UploadQueue queue, CurrentViewer current, TimeProvider time) : RequestHandler<AnswerProposalCommand, bool>
    {
        /// <summary>False: there is nothing to answer, or it is not the viewer's to answer.</summary>
        protected override bool Handle(AnswerProposalCommand request)
        {
            if (folders.Find(request.Batch) is not { } batch || !MayAnswer(current.Required, batch)) return false;
            if (folders.Open(request.Batch) is not { } proposal || proposal.Id != request.Seen) return false;
            var now = time.GetUtcNow().UtcDateTime;
            if (request.Reason is null)
            {
                folders.Finish(batch.Id, new(now, [], "discarded"));
                return true;
            }
            folders.Confirm(batch.Id, new(request.Seen, now, request.Reason));
            queue.Ring();
            return true;
        }
    }

    /// <summary>Only who sent a correction saves it: it is kept under that name.</summary>
    public static bool MayAnswer(Viewer viewer, UploadBatch batch) => viewer.May(Policies.Import) && batch.By == viewer.UserName;
}
