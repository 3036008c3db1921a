namespace Analytics.Domain.Statistics.Withholding;

/// <summary>
/// Numbers as arcs of a network whose nodes are the sums they enter: what flows into a node flows out of it. An open arc
/// is a number that is not given out.
/// </summary>
/// <remarks>
/// A number that is not given out can be worked out exactly when its arc is a bridge of the open arcs, and two together
/// (their sum or their difference) exactly when taking one away makes the other a bridge: what is left free by the sums are
/// the flows round the cycles of open arcs. D. Gusfield, "A graph theoretic approach to statistical data security", SIAM
/// J. Comput. 17 (1988) 552–571.
/// </remarks>
sealed class SumNetwork(int nodes)
{
    readonly record struct Arc(int From, int To, int Officials);

    readonly List<Arc> arcs = [];
    readonly List<bool> open = [];
    readonly List<int>[] at = Enumerable.Range(0, nodes).Select(_ => new List<int>()).ToArray();

    /// <summary>Adds a number and returns its arc.</summary>
    public int Add(int from, int to, int officials, bool isOpen)
    {
        arcs.Add(new(from, to, officials));
        open.Add(isOpen);
        at[from].Add(arcs.Count - 1);
        at[to].Add(arcs.Count - 1);
        return arcs.Count - 1;
    }

    public int Officials(int arc) => arcs[arc].Officials;

    public bool IsOpen(int arc) => open[arc];

    public bool IsBridge(int arc) => Bridges(without: -1).Contains(arc);

    /// <summary>Open arcs that are bridges once an arc is away.</summary>
    public HashSet<int> Bridges(int without)
    {
        var (entered, lowest, bridges, clock) = (new int[nodes], new int[nodes], new HashSet<int>(), 0);
        for (var start = 0; start < nodes; start++)
            if (entered[start] == 0) Visit(start, by: -1);
        return bridges;

        void Visit(int node, int by)
        {
            entered[node] = lowest[node] = ++clock;
            foreach (var arc in at[node])
            {
                if (arc == by || arc == without || !open[arc]) continue;
                var other = Other(arc, node);
                if (entered[other] != 0)
                {
                    lowest[node] = Math.Min(lowest[node], entered[other]);
                    continue;
                }
                Visit(other, arc);
                lowest[node] = Math.Min(lowest[node], lowest[other]);
                if (lowest[other] > entered[node]) bridges.Add(arc);
            }
        }
    }

    /// <summary>
    /// Opens the arcs that put an arc on a cycle which avoids another, taking as few officials with them as can be; where as
    /// many, those added first.
    /// </summary>
    /// <param name="avoiding">An arc, or -1 for none.</param>
    public void Surround(int arc, int avoiding)
    {
        var (from, to) = (arcs[arc].From, arcs[arc].To);
        var cost = new long[nodes];
        Array.Fill(cost, long.MaxValue);
        var by = new int[nodes];
        var waiting = new PriorityQueue<int, (long Cost, int Node)>();
        cost[from] = 0;
        waiting.Enqueue(from, (0, from));
        while (waiting.TryDequeue(out var node, out var reached))
        {
            if (reached.Cost > cost[node]) continue;
            foreach (var step in at[node])
            {
                if (step == arc || step == avoiding) continue;
                var (other, price) = (Other(step, node), cost[node] + (open[step] ? 0 : arcs[step].Officials));
                if (price >= cost[other]) continue;
                (cost[other], by[other]) = (price, step);
                waiting.Enqueue(other, (price, other));
            }
        }
        if (cost[to] == long.MaxValue) throw new InvalidOperationException("Every number lies on a cycle through the whole.");
        for (var node = to; node != from; node = Other(by[node], node)) open[by[node]] = true;
    }

    int Other(int arc, int node) => arcs[arc].From == node ? arcs[arc].To : arcs[arc].From;
}
