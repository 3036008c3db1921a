namespace Analytics.Ingest.Samples;

/// <summary>A commune, ward or township on one side of the reorganisation of 1 July 2025.</summary>
/// <param name="Number">Its place in the area, from 1; special instances are found by it.</param>
internal sealed record Commune(string Code, string Kind, string Name, Area Area, int Number, bool After)
{
    public string FullName => $"{Kind} {Name}";

    public bool WithoutCouncil => !After && Kind == "Phường" && Area.WardsWithoutCouncil;
}

/// <summary>What became of an old commune; <paramref name="Whole"/> is false where it was divided.</summary>
internal sealed record Succession(Commune From, Commune To, bool Whole);

/// <summary>The units of the fictional city and how the old ones became the new ones.</summary>
internal sealed record Territory(IReadOnlyList<Commune> Before, IReadOnlyList<Commune> After, IReadOnlyList<Succession> Successions)
{
    public static readonly DateOnly Reorganised = new(2025, 7, 1);

    /// <summary>The communes that vote in a round.</summary>
    public IReadOnlyList<Commune> In(SampleRound round) => round.After ? After : Before;

    /// <summary>The commune of this area and number on the side of the reorganisation where the round lies.</summary>
    public Commune At(SampleRound round, string area, int number) =>
        In(round).First(commune => commune.Area.Name == area && commune.Number == number);

    public IEnumerable<Commune> SourcesOf(Commune commune) =>
        Successions.Where(succession => succession.To == commune).Select(succession => succession.From);

    /// <summary>merge or split where several are concerned; else what happened to the single one.</summary>
    public string KindOf(Succession step)
    {
        if (!step.Whole)
            return "split";
        if (SourcesOf(step.To).Count() > 1)
            return "merge";
        if (step.From.Kind != step.To.Kind)
            return "retype";
        return step.From.Name != step.To.Name ? "rename" : "move";
    }
}
