namespace Analytics.Domain.Statistics.Withholding;

/// <summary>
/// Decides what of a round may leave the house. A figure of fewer than three officials does not; nor, so that it cannot be
/// worked out from sums and other figures, do some more: neither the figure of a cell of fewer than three officials nor that
/// of two cells of one official together (nor how far these are apart) follows by arithmetic from what is given out.
/// </summary>
/// <remarks>
/// The numbers make a network: whole → city → area → cell → post → whole (<see cref="SumNetwork"/>). What is withheld beside
/// the small ones is the path with the fewest officials that closes a cycle through each, one after the other until nothing follows. It is exact arithmetic that is guarded against, not that counts lie between 0
/// and their base: of cells withheld together whose sum is 0 it follows that each is 0.
/// </remarks>
public static class SmallNumbers
{
    /// <summary>Groups of fewer officials have no figure in what leaves the house.</summary>
    public const int FewestOfficials = 3;

    /// <summary>What is to be withheld of a round; the same partition always gives the same answer.</summary>
    /// <param name="partition">All cells of the round, each once, whoever looks at it. Of paths with as many officials the one through earlier cells is taken.</param>
    public static Withheld Of(IReadOnlyList<PartitionCell> partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        var layout = new PartitionNetwork(partition);
        var network = layout.Network;
        var small = layout.Atoms.Where(a => network.Officials(a) < FewestOfficials).OrderBy(network.Officials).ToList();
        while (Exposed(network, small) is var (arc, other)) network.Surround(arc, other);
        return layout.Withheld();
    }

    /// <summary>The first cell that follows by itself, or together with another (-1: by itself); null when none does.</summary>
    static (int Arc, int Other)? Exposed(SumNetwork network, List<int> small)
    {
        var marks = network.CycleMarks();
        foreach (var arc in small)
            if (marks[arc] == SumNetwork.OnNoCycle) return (arc, -1);
        var ones = new Dictionary<ulong, int>();
        foreach (var arc in small)
            if (network.Officials(arc) == 1 && !ones.TryAdd(marks[arc], arc)) return (arc, ones[marks[arc]]);
        return null;
    }
}
