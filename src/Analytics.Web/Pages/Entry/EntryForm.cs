using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Web.Loading;

namespace Analytics.Web.Pages.Entry;

/// <summary>One row of the form, every cell as it was typed.</summary>
sealed class EntryFormLine
{
    public string? Position { get; set; }
    public string? Official { get; set; }
    public string? OfficialCode { get; set; }
    public string? Born { get; set; }
    public string? Issued { get; set; }
    public string? Collected { get; set; }
    public string? Valid { get; set; }
    public string? Invalid { get; set; }
    public string? High { get; set; }
    public string? Middle { get; set; }
    public string? Low { get; set; }
    public string? Exempt { get; set; }

    /// <summary>Whether anything was said of the official; a row that only names one is not reported yet.</summary>
    public bool IsFilled => new[] { Issued, Collected, Valid, Invalid, High, Middle, Low, Exempt }.Any(t => !string.IsNullOrWhiteSpace(t));

    public bool IsEmpty => !IsFilled && string.IsNullOrWhiteSpace(Official);
}

/// <summary>The minutes as a browser fills them in; written out as a results file, so that the same rules hold for them as for any file.</summary>
sealed class EntryForm
{
    /// <summary>Rows for officials nobody knew of.</summary>
    public const int SpareLines = 2;

    const int MostLines = 60;

    public string? HeldOn { get; set; }
    public string? Delegates { get; set; }
    public string? Invited { get; set; }
    public string? Present { get; set; }
    public string? Reason { get; set; }
    public List<EntryFormLine> Lines { get; set; } = [];

    public bool TooLong => Lines.Count > MostLines;

    /// <summary>The form for a sheet: what is loaded, and rows to fill in.</summary>
    public static EntryForm Of(EntrySheet sheet)
    {
        var counts = sheet.Results.Select(r => r.Counts).ToList();
        return new EntryForm
        {
            HeldOn = sheet.Results.Select(r => r.HeldOn).FirstOrDefault(d => d is not null)?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            Delegates = Text(counts.Select(c => c.Delegates).FirstOrDefault(c => c is not null)),
            Invited = Text(counts.Select(c => c.Invited).FirstOrDefault(c => c is not null)),
            Present = Text(counts.Select(c => c.Present).FirstOrDefault(c => c is not null)),
            Lines = [.. sheet.Lines.Select(Line), .. Enumerable.Range(0, SpareLines).Select(_ => new EntryFormLine())],
        };
    }

    static EntryFormLine Line(EntryLine line)
    {
        var c = line.Result?.Counts ?? default;
        return new()
        {
            Position = line.Position.Code,
            Official = line.Official,
            OfficialCode = line.OfficialCode,
            Born = line.Born,
            Issued = Text(c.Issued),
            Collected = Text(c.Collected),
            Valid = Text(c.Valid),
            Invalid = Text(c.Invalid),
            High = Text(c.High),
            Middle = Text(c.Middle),
            Low = Text(c.Low),
            Exempt = line.Result is { } result ? result.Exempt : line.Exempt,
        };
    }

    static string? Text(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Indices of the rows that are written, in order: row n of the file is <c>[n − 2]</c> of them.</summary>
    public IReadOnlyList<int> Written => [.. Enumerable.Range(0, Lines.Count).Where(i => Lines[i].IsFilled)];

    /// <summary>The filled rows with the contract's columns.</summary>
    public TypedCsv ToCsv(string round, string unit, Regime regime, string source)
    {
        var two = regime.Options == BallotOptions.Two;
        string[] levels = two ? ["confidence", "no_confidence"] : ["high", "confidence", "low"];
        var csv = new TypedCsv([
            "round", "unit", "position", "official", "official_code", "born", "held_on", "delegates", "invited", "present",
            "issued", "collected", "valid", "invalid", .. levels, "exempt", "source",
        ]);
        foreach (var line in Written.Select(i => Lines[i]))
        {
            var voted = string.IsNullOrWhiteSpace(line.Exempt);
            // Who is exempt was not voted on: what holds for the whole meeting is not said of them.
            string?[] meeting = voted ? [Delegates, Invited, Present] : [null, null, null];
            string?[] marks = two ? [line.Middle, line.Low] : [line.High, line.Middle, line.Low];
            csv.Add([
                round, unit, line.Position, line.Official, line.OfficialCode, line.Born, HeldOn, .. meeting,
                line.Issued, line.Collected, line.Valid, line.Invalid, .. marks, line.Exempt, source,
            ]);
        }
        return csv;
    }
}
