namespace Analytics.Domain.Statistics.Withholding;

/// <summary>
/// Numbers as arcs of a network whose nodes are the sums they enter: what flows into a node flows out of it. An open arc
/// is a number that is not given out.
/// </summary>
/// <remarks>
/// A number that is not given out can be worked out exactly when no cycle of open arcs goes through its arc (it is a bridge),
/// and two together (their sum or their difference) exactly when every cycle through one goes through the other: what the
/// sums leave free are the flows round such cycles. D. Gusfield, "A graph theoretic approach to statistical data security",
/// SIAM J. Comput. 17 (1988) 552–571.
/// </remarks>
sealed class SumNetwork(int nodes)
{
    /// <summary>The mark of an arc that no cycle goes through.</summary>
    public const ulong OnNoCycle = 0;

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

    /// <summary>
    /// By arc a mark that tells through which cycles of open arcs it goes: <see cref="OnNoCycle"/> for none, and the same
    /// for two arcs whose cycles are the same.
    /// </summary>
    /// <remarks>
    /// Arcs beside a spanning tree have marks of their own, an arc of the tree those of all cycles through it, added without
    /// carry (D. Pritchard, R. Thurimella, "Fast computation of small cuts via cycle space sampling", ACM Trans. Algorithms 7
    /// (2011) 46). That two others have the same mark by accident, one in 2⁶⁴, would withhold more than needed, never less.
    /// </remarks>
    public ulong[] CycleMarks()
    {
        var (marks, sums, by) = (new ulong[arcs.Count], new ulong[nodes], new int[nodes]);
        Array.Fill(by, -1);
        var order = SpanningTree(by);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var (from, to, _) = arcs[arc];
            if (!open[arc] || by[from] == arc || by[to] == arc) continue;
            marks[arc] = Scattered((ulong)arc + 1);
            sums[from] ^= marks[arc];
            sums[to] ^= marks[arc];
        }
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (node, up) = (order[i], by[order[i]]);
            if (up < 0) continue;
            marks[up] = sums[node];
            sums[Other(up, node)] ^= sums[node];
        }
        return marks;
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

    /// <summary>Nodes in an order in which each comes after the one it is reached from.</summary>
    /// <param name="by">Gets the arc a node is reached by; -1 stays for those that are reached from none.</param>
    List<int> SpanningTree(int[] by)
    {
        var (order, seen) = (new List<int>(nodes), new bool[nodes]);
        for (var start = 0; start < nodes; start++)
        {
            if (seen[start]) continue;
            seen[start] = true;
            order.Add(start);
            for (var next = order.Count - 1; next < order.Count; next++)
                foreach (var arc in at[order[next]])
                {
                    var other = Other(arc, order[next]);
                    if (!open[arc] || seen[other]) continue;
                    (seen[other], by[other]) = (true, arc);
                    order.Add(other);
                }
        }
        return order;
    }

    /// <summary>SplitMix64: the same marks every time. G. L. Steele et al., OOPSLA 2014.</summary>
    static ulong Scattered(ulong number)
    {
        number *= 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    int Other(int arc, int node) => arcs[arc].From == node ? arcs[arc].To : arcs[arc].From;
}
