using System.Globalization;
using Analytics.Domain.People;
using Analytics.Web.Loading;

namespace Analytics.Web.Pages.Roster;

/// <summary>One line of the form, every cell as it was typed.</summary>
sealed class RosterFormLine
{
    /// <summary>The version the writer had before them; null for a line that is not on the roster yet.</summary>
    public int? Id { get; set; }
    public string? Position { get; set; }
    public string? Official { get; set; }
    public string? OfficialCode { get; set; }
    public string? Born { get; set; }
    public string? Since { get; set; }
    public string? Status { get; set; }
    public string? Reason { get; set; }
    public bool Remove { get; set; }

    /// <summary>A line that says nothing: not on the roster, nobody named, no other status chosen than the usual.</summary>
    public bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Official) && string.IsNullOrWhiteSpace(OfficialCode) && Status is null or "" or "due";

    public static RosterFormLine Of(RosterLine line) => new()
    {
        Id = line.Entry?.Id,
        Position = line.Position.Code,
        Official = line.Official,
        OfficialCode = line.Code,
        Born = line.Born,
        Since = line.Entry?.InPostSince?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        Status = line.Status.Code(),
        Reason = line.Reason,
    };
}

/// <summary>The roster of a unit as a browser fills it in; written out as a roster file, so that the same rules hold for it as for any file.</summary>
sealed class RosterForm
{
    /// <summary>Lines for officials not on the roster.</summary>
    const int SpareLines = 2;

    /// <summary>A server takes about a thousand fields in one form.</summary>
    public const int MostLines = 100;

    public const int LongestReason = 300;

    /// <summary>Why what stands is changed or taken off.</summary>
    public string? ChangeReason { get; set; }

    /// <summary>Knows that the round is counted by a roster from now on.</summary>
    public bool Begin { get; set; }

    public List<RosterFormLine> Lines { get; set; } = [];

    public bool TooLong => Lines.Count > MostLines;

    public static RosterForm Of(RosterSheet sheet)
    {
        var form = new RosterForm { Lines = [.. sheet.Lines.Select(RosterFormLine.Of)] };
        form.AddSpareLines();
        return form;
    }

    /// <summary>Leaves room for officials not on the roster.</summary>
    public void AddSpareLines() =>
        Lines.AddRange(Enumerable.Range(0, Math.Max(0, SpareLines - Lines.Count(l => l.IsEmpty && string.IsNullOrEmpty(l.Position)))).Select(_ => new RosterFormLine()));

    /// <summary>Indices of the lines that are written, in order: row n of the file is <c>[n − 2]</c> of them.</summary>
    public IReadOnlyList<int> Written => [.. Enumerable.Range(0, Lines.Count).Where(i => !Lines[i].Remove && !Lines[i].IsEmpty)];

    /// <summary>Versions to take off the roster.</summary>
    public IReadOnlyList<int> Removed => [.. Lines.Where(l => l.Remove).Select(l => l.Id).OfType<int>()];

    /// <summary>Versions by row of the file.</summary>
    public IReadOnlyDictionary<int, int> Versions => Written.Select((line, at) => (Row: at + 2, Lines[line].Id)).Where(l => l.Id is not null).ToDictionary(l => l.Row, l => l.Id!.Value);

    /// <summary>Whether an official is taken off on one line and stands on another of the same post.</summary>
    public bool ContradictsItself
    {
        get
        {
            var removed = Lines.Where(l => l.Remove && l.Id is not null).Select(Key).ToHashSet();
            return Written.Any(i => removed.Contains(Key(Lines[i])));
        }
    }

    static (string?, string) Key(RosterFormLine line) => (line.Position, OfficialKeys.Of(line.Official?.Trim(), line.OfficialCode?.Trim(), line.Born?.Trim()));

    public TypedCsv ToCsv(string round, string unit)
    {
        var csv = new TypedCsv("round", "unit", "position", "official", "official_code", "born", "in_post_since", "status", "reason");
        foreach (var line in Written.Select(i => Lines[i]))
            csv.Add(round, unit, line.Position, line.Official, line.OfficialCode, line.Born, line.Since, line.Status, line.Reason);
        return csv;
    }
}
