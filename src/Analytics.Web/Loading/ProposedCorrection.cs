using System.Text.Json;
using Analytics.Ingest.Previews;

namespace Analytics.Web.Loading;

/// <summary>What a batch that replaces loaded rows would change, put to its sender before anything is saved.</summary>
/// <param name="Again">The data have changed since the sender agreed to an earlier one.</param>
/// <param name="DataVersion">The published version it was compared with, and <paramref name="WorkVersion"/> beside it.</param>
sealed record ProposedCorrection(
    Guid Id, DateTime At, bool Again, long DataVersion, long WorkVersion, IReadOnlyList<ProposedFile> Files,
    Bounded<StandingChange> Standings, Bounded<TrendChange> Trends, Bounded<TouchedBriefing> Briefings)
{
    public static ProposedCorrection Of(Preview preview, DateTime at) => new(
        Guid.NewGuid(), at, Again: false, preview.DataVersion, preview.WorkVersion,
        preview.Files.Select(f => new ProposedFile(FileOutcome.Of(f.Name, f.Outcome), f.Differences)).ToList(),
        preview.Standings, preview.Trends, preview.Briefings);

    /// <summary>Whether any loaded row would be replaced.</summary>
    public bool Replaces() => Files.Any(f => f.Outcome.Corrected > 0);

    /// <summary>Whether who has seen the one has seen the other.</summary>
    public bool SaysTheSameAs(ProposedCorrection other) => Said() == other.Said();

    string Said() => JsonSerializer.Serialize(this with { Id = default, At = default, Again = false, DataVersion = 0, WorkVersion = 0 });
}

/// <summary>What would become of one file.</summary>
sealed record ProposedFile(FileOutcome Outcome, Bounded<RowDifference> Differences);

/// <summary>The sender's word that a proposed correction is to be saved.</summary>
/// <param name="Proposal">Which one was seen.</param>
sealed record Confirmation(Guid Proposal, DateTime At, string Reason);
