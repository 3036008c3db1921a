namespace Analytics.Ingest.Samples;

/// <summary>Fills the posts round by round: people stay, move up from vice-chair, leave at a new term or in between.</summary>
internal sealed class Benches(Territory territory, int seed)
{
    static readonly DateOnly Founded = new(2004, 5, 10);
    readonly SampleRandom _random = new(seed, "benches");
    readonly OfficialNames _people = new(new(seed, "people"));
    readonly HashSet<Official> _placed = [];

    /// <summary>The seats of every round, in the order of the files: commune, then post.</summary>
    public IReadOnlyDictionary<SampleRound, IReadOnlyList<Seat>> Fill()
    {
        var filled = new Dictionary<SampleRound, IReadOnlyList<Seat>>();
        var last = Enumerable.Empty<Seat>().ToLookup(seat => seat.Commune);
        foreach (var round in SampleRound.All)
        {
            var seats = territory.In(round).SelectMany(commune =>
                round.Year == 2008 ? Founders(commune)
                : round.After ? FromSources(commune, last)
                : Renewed(last[commune], round)).ToList();
            last = seats.ToLookup(seat => seat.Commune);
            filled[round] = [.. seats.Select(seat => Marked(seat, round))];
        }
        return filled;
    }

    IEnumerable<Seat> Founders(Commune commune) =>
        Post.All.Select(post => new Seat(commune, post, 1, _people.Next(2004), Founded.AddDays(_random.Between(0, 18))));

    IEnumerable<Seat> Renewed(IEnumerable<Seat> seats, SampleRound round)
    {
        Official? promoted = null;
        foreach (var seat in seats)
        {
            var leaves = seat.Holder == promoted || seat.Holder!.Born <= round.Year - (round.NewTerm is null ? 60 : 56);
            if (!leaves && !_random.Chance(round.NewTerm is null ? 0.05 : 0.45))
            {
                yield return seat;
                continue;
            }
            var since = round.NewTerm?.AddDays(_random.Between(15, 45)) ?? round.HeldFrom.AddDays(-_random.Between(30, 600));
            // the vice-chair follows the chair in the order of posts, so is replaced in the same pass
            var vice = seats.FirstOrDefault(other => other.Post.Sort == seat.Post.Sort + 1 && other.Post.Body == seat.Post.Body);
            promoted = vice is not null && round.NewTerm is not null && _random.Chance(0.3) ? vice.Holder : null;
            yield return seat with { Holder = promoted ?? _people.Next(since.Year), Since = since };
        }
    }

    IEnumerable<Seat> FromSources(Commune commune, ILookup<Commune, Seat> last)
    {
        var vices = _random.Chance(0.7) || Special.NeedsTwoVices(commune) ? 2 : 1;
        var candidates = territory.SourcesOf(commune).SelectMany(source => last[source])
            .Where(seat => !(seat.Post.OfCouncil && seat.Commune.WithoutCouncil)).ToList();
        foreach (var post in Post.All)
        {
            for (var place = 1; place <= (post == Post.CommitteeVice ? vices : 1); place++)
            {
                var newcomer = _random.Chance(0.03);
                var since = newcomer
                    ? new DateOnly(2026, 3, 16).AddDays(_random.Between(0, 150))
                    : Territory.Reorganised.AddDays(_random.Between(0, 20));
                var known = candidates.FirstOrDefault(seat => seat.Post == post && !_placed.Contains(seat.Holder!) && !(seat.Holder!.Born <= 1966))?.Holder;
                var stays = known is not null && !newcomer && _random.Chance(0.65) && _placed.Add(known);
                yield return new(commune, post, place, stays ? known : _people.Next(since.Year), since);
            }
        }
    }

    Seat Marked(Seat seat, SampleRound round)
    {
        if (Specials.All.FirstOrDefault(special => special.IsAt(seat, round.Year)) is { } special)
            return Cast(seat, special);
        if (round.Year is 2022 or 2024 && seat.Post.OfCouncil && seat.Commune.WithoutCouncil)
            return seat with { Holder = null, Since = null, Status = "no-council", Reason = "Phường không tổ chức HĐND" };
        // two empty places in one post would be one row twice
        if (_random.Chance(0.006) && seat.Place == 1)
            return seat with { Holder = null, Since = null, Status = "vacant", Reason = "Khuyết, chưa kiện toàn" };
        if (round.NewTerm is null && seat.Since > round.HeldFrom.AddDays(-270) && _random.Chance(0.35))
            return seat with { Status = "exempt", Reason = "Mới giữ chức vụ, chưa đủ 9 tháng" };
        if (seat.Holder!.Born <= round.Year - 59 && _random.Chance(0.15))
            return seat with { Status = "exempt", Reason = "Đang chờ nghỉ hưu" };
        return seat;
    }

    /// <summary>A special instance has its seat as the instance says; the person keeps the new name in earlier rounds too.</summary>
    static Seat Cast(Seat seat, Special special)
    {
        if (special.Status == "vacant")
            return seat with { Holder = null, Since = null, Status = "vacant", Reason = "Khuyết, chưa kiện toàn" };
        if (special.Status == "exempt")
            return seat with { Status = "exempt", Reason = "Đang chờ nghỉ hưu" };
        if (special.Name is not null)
            seat.Holder!.Name = special.Name;
        if (special.Born is not null)
            (seat.Holder!.Born, seat.Holder.Code) = (special.Born, null);
        return seat;
    }
}
