using Analytics.Domain.Briefings;

namespace Analytics.Web.Briefings.Reports;

/// <summary>What may be done with a report.</summary>
enum ReportStep
{
    /// <summary>Goes on as the next draft.</summary>
    NewDraft,
    /// <summary>Sent to the Front for opinions; the file is kept.</summary>
    ToOpinions,
    /// <summary>What the Front said is written down.</summary>
    OpinionsReceived,
    /// <summary>Laid before who signs; the file is kept.</summary>
    ToSignature,
    /// <summary>Number and date are entered.</summary>
    Number,
    /// <summary>Issued and frozen.</summary>
    Issue,
}

/// <summary>Draft n → opinions of the Front → for signature → number and date → issued.</summary>
static class ReportSteps
{
    public static IReadOnlyList<ReportStep> From(ReportStage stage) => stage switch
    {
        ReportStage.Draft => [ReportStep.ToOpinions, ReportStep.ToSignature, ReportStep.NewDraft],
        ReportStage.Opinions => [ReportStep.OpinionsReceived, ReportStep.NewDraft, ReportStep.ToSignature],
        ReportStage.ForSignature => [ReportStep.Number, ReportStep.NewDraft],
        ReportStage.Numbered => [ReportStep.Issue, ReportStep.NewDraft],
        _ => [],
    };

    public static ReportStage To(ReportStep step) => step switch
    {
        ReportStep.NewDraft => ReportStage.Draft,
        ReportStep.ToOpinions or ReportStep.OpinionsReceived => ReportStage.Opinions,
        ReportStep.ToSignature => ReportStage.ForSignature,
        ReportStep.Number => ReportStage.Numbered,
        _ => ReportStage.Issued,
    };

    /// <summary>The file as it is then is kept.</summary>
    public static bool KeepsFile(ReportStep step) => step is ReportStep.ToOpinions or ReportStep.ToSignature or ReportStep.Issue;

    public static string Code(this ReportStep step) => step switch
    {
        ReportStep.NewDraft => "new-draft",
        ReportStep.ToOpinions => "to-opinions",
        ReportStep.OpinionsReceived => "opinions-received",
        ReportStep.ToSignature => "to-signature",
        ReportStep.Number => "number",
        _ => "issue",
    };

    public static ReportStep? Parse(string? code) => Enum.GetValues<ReportStep>().Where(s => s.Code() == code).Select(s => (ReportStep?)s).FirstOrDefault();
}
