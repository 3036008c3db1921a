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
        var next = AllPosts + 1;
        Dictionary<T, int> Nodes<T>(Func<PartitionCell, T> of) where T : notnull => partition.Select(of).Distinct().ToDictionary(key => key, _ => next++);
        var (cityNodes, areaNodes, postNodes) = (Nodes(c => c.City), Nodes(c => (c.City, c.Area)), Nodes(c => c.Post));
        Network = new(next);

        foreach (var cell in partition)
        {
            var arc = Add(areaNodes[(cell.City, cell.Area)], postNodes[cell.Post], cell.Officials, isGivenOut: cell.Area.Length > 0);
            atoms.Add(arc);
            if (cell.Area.Length > 0) cells[(cell.Area, cell.Post)] = arc;
        }
        foreach (var ((city, area), node) in areaNodes)
        {
            var arc = Add(cityNodes[city], node, Sum(c => c.City == city && c.Area == area), isGivenOut: area.Length > 0);
            if (area.Length > 0) areas[area] = arc;
        }
        foreach (var (post, node) in postNodes) posts[post] = Add(node, AllPosts, Sum(c => c.Post == post), isGivenOut: true);
        foreach (var (city, node) in cityNodes)
        {
            var arc = Add(Whole, node, Sum(c => c.City == city), isGivenOut: city.Length > 0);
            if (city.Length > 0) cities[city] = arc;
        }
        Add(AllPosts, Whole, Sum(_ => true), isGivenOut: false);

        int Sum(Func<PartitionCell, bool> isIn) => partition.Where(isIn).Sum(c => c.Officials);
    }

    public SumNetwork Network { get; }

    /// <summary>Arcs of the cells, those of no area among them: what every sum is made of.</summary>
    public IReadOnlyList<int> Atoms => atoms;

    public Withheld Withheld() => new(Open(cells), Open(areas), Open(posts), Open(cities));

    HashSet<T> Open<T>(Dictionary<T, int> arcs) where T : notnull => new(arcs.Where(a => Network.IsOpen(a.Value)).Select(a => a.Key), arcs.Comparer);

    int Add(int from, int to, int officials, bool isGivenOut) =>
        Network.Add(from, to, officials, isOpen: !isGivenOut || officials < SmallNumbers.FewestOfficials);
}
