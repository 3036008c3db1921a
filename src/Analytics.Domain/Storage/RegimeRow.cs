using Analytics.Domain.Rounds;

namespace Analytics.Domain.Storage;

/// <summary>A regime as stored: its JSON object, in the order of the shipped file.</summary>
public sealed class RegimeRow
{
    public required string Id { get; set; }
    public int Sort { get; set; }
    public required string Json { get; set; }

    public Regime ToRegime() => RegimeFile.Parse(Json);
}
