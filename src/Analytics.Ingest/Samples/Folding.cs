using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Samples;

/// <summary>Names as a keyboard without Vietnamese accents types them: <c>Đống Đa</c> → <c>dong da</c>.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }
}
