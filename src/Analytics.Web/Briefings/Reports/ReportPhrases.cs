using System.Globalization;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Briefings.Papers;
using Analytics.Web.Forms;

namespace Analytics.Web.Briefings.Reports;

/// <summary>The sentences of a report that are made from its figures. Of an unfinished round each one with a share says how complete it is.</summary>
sealed class ReportPhrases(PaperParts parts, FormPrint print)
{
    /// <summary><c>(118/126 đơn vị)</c> for an unfinished round, else empty.</summary>
    public string Coverage(ReportContent content) => content.Scope.Coverage is var (reported, expected) && reported < expected
        ? parts.Text("round.coverage", reported.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture)) : "";

    /// <summary>A sentence that speaks of a share without saying how complete the round is gets it before its full stop.</summary>
    public string Complete(string sentence, ReportContent content)
    {
        var coverage = Coverage(content);
        if (coverage.Length == 0 || sentence.Contains(Fraction(content), StringComparison.Ordinal)) return sentence;
        if (!sentence.Contains('%') && !sentence.Contains(parts.Text("paper.points"), StringComparison.Ordinal)) return sentence;
        return sentence.EndsWith('.') ? $"{sentence[..^1]} {coverage}." : $"{sentence} {coverage}";
    }

    static string Fraction(ReportContent content) => string.Create(CultureInfo.InvariantCulture, $"{content.Scope.Coverage.Reported}/{content.Scope.Coverage.Expected}");

    /// <summary>By which plan, when, how many units and officials.</summary>
    public string Organised(ReportContent content)
    {
        var (progress, round) = (content.Scope.Progress.Progress, content.Round);
        var plan = progress.Plan is { Document.Length: > 0 } known
            ? parts.Text(known.DocumentDate is null ? "letter.plan" : "letter.plan-dated", known.Document, known.DocumentDate is { } day ? PaperParts.Date(day) : "", RoundName(round))
            : parts.Text("letter.no-plan", RoundName(round));
        var sentence = parts.Text("summing.organised", plan, PaperParts.Date(round.HeldFrom), PaperParts.Date(round.HeldTo), PaperParts.Count(progress.Expected.Count));
        return progress.FromRoster ? $"{sentence} {parts.Text("summing.due", Cell(content.Progress, "due"), Cell(content.Progress, "not_due"))}" : sentence;
    }

    /// <summary>Invited and present of all conferences; null where the minutes say neither.</summary>
    public string? Turnout(ReportContent content) => content.Progress.Total(content.Progress.IndexOf("present_percent")) is null ? null
        : Complete(parts.Text("summing.turnout", Cell(content.Progress, "invited"), Cell(content.Progress, "present"), Cell(content.Progress, "present_percent")), content);

    /// <summary>How many officials lie in each band of the favourable share.</summary>
    public string? Bands(ReportContent content)
    {
        if (content.Bands.TotalWithheld || content.Bands.Total(content.Bands.IndexOf("officials")) is not long people || people == 0) return null;
        // The highest band first.
        var told = content.Bands.Columns.Where(c => c is { Group: not null, Kind: FormKind.Count }).Reverse().Where(c => content.Bands.Total(content.Bands.IndexOf(c.Key)) is > 0L)
            .Select(c => parts.Text("summing.band", Lower(c.Group!), Cell(content.Bands, c.Key), Cell(content.Bands, c.Key + "_percent")));
        return Complete(parts.Text("summing.bands", Cell(content.Bands, "officials"), string.Join("; ", told)), content);
    }

    /// <summary>How many are at a line of the rule, never who; no consequence under an assumed rule.</summary>
    public string Thresholds(ReportContent content)
    {
        var regime = content.View.Regime;
        var what = Lower(parts.Text(regime.Options == BallotOptions.Two ? "rule.at-threshold.two" : "rule.at-threshold.three"));
        if (content.AtThreshold == 0) return parts.Text("summing.nobody", what);
        var sentence = parts.Text("summing.threshold", PaperParts.Count(content.AtThreshold), what);
        if (content.Unverified > 0) sentence += parts.Text("summing.unverified", PaperParts.Count(content.Unverified));
        return sentence + (regime.Certainty.Assumed ? "; " + parts.Text("rule.no-conclusion") : "") + ".";
    }

    public static string RoundName(Round round) => char.ToLowerInvariant(round.NameVi[0]) + round.NameVi[1..];

    string Cell(FormTable form, string key) => print.Total(form, form.IndexOf(key));

    static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
