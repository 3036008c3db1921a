using System.Text.RegularExpressions;
using Analytics.Domain.Storage;

namespace Analytics.Web.Briefings.Papers;

/// <summary>
/// The form a <see cref="Paper"/> is given: every size, margin and distance, from <c>data/reference/party-form.json</c>, which an
/// office edits when the guidance changes. Sizes are in points, places on the sheet in millimetres, as the names say.
/// </summary>
/// <param name="AsOf">When the values were last held against the guidance.</param>
/// <param name="Spelling"><c>ỦY</c> or <c>UỶ</c>: where the mark of the syllable stands.</param>
sealed partial record PaperForm(
    DateOnly AsOf, string Font, string Spelling, FormPage Page, FormPageNumber PageNumber, FormHead Head, FormTitle Title, FormText Text,
    FormSignature Signature, FormRecipients Recipients, FormSmall Small)
{
    public static string File => Path.Combine(Places.Data, "reference", "party-form.json");

    /// <exception cref="FormatException">A value is missing or out of bounds; the message names file, field, found and expected.</exception>
    public static PaperForm Load(string file) => PaperFormFile.Parse(System.IO.File.ReadAllText(file), Path.GetFileName(file));

    /// <summary>
    /// The text with the syllable <c>ủy</c> spelled as the profile says. Only where it stands alone: the name <c>Thủy</c> stays what
    /// its bearer writes.
    /// </summary>
    /// <param name="text">In composed letters (NFC).</param>
    public string Spell(string text) => Syllable().Replace(text, m => Spelling == "ỦY"
        ? (char.IsUpper(m.Value[0]) ? "Ủ" : "ủ") + (char.IsUpper(m.Value[1]) ? "Y" : "y")
        : (char.IsUpper(m.Value[0]) ? "U" : "u") + (char.IsUpper(m.Value[1]) ? "Ỷ" : "ỷ"));

    [GeneratedRegex(@"(?<![\p{L}\p{M}])([ủỦ][yY]|[uU][ỷỶ])(?![\p{L}\p{M}])")]
    private static partial Regex Syllable();
}

/// <param name="BackLeftMm">Of the back of a sheet printed on both sides: that of the front, or its right margin.</param>
/// <param name="FooterMm">From the bottom edge to the small text at the foot.</param>
sealed record FormPage(
    double WidthMm, double HeightMm, double TopMm, double BottomMm, double LeftMm, double RightMm, double BackLeftMm, double BackRightMm, double FooterMm)
{
    /// <summary>The wide margin lies on the side the sheets are bound, so it changes sides on the back.</summary>
    public bool Mirrored => BackLeftMm != LeftMm;
}

sealed record FormPageNumber(double SizePt, double FromTopMm, bool OnFirstPage);

sealed record FormHead(double SuperiorPt, double BodyPt, double NumberPt, double PartyPt, double DatePt, double SubjectPt, double MarkPt);

/// <param name="Rule">Signs under the subject: <c>-----</c>.</param>
sealed record FormTitle(double KindPt, double SubjectPt, string Rule);

/// <param name="BetweenPt">Between paragraphs.</param>
/// <param name="LinePt">Height of a line, exact.</param>
sealed record FormText(double SizePt, double FirstLineMm, double BetweenPt, double LinePt);

/// <param name="BlankLines">Between capacity and name, for the hand.</param>
sealed record FormSignature(double CapacityPt, int BlankLines, double NamePt);

sealed record FormRecipients(double LabelPt, double ListPt);

/// <summary>Of what the guidance says nothing about.</summary>
sealed record FormSmall(double TablePt, double CaptionPt, double NotePt, double FootPt);
