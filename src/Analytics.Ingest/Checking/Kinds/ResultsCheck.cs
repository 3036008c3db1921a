using Analytics.Domain.Results;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a file of results. Key: round, unit version, position, official.</summary>
/// <remarks>Made for a million rows: what rows refer to is looked up once and kept, and a good row costs no more than its record.</remarks>
internal sealed class ResultsCheck
{
    readonly CheckContext context;
    readonly Findings findings;
    readonly RowCells cells;
    readonly RowReferences references;
    readonly BallotCells ballots;
    readonly ResultColumns columns;
    readonly OfficialsSeen seen;
    readonly bool hasUnknownColumns;

    volatile bool hasErrors;

    public ResultsCheck(CheckContext context)
    {
        (this.context, findings, cells) = (context, context.Findings, context.Cells);
        references = new(context);
        ballots = new(findings, cells);
        columns = new(context, references.Rounds);
        seen = new(findings, context.Source.RowCount);
        hasUnknownColumns = context.Source.UnknownColumns.Count > 0;
    }

    /// <summary>The whole file at once.</summary>
    public CheckedFile Whole()
    {
        var accepted = new List<ResultRow>(context.Source.RowCount);
        accepted.AddRange(Rows());
        return context.ToFile(results: context.Findings.FileIsRefused ? null : accepted);
    }

    /// <summary>Whether an error has been found so far. May be asked by another thread.</summary>
    public bool HasErrors => hasErrors;

    /// <summary>The good rows one after the other. Ends early when the file is refused as a whole.</summary>
    public IEnumerable<ResultRow> Rows()
    {
        if (references.LackRound()) yield break;
        foreach (var row in context.Rows())
        {
            var rules = references.Round(context.Options.RoundCode);
            var exempt = cells.Optional("exempt");
            if (rules is { AbsentColumns.Count: > 0 } && !row.Has("exempt") && columns.LackLevels())
            {
                hasErrors = true;
                yield break;
            }
            if (Check(row, rules, exempt) is { } result) yield return result;
            else hasErrors = true;
        }
    }

    /// <summary>What was found, after the last of <see cref="Rows"/>; without the rows.</summary>
    public CheckedFile End() => context.ToFile();

    ResultRow? Check(SourceRow row, RoundRules? rules, string? exempt)
    {
        var heldOn = cells.Date("held_on", context.Ranges.Vote);
        if (heldOn is { } day && rules is not null) CheckDay(day, rules);
        var unit = references.Unit(rules, heldOn);
        var position = references.Position(rules);
        var official = cells.Required("official");
        var code = cells.Optional("official_code");
        var born = cells.Born("born", context.Ranges.Birth);
        var counts = ballots.Read(rules, row.Has("exempt"));
        var low = Published("published_low_percent", counts.Low, counts, rules);
        var high = Published("published_high_percent", counts.High, counts, rules);
        var note = cells.Text("note", RowCells.NoteLimit);
        var source = cells.Text("source");
        var extra = hasUnknownColumns ? ExtraCells.ToJson(row, cells) : null;
        if (rules is null || unit is null || position is null || official.Length == 0) return null;
        seen.Check(rules.Round, unit, position, official, code, born);
        return findings.RowIsGood
            ? new(findings.Place, rules.Round.Id, unit.Id, position.Id, official, code, born, heldOn, counts, exempt, (double?)low, (double?)high, note, source, extra)
            : null;
    }

    void CheckDay(DateOnly day, RoundRules rules)
    {
        if (day < rules.Round.HeldFrom || day > rules.Round.HeldTo)
            findings.Warn("held_on", findings.Row["held_on"], Rule.OutsideRoundDates, Messages.OutsideRoundDates(day, rules.Round));
        if (!rules.Regime.IsValidOn(day))
            findings.Warn("held_on", findings.Row["held_on"], Rule.OutsideRegimeDates, Messages.OutsideRegimeDates("held_on", day, rules.Regime));
    }

    // Over 0.1 point from the share: |percent · base − 100 · count| > 0.1 · base, without dividing.
    decimal? Published(string column, int? count, Counts counts, RoundRules? rules)
    {
        if (cells.Percent(column) is not { } percent) return null;
        if (rules is not null && count is { } number && counts.Base(rules.Regime.Base) is { } ballots
            && !PublishedShare.Agrees(percent, number, ballots))
            findings.Warn(column, findings.Row[column], Rule.PublishedDiffers, Messages.PublishedDiffers(column, findings.Row[column], number, ballots));
        return percent;
    }
}
