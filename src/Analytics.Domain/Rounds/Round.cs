using Analytics.Domain.Units;

namespace Analytics.Domain.Rounds;

/// <summary>A round of confidence votes: when, at which level, under which regime.</summary>
public sealed class Round
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required string NameVi { get; set; }
    public string NameEn { get; set; } = "";
    public required string RegimeId { get; set; }
    public DateOnly HeldFrom { get; set; }
    public DateOnly HeldTo { get; set; }
    /// <summary>Last day for results to arrive; null when none was set.</summary>
    public DateOnly? Due { get; set; }
    public UnitLevel Level { get; set; }
    /// <summary>True for invented figures: every page and picture made from them says so.</summary>
    public bool Sample { get; set; }

    /// <summary>A copy that names another rule.</summary>
    internal Round Under(string regimeId)
    {
        var copy = (Round)MemberwiseClone();
        copy.RegimeId = regimeId;
        return copy;
    }

    public string Name(bool english) => english && NameEn.Length > 0 ? NameEn : NameVi;

    /// <summary>In order of time; rounds that begin on one day are in the order of their codes.</summary>
    public bool IsBefore(Round other) => HeldFrom != other.HeldFrom ? HeldFrom < other.HeldFrom : string.CompareOrdinal(Code, other.Code) < 0;

    /// <summary>Time of the round in years, for slopes: days of <see cref="HeldFrom"/> / 365.25.</summary>
    public double Years => HeldFrom.DayNumber / 365.25;
}
