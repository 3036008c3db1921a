using System.Globalization;
using System.Text;

namespace Analytics.Domain.Names;

/// <summary>
/// Folding of Vietnamese text for search and identity: the same letters without accents, <c>đ</c> as <c>d</c>,
/// lower case, single spaces. "Đống Đa" and "dong  da" fold to the same text.
/// </summary>
public static class Folding
{
    /// <summary>The folded form of <paramref name="text"/>; empty for null.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c)) { pendingSpace = folded.Length > 0; continue; }
            if (pendingSpace) { folded.Append(' '); pendingSpace = false; }
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
