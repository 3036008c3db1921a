namespace Analytics.Domain.Statistics.Withholding;

/// <summary>The network of a round's sums, with what its arcs stand for. What is too small is open from the beginning.</summary>
sealed class PartitionNetwork
{
    const int Whole = 0;
    const int AllPosts = 1;

    readonly Dictionary<(string Area, string Post), int> cells = [];
    readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> posts = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> cities = new(StringComparer.Ordinal);
    readonly List<int> atoms = [];

    public PartitionNetwork(IReadOnlyList<PartitionCell> partition)
    {
        var (ofCities, ofAreas, ofPosts) = (Sums(partition, c => c.City), Sums(partition, c => (c.City, c.Area)), Sums(partition, c => c.Post));
        var next = AllPosts + 1;
        Dictionary<T, int> Nodes<T>(Dictionary<T, int> sums) where T : notnull => sums.Keys.ToDictionary(key => key, _ => next++);
        var (cityNodes, areaNodes, postNodes) = (Nodes(ofCities), Nodes(ofAreas), Nodes(ofPosts));
        Network = new(next);

        foreach (var cell in partition)
        {
            var arc = Add(areaNodes[(cell.City, cell.Area)], postNodes[cell.Post], cell.Officials, isGivenOut: cell.Area.Length > 0);
            atoms.Add(arc);
            if (cell.Area.Length > 0) cells[(cell.Area, cell.Post)] = arc;
        }
        foreach (var ((city, area), officials) in ofAreas)
        {
            var arc = Add(cityNodes[city], areaNodes[(city, area)], officials, isGivenOut: area.Length > 0);
            if (area.Length > 0) areas[area] = arc;
        }
        foreach (var (post, officials) in ofPosts) posts[post] = Add(postNodes[post], AllPosts, officials, isGivenOut: true);
        foreach (var (city, officials) in ofCities)
        {
            var arc = Add(Whole, cityNodes[city], officials, isGivenOut: city.Length > 0);
            if (city.Length > 0) cities[city] = arc;
        }
        Add(AllPosts, Whole, partition.Sum(c => c.Officials), isGivenOut: false);
    }

    public SumNetwork Network { get; }

    /// <summary>Arcs of the cells, those of no area among them: what every sum is made of.</summary>
    public IReadOnlyList<int> Atoms => atoms;

    public Withheld Withheld() => new(Open(cells), Open(areas), Open(posts), Open(cities));

    static Dictionary<T, int> Sums<T>(IReadOnlyList<PartitionCell> partition, Func<PartitionCell, T> of) where T : notnull =>
        partition.GroupBy(of).ToDictionary(g => g.Key, g => g.Sum(c => c.Officials));

    HashSet<T> Open<T>(Dictionary<T, int> arcs) where T : notnull => new(arcs.Where(a => Network.IsOpen(a.Value)).Select(a => a.Key), arcs.Comparer);

    int Add(int from, int to, int officials, bool isGivenOut) =>
        Network.Add(from, to, officials, isOpen: !isGivenOut || officials < SmallNumbers.FewestOfficials);
}
