namespace Analytics.Domain.Coverage;

/// <summary>What somebody writes about a round, beside its figures.</summary>
public enum TextSection
{
    /// <summary>Direction and organisation (lãnh đạo, chỉ đạo, tổ chức thực hiện).</summary>
    Direction,
    /// <summary>What went well (ưu điểm).</summary>
    Strengths,
    /// <summary>Limits (hạn chế).</summary>
    Limits,
    /// <summary>Causes (nguyên nhân).</summary>
    Causes,
    /// <summary>Proposals and recommendations (đề xuất, kiến nghị).</summary>
    Recommendations,
}

public static class TextSections
{
    public static IReadOnlyList<TextSection> All { get; } = Enum.GetValues<TextSection>();

    /// <summary>In addresses and text keys: <c>direction</c>, <c>strengths</c>, …</summary>
    public static string Code(this TextSection section) => section.ToString().ToLowerInvariant();

    public static TextSection? Parse(string? code) => All.Where(s => s.Code() == code).Select(s => (TextSection?)s).FirstOrDefault();
}

/// <summary>One version of a section of a round's text, of the city or of one unit. Nothing is changed in place: what is written later stands.</summary>
public sealed class RoundText
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    /// <summary>Null: of the city as a whole.</summary>
    public int? UnitId { get; set; }
    public TextSection Section { get; set; }
    /// <summary>Paragraphs separated by line breaks; empty takes the section back.</summary>
    public required string Body { get; set; }
    /// <summary>When it was written, UTC, and by whom.</summary>
    public DateTime At { get; set; }
    public required string By { get; set; }
}

/// <summary>How often a theme came up among the opinions (ý kiến góp ý) of a round. Counted; who said it is never kept.</summary>
public sealed class Opinion
{
    public int Id { get; set; }
    public int RoundId { get; set; }
    /// <summary>Null: told of the city as a whole.</summary>
    public int? UnitId { get; set; }
    public required string Theme { get; set; }
    /// <summary>Without accents and case, so that one theme written two ways is one.</summary>
    public required string ThemeFolded { get; set; }
    public int Count { get; set; }
    public DateTime At { get; set; }
    public required string By { get; set; }
    /// <summary>Taken back or replaced: UTC, and by whom.</summary>
    public DateTime? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
}
