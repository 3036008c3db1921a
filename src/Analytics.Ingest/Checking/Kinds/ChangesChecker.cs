using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a file of reorganisations. Key: date, code before, code after.</summary>
internal static class ChangesChecker
{
    public static CheckedFile Check(CheckContext context)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var units = new UnitResolver(context.Reference.Units);
        var seen = new KeysSeen<(DateOnly Date, string? From, string? To)>(findings);
        List<ChangeRow> accepted = [];
        foreach (var _ in context.Rows())
        {
            cells.Require("effective_date");
            var date = cells.Date("effective_date", DateRange.Any);
            cells.Require("kind");
            var kind = cells.Word("kind", Words.Changes);
            // The source is the unit valid the day before, the target the one valid on the day.
            var from = Code(context, units, "from_code", date > DateOnly.MinValue ? date.Value.AddDays(-1) : date, kind == UnitChangeKind.Create);
            var to = Code(context, units, "to_code", date, kind == UnitChangeKind.Dissolve);
            cells.Require("whole");
            var whole = cells.Word("whole", Words.YesNo);
            var document = cells.Text("document");
            if (date is { } day && (from ?? to) is not null)
                seen.Check((day, from, to), "from_code", from, key => Messages.SameChange(key.Date, key.From, key.To));
            if (findings.RowIsGood) accepted.Add(new(findings.Place, date!.Value, kind!.Value, from, to, whole!.Value, document));
        }
        return context.ToFile(changes: accepted);
    }

    static string? Code(CheckContext context, UnitResolver units, string column, DateOnly? at, bool mayBeEmpty)
    {
        if (!mayBeEmpty) context.Cells.Require(column);
        if (context.Cells.Optional(column) is not { } code) return null;
        var unit = units.ByCode(code, at);
        if (unit.Value is null) context.Findings.Error(column, code, unit.Rule, unit.Message);
        return code;
    }
}
