using System.Globalization;

namespace Analytics.Ingest.Samples;

/// <summary>Holds the votes of one round after another and applies the special instances to them.</summary>
internal sealed class Ballots(int seed)
{
    /// <summary>Nobody but a special instance comes near half.</summary>
    const double HighestLow = 0.38;
    readonly SampleRandom _random = new(seed, "ballots");
    readonly Shares _shares = new(seed);

    /// <summary>The rows of the round's results file, the exempt among them; units that have not reported are left out.</summary>
    public IReadOnlyList<Outcome> Count(SampleRound round, IReadOnlyList<Seat> seats)
    {
        var reported = seats
            .Where(seat => seat.Status is "due" or "exempt" && !Specials.HasNotReported(seat.Commune, round.Year)).ToList();
        var meetings = reported.Select(seat => seat.Commune).Distinct()
            .ToDictionary(commune => commune, commune => Meeting.Draw(commune, round, _random));
        var voted = reported.Where(seat => seat.Status == "due").Select(seat => (seat, meetings[seat.Commune].Collected)).ToList();
        var forced = new Dictionary<Seat, int>();
        foreach (var (seat, collected) in voted)
        {
            if (SpecialOf(seat, round) is { } special && (special.Low ?? special.LowShare) is not null)
                forced[seat] = special.Low ?? (int)Math.Ceiling(special.LowShare!.Value * collected);
        }
        var shares = _shares.Of(round, voted, forced);
        return [.. reported.Select(seat => seat.Status == "exempt"
            ? new Outcome(seat, meetings[seat.Commune], null, null, null, null)
            : Row(round, seat, meetings[seat.Commune], shares, forced))];
    }

    Outcome Row(SampleRound round, Seat seat, Meeting meeting, IReadOnlyDictionary<Seat, double> shares, Dictionary<Seat, int> forced)
    {
        var special = SpecialOf(seat, round);
        var valid = special?.Valid ?? meeting.Valid;
        var marked = valid - (special?.Blank ?? 0);
        if (!forced.TryGetValue(seat, out var low))
            low = Math.Min(_random.Binomial(marked, shares[seat]), (int)(HighestLow * meeting.Collected));
        var high = round.ThreeOptions ? _random.Binomial(marked - low, _random.Beta(seat.Post.High, 0.02)) : 0;
        return new(seat, meeting, valid, high, marked - low - high, low)
        {
            Special = special,
            PublishedLow = Published(round, seat, special, 100.0 * low / meeting.Collected),
        };
    }

    static Special? SpecialOf(Seat seat, SampleRound round) =>
        Specials.All.FirstOrDefault(special => special.IsAt(seat, round.Year));

    static string? Published(SampleRound round, Seat seat, Special? special, double percent)
    {
        if (special?.PublishedTruncated == true)
            return Printed(Math.Truncate(percent * 10) / 10, "0.0");
        if (special?.PublishedError is { } error)
            return Printed(percent + error, "0.00");
        return round.ThreeOptions && seat.Commune.Number % 5 == 0 ? Printed(percent, "0.00") : null;
    }

    static string Printed(double percent, string format) =>
        percent.ToString(format, CultureInfo.InvariantCulture).Replace('.', ',');
}
