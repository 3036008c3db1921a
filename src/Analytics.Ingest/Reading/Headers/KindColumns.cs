using System.Collections.Frozen;

namespace Analytics.Ingest.Reading.Headers;

/// <summary>The columns of one kind of file: the contract's names, which must be there, and the headers understood for each.</summary>
internal sealed class KindColumns
{
    const string StepDays = "planned_on|self_review_on|conference_on|minutes_on";

    static readonly Dictionary<FileKind, KindColumns> All = new[]
    {
        new KindColumns(FileKind.Units, ["code", "name", "level"], "code", "name", "kind", "level", "parent", "valid_from", "valid_to", "area"),
        new KindColumns(FileKind.Changes, ["effective_date", "kind", "from_code", "to_code", "whole"],
            "effective_date", "kind", "from_code", "to_code", "whole", "document"),
        new KindColumns(FileKind.Positions, ["code", "name_vi", "sort"], "code", "name_vi", "name_en", "body", "sort"),
        new KindColumns(FileKind.Rounds, ["code", "name_vi", "regime", "held_from", "held_to", "level"],
            "code", "name_vi", "name_en", "regime", "held_from", "held_to", "due", "level", "sample"),
        new KindColumns(FileKind.Roster, ["round", "unit", "position", "official", "status"], VietnameseHeaders.Roster),
        // The round may be named on the command line and the level columns depend on its regime: the checker asks for those.
        new KindColumns(FileKind.Results, ["unit|unit_name", "position", "official"], VietnameseHeaders.Results),
        new KindColumns(FileKind.Steps, ["unit|unit_name", StepDays], VietnameseHeaders.Steps) { Telling = StepDays },
    }.ToDictionary(k => k.Kind);

    readonly FrozenDictionary<string, string> _byKey;

    KindColumns(FileKind kind, IReadOnlyList<string> required, params string[] columns)
    {
        Kind = kind;
        Required = required;
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var parts = column.Split([':', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var header in parts)
                byKey.Add(HeaderKey.Of(header), parts[0]);
        }
        Names = [.. columns.Select(c => c.Split(':')[0])];
        _byKey = byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public FileKind Kind { get; }

    /// <summary>Contract's names in the contract's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names that must be there; "a|b" means either.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Names of which a header must have one to be taken for this kind at all ("a|b"), where the others say too little; else null.</summary>
    public string? Telling { get; private init; }

    public static KindColumns Of(FileKind kind) => All[kind];

    /// <summary>The contract's name for a header key, or null.</summary>
    public string? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The understood header nearest to a key that matches none, if it is near enough to be a slip of the pen.</summary>
    public string? Nearest(string key)
    {
        if (key.Length is < 4 or > 60)
            return null;
        var (best, name) = (Math.Min(3, key.Length / 4 + 1), default(string));
        foreach (var (known, column) in _byKey)
        {
            if (Math.Abs(known.Length - key.Length) < best && EditDistance.Between(known, key) is var steps && steps < best)
                (best, name) = (steps, column);
        }
        return name;
    }
}
