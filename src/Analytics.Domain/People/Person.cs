namespace Analytics.Domain.People;

/// <summary>
/// A person across rounds: known by the official code, else by name and birth, else by name within one unit (or its
/// successor) and post; never by the name alone across units.
/// </summary>
public sealed class Person
{
    public int Id { get; set; }
    /// <summary>The name as last written, NFC.</summary>
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public required string SortKey { get; set; }
    public string? OfficialCode { get; set; }
    /// <summary>Year or full date of birth as given: <c>1968</c> or <c>1968-05-19</c>.</summary>
    public string? Born { get; set; }
    /// <summary>Unit version and post of the latest loaded result, by which a row without code and birth finds the person.</summary>
    public int? AnchorUnitId { get; set; }
    public int? AnchorPositionId { get; set; }
}
