namespace Analytics.Domain.Rounds;

/// <summary>A post that is put to the vote. <see cref="Sort"/> gives the order on every page and in every output.</summary>
public sealed class Position
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string NameVi { get; set; }
    public string NameEn { get; set; } = "";
    public string Body { get; set; } = "";
    public int Sort { get; set; }

    /// <summary>Whether there is usually one of it in a unit: a chair, by its code.</summary>
    public bool HasOneHolder => Code.EndsWith("-CHAIR", StringComparison.Ordinal);

    /// <summary>Name in the language asked for; Vietnamese where no English one is given.</summary>
    public string Name(bool english) => english && NameEn.Length > 0 ? NameEn : NameVi;
}
