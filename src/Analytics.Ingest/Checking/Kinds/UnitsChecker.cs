using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Cells;
using Analytics.Ingest.Checking.Wording;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a file of units. Key: code and first day.</summary>
/// <remarks>
/// A row may come before its parent, so rows are read first and set against each other afterwards, from the top level
/// down: only good rows count as parents, so a row whose parent is refused is refused too.
/// </remarks>
internal static class UnitsChecker
{
    internal sealed record Draft(int Ordinal, SourceRow Source, UnitRow Row);

    public static CheckedFile Check(CheckContext context)
    {
        var findings = context.Findings;
        var seen = new KeysSeen<(string Code, DateOnly? From)>(findings);
        Dictionary<string, Place> refused = new(StringComparer.Ordinal);
        List<Draft> drafts = [];
        var ordinal = -1;
        foreach (var source in context.Rows())
        {
            ordinal++;
            var row = Read(context, seen);
            if (findings.RowIsGood && row is not null)
                drafts.Add(new(ordinal, source, row));
            else
                refused.TryAdd(source["code"], findings.Place);
        }
        var relations = new UnitRelations(context, drafts, refused);
        foreach (var draft in drafts.OrderBy(d => d.Row.Level).ThenBy(d => d.Ordinal))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            findings.Return(draft.Source, draft.Ordinal);
            relations.Check(draft.Row);
        }
        return context.ToFile(units: drafts.Where(d => relations.Accepted.Contains(d.Row)).Select(d => d.Row).ToList());
    }

    static UnitRow? Read(CheckContext context, KeysSeen<(string Code, DateOnly? From)> seen)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var code = cells.Required("code");
        var name = cells.Required("name");
        var kind = cells.Text("kind");
        cells.Require("level");
        var level = cells.Word("level", Words.Levels);
        var parent = cells.Optional("parent");
        var from = cells.Date("valid_from", DateRange.Any);
        var to = cells.Date("valid_to", DateRange.Any);
        var area = cells.Optional("area");
        if (from is { } start && to <= start)
            findings.Error("valid_to", findings.Row["valid_to"], Rule.BadPeriod, Messages.BadPeriod("valid_to", to.Value, "valid_from", start, mayBeEqual: false));
        // A first day that cannot be read is no open start.
        if (code.Length > 0 && (from is not null || !findings.Row.Has("valid_from")))
            seen.Check((code, from), "code", code, key => Messages.SameUnit(key.Code, key.From));
        return level is { } known ? new(findings.Place, code, name, kind, known, parent, from, to, area) : null;
    }
}
