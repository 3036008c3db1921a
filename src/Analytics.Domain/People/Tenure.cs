using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Domain.People;

/// <summary>What a roster or a result says of one person in one round: where they stood, and since when where that is told.</summary>
/// <param name="Day">Day of the vote, else the first of the round.</param>
public sealed record TenureSign(Round Round, Unit Unit, Position Position, DateOnly Day, DateOnly? Since);

/// <summary>A post held by one person, as far as rosters and results tell: a post stays with its unit through a reorganisation.</summary>
/// <param name="Unit">The unit of the last sign.</param>
/// <param name="Since">The day told by a roster; null where none does: then the post was held at the latest on <paramref name="FirstSeen"/>.</param>
/// <param name="Rounds">Rounds in which the person was seen in the post, in order of time.</param>
public sealed record Tenure(Position Position, Unit Unit, DateOnly? Since, DateOnly FirstSeen, DateOnly LastSeen, IReadOnlyList<Round> Rounds)
{
    /// <summary>Whether both posts were held in one round: one person, one vote to be taken of each post, counted once among people.</summary>
    public bool IsBeside(Tenure other) => Rounds.Any(r => other.Rounds.Any(o => o.Id == r.Id));

    /// <param name="signs">Of one person.</param>
    /// <returns>By the first day seen, then the order of posts.</returns>
    public static IReadOnlyList<Tenure> Of(IEnumerable<TenureSign> signs, UnitBook units)
    {
        var tenures = new List<Tenure>();
        foreach (var sign in signs.OrderBy(s => s.Round.HeldFrom).ThenBy(s => s.Round.Code, StringComparer.Ordinal).ThenBy(s => s.Position.Sort))
        {
            var at = tenures.FindIndex(t => t.Position.Id == sign.Position.Id && IsSame(units, t.Unit, sign) && !StartsAnew(t, sign));
            if (at < 0) tenures.Add(new(sign.Position, sign.Unit, sign.Since, sign.Day, sign.Day, [sign.Round]));
            else tenures[at] = tenures[at].With(sign);
        }
        return tenures.OrderBy(t => t.FirstSeen).ThenBy(t => t.Position.Sort).ToList();
    }

    static bool IsSame(UnitBook units, Unit held, TenureSign sign) =>
        held.Id == sign.Unit.Id || units.Predecessors(sign.Unit, sign.Round.HeldFrom).Any(u => u.Id == held.Id);

    /// <summary>Somebody who left and came back: the post is held since a day after it was seen last.</summary>
    static bool StartsAnew(Tenure tenure, TenureSign sign) => sign.Since > tenure.LastSeen && tenure.Rounds[^1].Id != sign.Round.Id && tenure.Unit.Id == sign.Unit.Id;

    Tenure With(TenureSign sign) => this with
    {
        Unit = sign.Unit,
        Since = Earlier(Since, sign.Since),
        FirstSeen = sign.Day < FirstSeen ? sign.Day : FirstSeen,
        LastSeen = sign.Day > LastSeen ? sign.Day : LastSeen,
        Rounds = Rounds[^1].Id == sign.Round.Id ? Rounds : [.. Rounds, sign.Round],
    };

    static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
