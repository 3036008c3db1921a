using Analytics.Domain.Statistics.Withholding;

namespace Analytics.Domain.Tests.Statistics.Withholding;

/// <summary>
/// What somebody who has everything that is given out can work out: the sums as rows of a matrix over the cells. A sum
/// follows from them when it adds nothing to their rank.
/// </summary>
sealed class PublishedSums
{
    readonly List<PartitionCell> atoms;
    readonly List<double[]> reduced = [];

    /// <param name="atoms">Every cell of the round; those where nobody is are passed over.</param>
    /// <param name="instead">What is withheld in place of what should be.</param>
    public PublishedSums(IEnumerable<PartitionCell> atoms, Withheld? instead = null)
    {
        this.atoms = atoms.Where(a => a.Officials > 0).ToList();
        var withheld = instead ?? SmallNumbers.Of(this.atoms);
        foreach (var (at, cell) in this.atoms.Index())
            if (cell.Area.Length > 0 && !withheld.Cells.Contains((cell.Area, cell.Post))) Publish(Row(i => i == at));
        foreach (var area in this.atoms.Select(a => a.Area).Where(a => a.Length > 0 && !withheld.Areas.Contains(a)).Distinct()) Publish(Row(i => this.atoms[i].Area == area));
        foreach (var post in this.atoms.Select(a => a.Post).Where(p => !withheld.Posts.Contains(p)).Distinct()) Publish(Row(i => this.atoms[i].Post == post));
        foreach (var city in this.atoms.Select(a => a.City).Where(c => !withheld.Cities.Contains(c)).Distinct()) Publish(Row(i => this.atoms[i].City == city));
        Withheld = withheld;
    }

    public Withheld Withheld { get; }

    /// <summary>Cells of areas: those that may be given out.</summary>
    public int Cells => atoms.Count(a => a.Area.Length > 0);

    /// <summary>Fewer than three officials whose figure follows: one group, or two cells of one official by their sum or difference.</summary>
    public IEnumerable<string> WorkedOut()
    {
        foreach (var (i, cell) in atoms.Index())
        {
            if (cell.Officials <= 2 && Follows(Row(k => k == i))) yield return $"{cell}";
            for (var j = i + 1; j < atoms.Count; j++)
            {
                if (cell.Officials + atoms[j].Officials > 2) continue;
                if (Follows(Row(k => k == i || k == j))) yield return $"{cell} + {atoms[j]}";
                if (Follows(Row(k => k == i ? 1 : k == j ? -1 : 0))) yield return $"{cell} - {atoms[j]}";
            }
        }
    }

    double[] Row(Func<int, bool> isIn) => Row(i => isIn(i) ? 1 : 0);

    double[] Row(Func<int, int> times) => [.. Enumerable.Range(0, atoms.Count).Select(i => (double)times(i))];

    void Publish(double[] row)
    {
        Reduce(row);
        var pivot = Array.FindIndex(row, x => Math.Abs(x) > 1e-9);
        if (pivot < 0) return;
        for (var scale = row[pivot]; scale != 1; scale = 1)
            for (var i = 0; i < row.Length; i++) row[i] /= scale;
        reduced.Add(row);
    }

    bool Follows(double[] row)
    {
        Reduce(row);
        return row.All(x => Math.Abs(x) < 1e-9);
    }

    void Reduce(double[] row)
    {
        foreach (var known in reduced)
        {
            var times = row[Array.FindIndex(known, x => Math.Abs(x) > 1e-9)];
            for (var i = 0; i < row.Length; i++) row[i] -= times * known[i];
        }
    }
}
