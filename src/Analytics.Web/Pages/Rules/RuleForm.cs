using System.Globalization;
using Analytics.Domain.Rounds;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Rounds;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Rules;

/// <summary>A rule as a form sets it: base and lines, for a regime also its words, how sure each part is, and who is exempt.</summary>
sealed class RuleForm
{
    public const int LongestText = 1000, LongestReason = 300, LongestDocument = 60, MostMonths = 60;

    [FromForm(Name = "base")] public string? Base { get; set; }
    [FromForm(Name = "line")] public string[] Lines { get; set; } = [];
    [FromForm(Name = "sign")] public string[] Signs { get; set; } = [];
    [FromForm(Name = "consequence-vi")] public string?[] ConsequencesVi { get; set; } = [];
    [FromForm(Name = "consequence-en")] public string?[] ConsequencesEn { get; set; } = [];
    /// <summary>Parts that are seen in the text: <c>posts</c>, <c>options</c>, <c>base</c>, <c>thresholds</c>.</summary>
    [FromForm(Name = "seen-part")] public string[] SeenParts { get; set; } = [];
    [FromForm(Name = "source-vi")] public string? SourceVi { get; set; }
    [FromForm(Name = "source-en")] public string? SourceEn { get; set; }
    [FromForm(Name = "notes-vi")] public string? NotesVi { get; set; }
    [FromForm(Name = "notes-en")] public string? NotesEn { get; set; }
    /// <summary>Codes of grounds without a number of months.</summary>
    [FromForm(Name = "exempt")] public string[] Exempt { get; set; } = [];
    /// <summary>Months in post under which nobody is put to the vote; empty: the rule knows no such limit.</summary>
    [FromForm(Name = "months")] public string? Months { get; set; }
    [FromForm(Name = "document")] public string? Document { get; set; }
    [FromForm(Name = "document-date")] public string? DocumentDay { get; set; }
    [FromForm(Name = "reason")] public string? Reason { get; set; }
    /// <summary>The version the writer had before them; 0: none was set yet.</summary>
    [FromForm(Name = "version")] public int Version { get; set; }
    /// <summary>What the writer was shown would change, as <see cref="RuleDraft.Mark"/>; empty before they looked.</summary>
    [FromForm(Name = "shown")] public string? Shown { get; set; }

    public static RuleForm Of(Regime regime, RuleVersion? version) => new()
    {
        SourceVi = regime.Source.Vi,
        SourceEn = regime.Source.En,
        NotesVi = regime.Notes.Vi,
        NotesEn = regime.Notes.En,
        ConsequencesVi = [.. regime.Thresholds.Select(t => t.Consequence.Vi)],
        ConsequencesEn = [.. regime.Thresholds.Select(t => t.Consequence.En)],
        SeenParts = [.. Parts(regime.Certainty).Where(p => p.Seen).Select(p => p.Part)],
        Exempt = [.. regime.Exemptions.Select(e => e.Ground.Code())],
        Months = regime.Exemptions.FirstOrDefault(e => e.Ground == ExemptionGround.ShortTenure)?.Months.ToString(CultureInfo.InvariantCulture),
        Version = version?.Id ?? 0,
    };

    public static IReadOnlyList<(string Part, bool Seen)> Parts(Certainty certainty) =>
        [("posts", certainty.PostsSeen), ("options", certainty.OptionsSeen), ("base", certainty.BaseSeen), ("thresholds", certainty.ThresholdsSeen)];

    public SupposedRule Supposed(Regime regime) => new(regime.Id, Base, Lines, Signs);

    public DateOnly? DocumentDate => DateOnly.TryParseExact(DocumentDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Key of the first thing wrong with what is needed to keep anything; null when nothing is.</summary>
    /// <param name="needsDocument">A round departs from its regime by a document only.</param>
    public string? Mistake(bool needsDocument) => this switch
    {
        { Document.Length: > LongestDocument } => "rules.mistake.document-long",
        { DocumentDay.Length: > 0, DocumentDate: null } => "rules.mistake.date",
        _ when needsDocument && Typed.Line(Document).Length == 0 => "rules.mistake.document",
        { Reason.Length: > LongestReason } => "rules.mistake.reason-long",
        _ when Typed.Line(Reason).Length == 0 => "rules.mistake.reason",
        _ => null,
    };

    /// <summary>The regime with all that the form says; a key of what is wrong where that cannot be read.</summary>
    /// <param name="familysOwn">The base the regime's family is known by.</param>
    public (Regime? Rule, string? Mistake) Apply(Regime regime, BallotBase familysOwn)
    {
        if (Supposed(regime).Apply(regime) is not { } supposed) return (null, "rule-form.unreadable");
        string?[] words = [SourceVi, SourceEn, NotesVi, NotesEn, .. ConsequencesVi, .. ConsequencesEn];
        if (words.Any(w => w?.Length > LongestText)) return (null, "rules.mistake.text-long");
        if (Typed.Line(SourceVi).Length == 0) return (null, "rules.mistake.source");
        if (MonthsTyped() is not { } months) return (null, "rules.mistake.months");
        return (supposed.WithBase(supposed.Base, familysOwn) with
        {
            Thresholds = [.. supposed.Thresholds.Select((line, i) => line with { Consequence = Both(ConsequencesVi.ElementAtOrDefault(i), ConsequencesEn.ElementAtOrDefault(i), line.Consequence) })],
            Certainty = new(SeenParts.Contains("posts"), SeenParts.Contains("options"), SeenParts.Contains("base"), SeenParts.Contains("thresholds")),
            Source = Both(SourceVi, SourceEn, regime.Source),
            Notes = new(Typed.Line(NotesVi), Typed.Line(NotesEn)),
            Exemptions = [.. Exemptions(months)],
        }, null);
    }

    IEnumerable<Exemption> Exemptions(int months)
    {
        if (Exempt.Contains(ExemptionGround.ElectedThatYear.Code())) yield return new(ExemptionGround.ElectedThatYear);
        if (months > 0) yield return new(ExemptionGround.ShortTenure, months);
        if (Exempt.Contains(ExemptionGround.AwaitingRetirement.Code())) yield return new(ExemptionGround.AwaitingRetirement);
    }

    /// <summary>0 where none are given; null where they cannot be.</summary>
    int? MonthsTyped() => string.IsNullOrWhiteSpace(Months) ? 0
        : int.TryParse(Months.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= MostMonths ? months : null;

    /// <summary>An empty field keeps what was there; an absent English text is the Vietnamese one.</summary>
    static Text Both(string? vi, string? en, Text was)
    {
        var (first, second) = (Typed.Line(vi), Typed.Line(en));
        return first.Length == 0 ? was : new(first, second.Length > 0 ? second : first);
    }
}
