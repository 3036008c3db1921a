using System.Runtime.InteropServices;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Statistics;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;

namespace Analytics.Domain.Trends;

/// <summary>
/// All groups, standings and comparison sets of one state of the results, in memory: the refresh stores what it finds
/// stale of it, and "as known at" is answered from it directly.
/// </summary>
public sealed class TrendComputation
{
    readonly IReadOnlySet<TrendBy> by;
    ReferenceData reference;
    readonly Dictionary<GroupKey, Dictionary<int, GroupSums>> groups = [];
    readonly TrendPlaces places;
    readonly Dictionary<(int Surroundings, int Round, int Position), Heap> heaps = [];
    /// <summary>By the last bits of the post's id: a unit's posts come one after the other, again and again.</summary>
    readonly ((int Surroundings, int Round, int Position) Of, Heap? Heap)[] latestHeaps = new ((int, int, int), Heap?)[16];
    readonly Dictionary<(int Round, int Position), OfficialTally> officials = [];
    /// <summary>Of groups that results were added to before.</summary>
    readonly Dictionary<GroupKey, Dictionary<string, PassedRounds>> passed = [];

    internal TrendComputation(ReferenceData reference, IReadOnlySet<TrendBy> by, PresentBoundaries? boundaries) =>
        (this.reference, this.by, places) = (reference, by, new(boundaries));

    /// <summary>Results at a threshold, with the code of the standing.</summary>
    public List<ThresholdMark> Marks { get; } = [];

    /// <summary>Reads and sums the results of <paramref name="db"/>'s version.</summary>
    /// <param name="by">Which groupings to sum; results by unit are asked for alone, they are many.</param>
    /// <param name="boundaries">Within which units are grouped; null: as they were at each round.</param>
    public static TrendComputation Over(
        AnalyticsDb db, ReferenceData reference, IReadOnlySet<TrendBy> by, PresentBoundaries? boundaries = null, CancellationToken ct = default) =>
        Sum(ResultSource.All(db), StandingPass.With(reference, rounds => ResultSource.OfRounds(db, rounds)), reference, by, boundaries, ct);

    /// <summary>The same over the results of one unit version.</summary>
    public static TrendComputation OverUnit(AnalyticsDb db, ReferenceData reference, int unitId) => Sum(
        ResultSource.OfUnit(db, unitId), StandingPass.With(reference, rounds => ResultSource.OfUnit(db, unitId).Where(r => rounds.Contains(r.RoundId))),
        reference, new HashSet<TrendBy> { TrendBy.Unit }, null, default);

    /// <summary>Adds results.</summary>
    /// <param name="quality">Looks at them too.</param>
    internal void Add(ReadOnlySpan<ResultSums> results, StandingPass standings, UnitQualityPass quality)
    {
        foreach (ref readonly var r in results)
        {
            quality.Add(r);
            Add(r, standings.Of(r.RoundId, r.PersonId, r.PositionId, r.Exempt, r.Counts), 1, null);
        }
    }

    /// <param name="source">The results, read once and never held together: there may be millions.</param>
    internal static TrendComputation Sum(
        IEnumerable<ResultSums> source, StandingPass standings, ReferenceData reference, IReadOnlySet<TrendBy> by, PresentBoundaries? boundaries,
        CancellationToken ct)
    {
        var computation = new TrendComputation(reference, by, boundaries);
        var seen = 0;
        foreach (var r in source)
        {
            if (++seen % 4096 == 0) ct.ThrowIfCancellationRequested();
            computation.Add(r, standings.Of(r.RoundId, r.PersonId, r.PositionId, r.Exempt, r.Counts), 1, null);
        }
        return computation;
    }

    /// <summary>Takes some results away and adds others, as if all there are now had been read anew.</summary>
    /// <param name="now">Reference data of now: the same units, perhaps further rounds and posts.</param>
    /// <returns>What was touched; null, and nothing is good any more, where a rule asks for a round that is not among the results given.</returns>
    internal TouchedGroups? Change(IReadOnlyCollection<ResultSums> closed, IReadOnlyCollection<ResultSums> opened, ReferenceData now)
    {
        reference = now;
        var standings = new StandingPass(now);
        var lookBack = standings.RoundsThatLookBack.ToHashSet();
        if (closed.Concat(opened).Any(r => lookBack.Contains(r.RoundId))) return null;
        var touched = new TouchedGroups();
        foreach (var r in closed) Add(r, standings.Of(r.RoundId, r.PersonId, r.PositionId, r.Exempt, r.Counts), -1, touched);
        foreach (var r in opened) Add(r, standings.Of(r.RoundId, r.PersonId, r.PositionId, r.Exempt, r.Counts), 1, touched);
        return touched;
    }

    /// <param name="times">1 adds the result, −1 takes it away.</param>
    void Add(in ResultSums r, StandingResult standing, int times, TouchedGroups? touched)
    {
        var place = places.Of(r.UnitId, r.RoundId, reference);
        var heap = HeapOf(place, r.RoundId, r.PositionId);
        var ballots = r.Exempt ? null : r.Counts.Base(heap.Base);
        if (standing.AtThreshold && times > 0) Marks.Add(new ThresholdMark { ResultId = r.Id, RoundId = r.RoundId, Standing = standing.Code });
        else if (standing.AtThreshold)
        {
            var id = r.Id;
            Marks.RemoveAll(m => m.ResultId == id);
        }
        if (ballots is { } known) heap.Officials.Add(r.Counts.Low ?? 0, known, times);

        foreach (var sums in heap.Groups) Put(r, sums);
        if (by.Contains(TrendBy.Unit))
        {
            var unit = new GroupKey(TrendBy.Unit, places.UnitKeyOf(r.UnitId, r.RoundId, reference), "");
            Put(r, SumsOf(unit, r.RoundId));
        }

        void Put(in ResultSums r, GroupSums sums)
        {
            if (ballots is not { } n) sums.Leave(times);
            else if (sums == heap.Containing) sums.Count(n, r.Counts.High ?? 0, r.Counts.Middle ?? 0, r.Counts.Low ?? 0, times);
            else sums.Add(place.Cluster, n, r.Counts.High ?? 0, r.Counts.Middle ?? 0, r.Counts.Low ?? 0, times);
            if (standing.AtThreshold) sums.BelowRule += times;
            touched?.Add(sums.Key, r.RoundId, reference.Round(r.RoundId)!.HeldFrom);
            if (!sums.IsEmpty) return;
            groups[sums.Key].Remove(r.RoundId);
            heaps.Clear();
            Array.Clear(latestHeaps);
        }
    }

    GroupSums SumsOf(GroupKey key, int roundId) => SumsOf(key, roundId, out _);

    GroupSums SumsOf(GroupKey key, int roundId, out bool known)
    {
        ref var rounds = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        rounds ??= [];
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(rounds, roundId, out known);
        return sums ??= new GroupSums(key);
    }

    /// <summary>What results of a city, area, round and post are added to. Asked for row by row.</summary>
    Heap HeapOf(in TrendPlace place, int roundId, int positionId)
    {
        var wanted = (place.Surroundings, roundId, positionId);
        ref var latest = ref latestHeaps[positionId % latestHeaps.Length];
        if (latest.Heap is { } known && latest.Of == wanted) return known;
        if (!heaps.TryGetValue(wanted, out var heap)) heaps[wanted] = heap = NewHeap(place, roundId, positionId);
        latest = (wanted, heap);
        return heap;
    }

    Heap NewHeap(in TrendPlace place, int roundId, int positionId)
    {
        var position = reference.Position(positionId)!.Code;
        List<GroupSums> sums = [];
        var ofPost = by.Contains(TrendBy.Position) ? SumsOf(new(TrendBy.Position, position, position), roundId) : null;
        if (ofPost is not null) sums.Add(ofPost);
        if (place.City is { } city && by.Contains(TrendBy.City)) sums.Add(SumsOf(new(TrendBy.City, city, ""), roundId));
        if (place.Area is { } area && by.Contains(TrendBy.District)) sums.Add(SumsOf(new(TrendBy.District, area, ""), roundId));
        GroupSums? containing = null;
        if (place.Area is { } code && by.Contains(TrendBy.DistrictPosition))
        {
            var ofBoth = SumsOf(new(TrendBy.DistrictPosition, code, position), roundId, out var known);
            sums.Add(ofBoth);
            if (!known) ofPost?.Contain(ofBoth);
            containing = ofPost;
        }
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(officials, (roundId, positionId), out _);
        return new([.. sums], containing, tally ??= new(), reference.RegimeOf(reference.Round(roundId)!).Base);
    }

    /// <summary>The groups that results of a unit in a round belong to, whatever the post.</summary>
    public (string? City, string? Area) GroupsOf(int unitId, int roundId)
    {
        var place = places.Of(unitId, roundId, reference);
        return (place.City, place.Area);
    }

    /// <summary>Snapshots of the groups that <paramref name="wanted"/> names; of all groups when it is null.</summary>
    public IEnumerable<Snapshot> Snapshots(Predicate<GroupKey>? wanted = null)
    {
        foreach (var (key, rounds) in groups)
            if (wanted is null || wanted(key))
                foreach (var snapshot in GroupTrend.Compute(key, rounds.Select(r => (reference.Round(r.Key)!, r.Value)), reference))
                    yield return snapshot;
    }

    /// <summary>Snapshots of all groups, on every core.</summary>
    internal List<Snapshot> AllSnapshots()
    {
        var all = groups.ToArray();
        // Groups contained in others are read by several threads from here on.
        foreach (var (_, rounds) in all)
            foreach (var (_, sums) in rounds) sums.Settle();
        var snapshots = new Snapshot[all.Length][];
        Parallel.For(0, all.Length, i => snapshots[i] =
            [.. GroupTrend.Compute(all[i].Key, all[i].Value.Select(r => (reference.Round(r.Key)!, r.Value)), reference)]);
        return [.. snapshots.SelectMany(s => s)];
    }

    /// <summary>Snapshots of the groups touched, from their earliest touched round on.</summary>
    internal IEnumerable<Snapshot> Snapshots(TouchedGroups touched)
    {
        foreach (var (key, from) in touched.From)
        {
            ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(passed, key, out _);
            foreach (var snapshot in GroupTrend.Compute(key, groups[key].Select(r => (reference.Round(r.Key)!, r.Value)), reference, from, kept ??= []))
                yield return snapshot;
        }
    }

    /// <summary>
    /// The comparison sets of a round: one per post with enough officials with a base, and one of all officials.
    /// </summary>
    public IEnumerable<RoundParameters> Parameters(int roundId)
    {
        var all = new OfficialTally();
        var ofSmallPosts = new OfficialTally();
        foreach (var position in reference.Positions)
        {
            if (!officials.TryGetValue((roundId, position.Id), out var tally)) continue;
            all.Add(tally);
            if (tally.Officials >= ComparisonSet.MinimumForPosition && ComparisonSet.Of(tally) is { } set)
                yield return RoundParameters.From(roundId, position.Code, set, tally);
            else
                ofSmallPosts.Add(tally);
        }
        if (ComparisonSet.Of(all) is { } whole) yield return RoundParameters.From(roundId, "", whole, ofSmallPosts);
    }

    /// <summary>Sums of every group that results of one city, area, round and post belong to, and the tally of the post in the round.</summary>
    /// <param name="Containing">The one of the groups that contains another of them.</param>
    sealed record Heap(GroupSums[] Groups, GroupSums? Containing, OfficialTally Officials, BallotBase Base);
}
