using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>One style of paragraphs as its list writes it. What is null or false is that of the style it is based on.</summary>
sealed record DocxStyle(string Id, string Name, string? BasedOn = DocxStyles.Normal)
{
    public double? Pt { get; init; }
    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool Underlined { get; init; }
    public JustificationValues? Align { get; init; }
    /// <summary>Distance above and below, in points.</summary>
    public double? Before { get; init; }
    public double? After { get; init; }
    /// <summary>Exact height of a line in points; null as high as its letters.</summary>
    public double? LinePt { get; init; }
    /// <summary>Indents in twentieths of a point; <see cref="FirstLine"/> below 0 hangs.</summary>
    public int? Left { get; init; }
    public int? FirstLine { get; init; }
    public bool? KeepNext { get; init; }
    /// <summary>From 0; null is text.</summary>
    public int? Outline { get; init; }
    public string? Next { get; init; }

    public Style Write() => new()
    {
        Type = StyleValues.Paragraph,
        StyleId = Id,
        Default = Id == DocxStyles.Normal ? true : null,
        // A text processor shows the names it knows, all in small letters but Normal, in its own language.
        CustomStyle = Id == DocxStyles.Normal || char.IsAsciiLetterLower(Name[0]) ? null : true,
        StyleName = new() { Val = Name },
        BasedOn = BasedOn is null ? null : new() { Val = BasedOn },
        NextParagraphStyle = Next is null ? null : new() { Val = Next },
        PrimaryStyle = new(),
        StyleParagraphProperties = Paragraph(),
        StyleRunProperties = Letters(),
    };

    StyleParagraphProperties Paragraph() => new()
    {
        KeepNext = KeepNext is { } keep ? new() { Val = keep } : null,
        SpacingBetweenLines = Before is null && After is null && LinePt is null ? null : new()
        {
            Before = Twentieths(Before),
            After = Twentieths(After),
            Line = Twentieths(LinePt),
            LineRule = LinePt is null ? null : LineSpacingRuleValues.Exact,
        },
        Indentation = Left is null && FirstLine is null ? null : new()
        {
            Left = Text(Left),
            FirstLine = Text(FirstLine is >= 0 ? FirstLine : null),
            Hanging = Text(FirstLine is < 0 ? -FirstLine : null),
        },
        Justification = Align is { } align ? new() { Val = align } : null,
        OutlineLevel = Outline is { } level ? new() { Val = level } : null,
    };

    StyleRunProperties Letters() => new()
    {
        Bold = Bold is { } bold ? new() { Val = bold } : null,
        Italic = Italic is { } italic ? new() { Val = italic } : null,
        Underline = Underlined ? new() { Val = UnderlineValues.Single } : null,
        FontSize = Pt is { } pt ? new() { Val = HalfPoints(pt) } : null,
        FontSizeComplexScript = Pt is { } same ? new() { Val = HalfPoints(same) } : null,
    };

    public static string HalfPoints(double pt) => ((int)Math.Round(pt * 2)).ToString(CultureInfo.InvariantCulture);

    static StringValue? Twentieths(double? pt) => pt is { } value ? Text(DocxPage.OfPt(value)) : null;

    static StringValue? Text(int? value) => value is { } number ? new StringValue(DocxTable.Number(number)) : null;
}
