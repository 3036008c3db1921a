using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a file of rounds. Key: the code.</summary>
internal static class RoundsChecker
{
    public static CheckedFile Check(CheckContext context)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var seen = new KeysSeen<string>(findings);
        List<RoundRow> accepted = [];
        foreach (var _ in context.Rows())
        {
            var code = cells.Required("code");
            var nameVi = cells.Required("name_vi");
            var nameEn = cells.Text("name_en");
            var regime = Regime(context);
            var (heldFrom, heldTo, due) = Dates(context, regime);
            cells.Require("level");
            var level = cells.Word("level", Words.Levels);
            var sample = cells.Word("sample", Words.YesNo) ?? false;
            if (level is { } at && regime is not null && !regime.Covers(at))
                findings.Error("level", findings.Row["level"], Rule.LevelNotCovered, Messages.LevelNotCovered(at, regime));
            if (code.Length > 0) seen.Check(code, "code", code, Messages.SameCode);
            if (findings.RowIsGood)
                accepted.Add(new(findings.Place, code, nameVi, nameEn, regime!.Id, heldFrom!.Value, heldTo!.Value, due, level!.Value, sample));
        }
        return context.ToFile(rounds: accepted);
    }

    static Regime? Regime(CheckContext context)
    {
        var id = context.Cells.Required("regime");
        if (id.Length == 0) return null;
        if (context.Reference.Regimes.TryGetValue(id, out var regime)) return regime;
        context.Findings.Error("regime", id, Rule.UnknownRegime, Messages.UnknownRegime(id, context.Reference.Regimes.Keys));
        return null;
    }

    static (DateOnly? From, DateOnly? To, DateOnly? Due) Dates(CheckContext context, Regime? regime)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        cells.Require("held_from");
        var from = cells.Date("held_from", context.Ranges.Round);
        cells.Require("held_to");
        var to = cells.Date("held_to", context.Ranges.Round);
        var due = cells.Date("due", DateRange.Any);
        if (from is { } first && to < first)
            findings.Error("held_to", findings.Row["held_to"], Rule.BadPeriod, Messages.BadPeriod("held_to", to.Value, "held_from", first, mayBeEqual: true));
        if (from is { } start && due < start)
            findings.Error("due", findings.Row["due"], Rule.BadPeriod, Messages.BadPeriod("due", due.Value, "held_from", start, mayBeEqual: true));
        if (regime is not null)
        {
            WarnOutside(findings, "held_from", from, regime);
            WarnOutside(findings, "held_to", to, regime);
        }
        return (from, to, due);
    }

    static void WarnOutside(Findings findings, string column, DateOnly? date, Regime regime)
    {
        if (date is { } day && !regime.IsValidOn(day))
            findings.Warn(column, findings.Row[column], Rule.OutsideRegimeDates, Messages.OutsideRegimeDates(column, day, regime));
    }
}
