using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Web.Briefings.Pdf;

/// <summary>
/// The identity PDF/A asks for. The drawing library makes it of the clock; here it is made of the contents, so that equal contents are equal files.
/// </summary>
static partial class PdfIdentity
{
    /// <returns>The file with another identity, of the same length, so that every place in it stays where it was.</returns>
    public static byte[] OfContents(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var made = Uuid().Match(text) is { Success: true } found ? Guid.Parse(found.Groups[1].ValueSpan) : throw new ArgumentException("The file has no identity.", nameof(file));
        var nameless = With(text, made, Guid.Empty);
        return Encoding.Latin1.GetBytes(With(nameless, Guid.Empty, new Guid(SHA256.HashData(Encoding.Latin1.GetBytes(nameless)).AsSpan(0, 16))));
    }

    /// <summary>In the metadata it is written in one way, at the end of the file in another.</summary>
    static string With(string text, Guid old, Guid now) => text
        .Replace($"uuid:{old:D}", $"uuid:{now:D}", StringComparison.Ordinal)
        .Replace($"<{old.ToString("N").ToUpperInvariant()}>", $"<{now.ToString("N").ToUpperInvariant()}>", StringComparison.Ordinal);

    [GeneratedRegex("uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")]
    private static partial Regex Uuid();
}
