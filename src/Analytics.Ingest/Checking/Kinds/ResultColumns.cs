using Analytics.Ingest.Checking.References;
using Analytics.Ingest.Checking.Wording;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>Columns of results that are required or not depending on the rounds: their lack is one problem of the file, not one a row.</summary>
internal sealed class ResultColumns(CheckContext context, RoundResolver rounds)
{
    bool levelsDecided;

    /// <summary>
    /// Refuses a file that lacks a level column which the regime of every row needs. Asked for at the first row that
    /// needs a column the file has not, so that other files are gone through once only.
    /// </summary>
    public bool LackLevels()
    {
        if (levelsDecided) return false;
        levelsDecided = true;
        var named = Rounds();
        var lacking = named.SelectMany(r => r.AbsentColumns).Distinct().Where(c => named.TrueForAll(r => r.AbsentColumns.Contains(c))).ToList();
        foreach (var column in lacking)
            context.Findings.Refuse(column, Rule.MissingColumn, Messages.MissingColumn(column, named.Select(r => r.Regime.Id).Distinct(),
                HeaderProblems.Likely(FileKind.Results, [column], context.Source.UnknownColumns)));
        return lacking.Count > 0;
    }

    List<RoundRules> Rounds()
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var row in context.Source.Rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (row["round"] is { Length: > 0 } code) codes.Add(code);
            else if (context.Options.RoundCode is { } otherwise) codes.Add(otherwise);
        }
        return codes.Select(code => rounds.Find(code).Value).OfType<RoundRules>().ToList();
    }
}
