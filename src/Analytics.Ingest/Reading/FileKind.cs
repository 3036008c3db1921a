namespace Analytics.Ingest.Reading;

/// <summary>What a file holds. The order is the order in which files of one call are loaded.</summary>
public enum FileKind
{
    /// <summary>Administrative units and when they were valid.</summary>
    Units,

    /// <summary>What became of which unit: merges, splits, renamings.</summary>
    Changes,

    /// <summary>The posts put to a vote.</summary>
    Positions,

    /// <summary>Rounds of votes with their regime and dates.</summary>
    Rounds,

    /// <summary>Who is due in a round (<i>người thuộc diện lấy phiếu</i>).</summary>
    Roster,

    /// <summary>Counted ballots, one row per official.</summary>
    Results,

    /// <summary>How far units have come in a round: the days of their steps, one row per unit.</summary>
    Steps,
}
