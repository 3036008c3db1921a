using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Checks a file of positions. Key: the code.</summary>
internal static class PositionsChecker
{
    public static CheckedFile Check(CheckContext context)
    {
        var (findings, cells) = (context.Findings, context.Cells);
        var seen = new KeysSeen<string>(findings);
        List<PositionRow> accepted = [];
        foreach (var _ in context.Rows())
        {
            var code = cells.Required("code");
            var nameVi = cells.Required("name_vi");
            var nameEn = cells.Text("name_en");
            var body = cells.Text("body");
            var sort = cells.Count("sort", required: true);
            if (code.Length > 0) seen.Check(code, "code", code, Messages.SameCode);
            if (findings.RowIsGood && sort is { } order) accepted.Add(new(findings.Place, code, nameVi, nameEn, body, order));
        }
        return context.ToFile(positions: accepted);
    }
}
