using Analytics.Domain.Storage;

namespace Analytics.Web.Pages.Units;

/// <summary>Votes on one holder of a post in rounds running that may be compared: what one line may join.</summary>
/// <param name="Family">Which stretch of comparable rounds it lies in, from 0.</param>
sealed record HolderLine(int Family, int Holder, IReadOnlyList<Vote> Votes)
{
    /// <param name="votes">Of one post, by round.</param>
    public static IReadOnlyList<HolderLine> Of(IReadOnlyList<Vote> votes, ReferenceData reference)
    {
        var lines = new List<HolderLine>();
        var open = new Dictionary<int, List<Vote>>();
        var (family, previous) = (0, votes.Count > 0 ? votes[0].Round : null);
        foreach (var round in votes.GroupBy(v => v.Round.Id).Select(g => g.ToList()))
        {
            var comparable = reference.AreComparable(previous!, round[0].Round);
            if (!comparable) family++;
            // Who holds the post no more, and everybody where figures cannot be compared, is joined to nothing that comes.
            foreach (var gone in open.Keys.Where(h => !comparable || round.TrueForAll(v => v.Holder != h)).ToList()) open.Remove(gone);
            foreach (var vote in round)
            {
                if (open.TryGetValue(vote.Holder, out var line))
                {
                    line.Add(vote);
                    continue;
                }
                lines.Add(new(family, vote.Holder, open[vote.Holder] = [vote]));
            }
            previous = round[0].Round;
        }
        return lines;
    }
}
