namespace Analytics.Ingest.Samples;

/// <summary>The conference of one commune in one round: who came and what became of the ballots.</summary>
/// <param name="Invalid">Ballots invalid as a whole, for every official alike.</param>
internal sealed record Meeting(Commune Commune, DateOnly HeldOn, int Invited, int Present, int Collected, int Invalid)
{
    /// <summary>Everyone present is handed a ballot.</summary>
    public int Issued => Present;

    public int Valid => Collected - Invalid;

    public static Meeting Draw(Commune commune, SampleRound round, SampleRandom random)
    {
        var specials = Specials.All.Where(special => special.IsAt(commune, round.Year)).ToList();
        var heldOn = specials.Select(special => special.HeldOn).FirstOrDefault(date => date is not null)
            ?? round.HeldFrom.AddDays(random.Between(0, round.HeldTo.DayNumber - round.HeldFrom.DayNumber));
        var invited = commune.After ? random.Between(151, 306) : random.Between(51, 91);
        var turnout = random.Between(0.80, 0.98);
        if (specials.Select(special => special.Collected).FirstOrDefault(count => count is not null) is { } forced)
            return new(commune, heldOn, forced + random.Between(3, 8), forced, forced, Invalid: 0);
        var present = (int)Math.Ceiling(invited * 0.80) + (int)((turnout - 0.80) * invited);
        var collected = present - (random.Chance(0.15) ? 1 : 0);
        return new(commune, heldOn, invited, present, collected, random.Binomial(collected, round.ThreeOptions ? 0.015 : 0.007));
    }
}
