using System.Text.Json;

namespace Analytics.Web.Loading;

/// <remarks>
/// A batch that replaces loaded rows waits for its sender's word in between: <c>proposal.json</c> says what would change,
/// <c>confirmed.json</c> that it is to be saved. The word counts for the proposal it names only, so a kill between writing a
/// new proposal and taking the old word back saves nothing unseen.
/// </remarks>
sealed partial class UploadFolders
{
    const string ProposalFile = "proposal.json";
    const string ConfirmedFile = "confirmed.json";

    /// <summary>Puts what would change to the sender; the batch waits no longer until they answer.</summary>
    public void Propose(Guid id, ProposedCorrection proposal)
    {
        Write(id, ProposalFile, proposal);
        File.Delete(Path.Combine(FolderOf(id), ConfirmedFile));
    }

    /// <summary>What the sender of a batch is asked; null when there is nothing to answer.</summary>
    public ProposedCorrection? Open(Guid id) => IsAsked(FolderOf(id)) ? Read<ProposedCorrection>(id, ProposalFile) : null;

    public ProposedCorrection? ProposalOf(Guid id) => Read<ProposedCorrection>(id, ProposalFile);

    public Confirmation? ConfirmationOf(Guid id) => Read<Confirmation>(id, ConfirmedFile);

    public void Confirm(Guid id, Confirmation confirmation) => Write(id, ConfirmedFile, confirmation);

    /// <summary>Batches of a user that wait for their word, oldest first.</summary>
    public IReadOnlyList<UploadBatch> AskedOf(string userName) => Folders().Where(f => IsAsked(f.Path))
        .Select(f => Find(f.Id)).OfType<UploadBatch>().Where(b => b.By == userName).ToList();

    static bool IsAsked(string folder) => File.Exists(Path.Combine(folder, ProposalFile))
        && !File.Exists(Path.Combine(folder, ConfirmedFile)) && !File.Exists(Path.Combine(folder, OutcomeFile));

    void Write<T>(Guid id, string file, T value)
    {
        var target = Path.Combine(FolderOf(id), file);
        File.WriteAllText(target + Part, JsonSerializer.Serialize(value));
        File.Move(target + Part, target, overwrite: true);
    }
}
