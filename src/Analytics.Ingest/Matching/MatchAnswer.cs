using Analytics.Domain.Audit;
using Analytics.Domain.People;
using Analytics.Domain.Results;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Loading;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Matching;

/// <param name="Match">Id of the question.</param>
/// <param name="Answer">Open takes an answer back.</param>
/// <param name="By">Who answers: the user's e-mail, or the name of the command.</param>
/// <param name="AllowedUnits">Ids of the unit versions that the question and every result of the two may be of. Null allows everything.</param>
public sealed record MatchAnswerRequest(int Match, MatchState Answer, string By, IReadOnlySet<int>? AllowedUnits = null);

public enum MatchAnswerState
{
    Answered,
    /// <summary>The same was said before. Nothing changed.</summary>
    Unchanged,
    UnknownMatch,
    /// <summary>A result of one of the two is of a unit that is not among the allowed ones. Nothing changed.</summary>
    OutOfScope,
    /// <summary>Both have a result in the post of one unit in one round, so they are two. Nothing changed.</summary>
    BothVoted,
}

/// <summary>What became of an answer.</summary>
public sealed record MatchAnswerOutcome(MatchAnswerState State, int Match)
{
    /// <summary>Results that changed hands.</summary>
    public int Results { get; init; }
    /// <summary>The round in which both were voted on.</summary>
    public string Round { get; init; } = "";
    /// <summary>The version that was published with it; null when nothing had to be published.</summary>
    public long? Version { get; init; }
    /// <summary>Why what was answered could not be published; null when it was.</summary>
    public string? Failure { get; init; }
}

/// <summary>
/// Answers whether two people are one. "Same" gives the current results of the one to the other, as new versions with the same
/// figures and the same place in the file; "different" changes no result. Both are remembered and can be taken back.
/// </summary>
/// <remarks>
/// Answering is one transaction, publishing another. A crash between the two leaves the old state in readers' sight until the
/// next import, refresh or answer publishes.
/// </remarks>
public sealed class MatchAnswer(Store store, TimeProvider time)
{
    /// <exception cref="StoreException">The writer's turn did not come; nothing changed.</exception>
    public MatchAnswerOutcome Give(MatchAnswerRequest request, CancellationToken ct = default)
    {
        var outcome = Write(request, ct);
        return outcome.Results > 0 ? Publish(outcome, ct) : outcome;
    }

    MatchAnswerOutcome Write(MatchAnswerRequest request, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var outcome = Write(writer, request);
        if (outcome.State == MatchAnswerState.Answered) writer.Commit();
        return outcome;
    }

    MatchAnswerOutcome Write(Writer writer, MatchAnswerRequest request)
    {
        var db = writer.Db;
        var outcome = new MatchAnswerOutcome(MatchAnswerState.Answered, request.Match);
        if (db.PersonMatches.SingleOrDefault(m => m.Id == request.Match) is not { } match) return outcome with { State = MatchAnswerState.UnknownMatch };
        if (match.State == request.Answer) return outcome with { State = MatchAnswerState.Unchanged };
        var now = time.GetUtcNow().UtcDateTime;
        var hands = new ResultHands(db, writer.State.DataVersion + 1, now, request.By);
        if (request.AllowedUnits is { } allowed && (!allowed.Contains(match.UnitId) || hands.Units(match.PersonId, match.OtherId).Any(u => !allowed.Contains(u))))
            return outcome with { State = MatchAnswerState.OutOfScope };
        if (request.Answer == MatchState.Same && hands.RoundOfBoth(match.PersonId, match.OtherId) is { } round)
            return outcome with { State = MatchAnswerState.BothVoted, Round = round };

        var moved = match.State == MatchState.Same ? hands.GiveBack(match.OtherId, match.PersonId)
            : request.Answer == MatchState.Same ? hands.Give(match.PersonId, match.OtherId)
            : 0;
        Set(match, request.Answer, now, request.By);
        if (request.Answer == MatchState.Same) CloseOthers(db, match, now, request.By);
        db.Audit.Add(new AuditEntry
        {
            At = now,
            User = request.By,
            Action = "person-match",
            Target = $"match {match.Id} {request.Answer.ToString().ToLowerInvariant()}",
            Rows = moved,
            EntryKey = Guid.NewGuid().ToString("N"),
        });
        writer.RaiseWorkVersion();
        return outcome with { Results = moved };
    }

    static void Set(PersonMatch match, MatchState state, DateTime at, string by) =>
        (match.State, match.DecidedAt, match.DecidedBy) = (state, state == MatchState.Open ? null : at, state == MatchState.Open ? null : by);

    /// <summary>Whoever was found in one of several people is none of the others; who was asked to be them is asked to be the one found.</summary>
    static void CloseOthers(AnalyticsDb db, PersonMatch match, DateTime at, string by)
    {
        foreach (var other in db.PersonMatches.Where(m => m.PersonId == match.PersonId && m.Id != match.Id && m.State == MatchState.Open).ToList())
            Set(other, MatchState.Different, at, by);
        foreach (var later in db.PersonMatches.Where(m => m.OtherId == match.PersonId && m.State == MatchState.Open).ToList())
            if (later.PersonId == match.OtherId || db.PersonMatches.Any(m => m.PersonId == later.PersonId && m.OtherId == match.OtherId)) Set(later, MatchState.Different, at, by);
            else later.OtherId = match.OtherId;
    }

    MatchAnswerOutcome Publish(MatchAnswerOutcome outcome, CancellationToken ct)
    {
        try
        {
            return TrendRefresh.Run(store, time, everything: false, ct) is { Published: true } published ? outcome with { Version = published.Version } : outcome;
        }
        catch (StoreException e)
        {
            return outcome with { Failure = $"Answered but not published: {e.Message} The next import or \"refresh\" publishes it." };
        }
    }
}
