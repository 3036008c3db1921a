using System.Buffers;

namespace Analytics.Ingest.Checking.Cells;

/// <summary>Characters no cell may hold: control characters, and marks that turn the direction of text and so hide what is written.</summary>
internal static class ForbiddenCharacters
{
    static readonly SearchValues<char> All = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c)]);

    /// <summary>Place of the first one, or −1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(All);

    /// <summary>The text with a visible sign in the place of each, fit to be shown.</summary>
    public static string Shown(string text) =>
        IndexIn(text) < 0 ? text : string.Create(text.Length, text, (shown, from) =>
        {
            for (var i = 0; i < shown.Length; i++) shown[i] = All.Contains(from[i]) ? '\uFFFD' : from[i];
        });
}
