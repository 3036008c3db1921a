using System.Collections.Concurrent;
using System.Collections.Frozen;
using Analytics.Domain.Storage;

namespace Analytics.Domain.Trends;

/// <summary>What a refresh finds in the results: the sums behind all trends, and the quality of the units' figures.</summary>
/// <param name="Snapshots">Of all groups, where they are wanted; else null.</param>
/// <param name="Parameters">Comparison sets of all rounds, where they are wanted; else null.</param>
sealed record TrendFindings(
    TrendComputation Computation, UnitQualityPass Quality, IReadOnlyList<Snapshot>? Snapshots = null, ILookup<int, RoundParameters>? Parameters = null);

/// <summary>Sums results on another core while the caller reads or writes them, a few thousand at a time.</summary>
sealed class TrendSumming : IDisposable
{
    const int ResultsAtOnce = 512, PartsAhead = 16;

    /// <summary>The groupings that are stored.</summary>
    static readonly FrozenSet<TrendBy> Stored = new[] { TrendBy.City, TrendBy.District, TrendBy.Position, TrendBy.DistrictPosition }.ToFrozenSet();

    readonly BlockingCollection<ArraySegment<ResultSums>> parts = new(PartsAhead);
    /// <summary>Room of parts that were summed, to be used again: each is too large to be made new for every few hundred results.</summary>
    readonly ConcurrentQueue<ResultSums[]> room = [];
    readonly CancellationTokenSource stop = new();
    readonly Task<TrendFindings> summing;
    ResultSums[] part = new ResultSums[ResultsAtOnce];
    int count;

    /// <param name="standings">Knows the earlier results that rules ask for.</param>
    /// <param name="everything">Every group, round and unit is wanted.</param>
    public TrendSumming(StandingPass standings, ReferenceData reference, UnitQualityPass quality, bool everything)
    {
        summing = Task.Run(() =>
        {
            var computation = new TrendComputation(reference, Stored, null);
            foreach (var part in parts.GetConsumingEnumerable(stop.Token))
            {
                computation.Add(part, standings, quality);
                room.Enqueue(part.Array!);
            }
            return everything ? WithAll(computation, quality, reference) : new TrendFindings(computation, quality);
        });
    }

    static TrendFindings WithAll(TrendComputation computation, UnitQualityPass quality, ReferenceData reference)
    {
        var parameters = reference.Rounds.SelectMany(r => computation.Parameters(r.Id)).ToLookup(p => p.RoundId);
        return new(computation, quality, computation.AllSnapshots(), parameters);
    }

    public void Add(in ResultSums result)
    {
        part[count++] = result;
        if (count < ResultsAtOnce) return;
        Pass();
        (part, count) = (room.TryDequeue(out var used) ? used : new ResultSums[ResultsAtOnce], 0);
    }

    /// <summary>No more results come. What comes of them may still take a while.</summary>
    public Task<TrendFindings> Complete()
    {
        Pass();
        parts.CompleteAdding();
        return summing;
    }

    void Pass()
    {
        // Waiting for room in the queue would be for ever where summing has failed.
        while (!parts.TryAdd(new(part, 0, count), 50))
            if (summing.IsFaulted) summing.GetAwaiter().GetResult();
    }

    /// <summary>Ends the summing if it is still going on.</summary>
    public void Dispose()
    {
        if (!parts.IsAddingCompleted) stop.Cancel();
    }
}
