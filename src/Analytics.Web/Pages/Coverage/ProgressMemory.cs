using System.Runtime.CompilerServices;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Queries;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Pages.Coverage;

/// <summary>
/// What was written down of rounds, and what was compared, as this process read it last: after one more step only what came since is read.
/// </summary>
sealed class ProgressMemory : IDisposable
{
    /// <summary>Units of all rounds that are kept.</summary>
    const int MostUnits = 100_000;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostUnits });

    readonly ConditionalWeakTable<PublishedProgress, JoinedUnits> joined = [];

    sealed record Kept<T>(long WorkVersion, T Read);

    readonly record struct StepsKey(int Round);

    readonly record struct VerifiedKey(int Round, long DataVersion, DateTime? PublishedAt);

    public RoundSteps Steps(QueryContext context, Round round) => context.LookEnd is { } end
        ? RoundSteps.Read(context.Db, round.Id, end)
        : Renew<RoundSteps>(context, new StepsKey(round.Id), known => RoundSteps.Read(context.Db, round.Id, known), steps => steps.ByUnit.Count);

    public VerifiedUnits Verified(QueryContext context, Round round) => context.LookEnd is { } end
        ? VerifiedUnits.Read(context.Db, round.Id, end)
        : Renew<VerifiedUnits>(context, new VerifiedKey(round.Id, context.State.DataVersion, context.PublishedAt), known => VerifiedUnits.Read(context.Db, round.Id, known), verified => verified.ByUnit.Count);

    public JoinedUnits Join(QueryContext context, PublishedProgress published)
    {
        var before = joined.TryGetValue(published, out var known) ? known : null;
        var now = JoinedUnits.Of(published, Steps(context, published.Round), Verified(context, published.Round), before);
        if (context.LookEnd is null) joined.AddOrUpdate(published, now);
        return now;
    }

    /// <param name="read">Reads anew, from what was read at an earlier moment, or from nothing.</param>
    T Renew<T>(QueryContext context, object key, Func<T?, T> read, Func<T, int> size) where T : class
    {
        var (work, known) = (context.State.WorkVersion, kept.Get<Kept<T>>(key));
        // Another request may have begun later and read already.
        if (known?.WorkVersion > work) return read(null);
        if (known?.WorkVersion == work) return known.Read;
        var now = read(known?.Read);
        kept.Set(key, new Kept<T>(work, now), new MemoryCacheEntryOptions { Size = 1 + size(now), SlidingExpiration = TimeSpan.FromHours(2) });
        return now;
    }

    public void Dispose() => kept.Dispose();
}
