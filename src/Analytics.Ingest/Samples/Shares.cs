namespace Analytics.Ingest.Samples;

/// <summary>
/// The chance that a ballot rates each official low: area, unit, post and person multiplied, a beta draw on top (ballots of one
/// conference agree more than chance would have it), then scaled so that the city and the steered areas come to their share.
/// </summary>
internal sealed class Shares
{
    const double AreaSpread = 0.20;
    const double UnitSpread = 0.42;
    const double UnitPersistence = 0.75;
    const double PersonCorrelation = 0.010;

    /// <summary>Nobody is expected near half; those who are there were put there.</summary>
    const double Highest = 0.32;

    /// <summary>Posts of one area that go their own way while their neighbours do not.</summary>
    static readonly (string Area, Post Post, AreaPath Path)[] OwnWay =
    [
        ("Cẩm Sơn", Post.CommitteeChair, new(0.030, 0.165, 0.070, 0.080)),
        ("Lam Điền", Post.CommitteeVice, new(0.160, 0.020, 0.020, 0.022)),
    ];

    readonly SampleRandom _random;
    readonly Dictionary<string, double> _areas;
    readonly Dictionary<Commune, double> _units = [];

    public Shares(int seed)
    {
        _random = new(seed, "shares");
        _areas = Area.All.ToDictionary(area => area.Name, _ => Math.Exp(AreaSpread * _random.Normal()));
    }

    /// <param name="forced">Low ballots fixed beforehand, by seat; they count towards the city's share.</param>
    public IReadOnlyDictionary<Seat, double> Of(
        SampleRound round, IReadOnlyList<(Seat Seat, int Collected)> voted, IReadOnlyDictionary<Seat, int> forced)
    {
        foreach (var commune in voted.Select(vote => vote.Seat.Commune).Distinct())
        {
            _units[commune] = UnitPersistence * _units.GetValueOrDefault(commune, _random.Normal())
                + Math.Sqrt(1 - UnitPersistence * UnitPersistence) * _random.Normal();
        }
        var free = voted.Where(vote => !forced.ContainsKey(vote.Seat)).ToList();
        var shares = free.ToDictionary(vote => vote.Seat, vote => OwnShare(vote.Seat, round) ?? Relative(vote.Seat, round));
        var scaled = free.Where(vote => OwnShare(vote.Seat, round) is null).ToList();
        var fixedLow = forced.Values.Sum() + free.Except(scaled).Sum(vote => shares[vote.Seat] * vote.Collected);
        var cityLow = round.LowShare * voted.Sum(vote => vote.Collected) - fixedLow;

        Scale(shares, scaled, cityLow, round);
        foreach (var (seat, _) in scaled)
            shares[seat] = _random.Beta(shares[seat], PersonCorrelation);
        Scale(shares, scaled, cityLow, round);
        return shares;
    }

    static double? OwnShare(Seat seat, SampleRound round) =>
        OwnWay.FirstOrDefault(own => own.Area == seat.Commune.Area.Name && own.Post == seat.Post).Path?.Share(round.Year);

    double Relative(Seat seat, SampleRound round)
    {
        var area = seat.Commune.Area;
        // few communes make an area: where it is steered they and their officials differ less, so that the path is seen
        var (unit, person, liked) = area.Path is null ? (UnitSpread, 1.0, 0.06) : (UnitSpread / 3, 0.5, 0.4);
        return seat.Post.Factor(round.Year) * _areas[area.Name] * Math.Exp(unit * _units[seat.Commune])
            * (seat.Holder!.WellLiked ? liked : Math.Pow(seat.Holder.Standing, person));
    }

    static void Scale(Dictionary<Seat, double> shares, List<(Seat Seat, int Collected)> voted, double cityLow, SampleRound round)
    {
        foreach (var steered in voted.GroupBy(vote => vote.Seat.Commune.Area).Where(area => area.Key.Path is not null))
        {
            var low = steered.Key.Path!.Share(round.Year) * steered.Sum(vote => vote.Collected);
            Scale(shares, [.. steered], low);
            cityLow -= low;
        }
        Scale(shares, [.. voted.Where(vote => vote.Seat.Commune.Area.Path is null)], cityLow);
    }

    static void Scale(Dictionary<Seat, double> shares, List<(Seat Seat, int Collected)> voted, double low)
    {
        // what the ceiling cuts off is given to the others in the next pass
        for (var pass = 0; pass < 4; pass++)
        {
            var factor = low / voted.Sum(vote => shares[vote.Seat] * vote.Collected);
            foreach (var (seat, _) in voted)
                shares[seat] = Math.Min(Highest, shares[seat] * factor);
        }
    }
}
