using System.Buffers.Binary;

namespace Analytics.Web.Charts;

/// <summary>The <c>pHYs</c> chunk of a PNG (ISO/IEC 15948, 11.3.5.3): without it a word processor guesses the size on paper.</summary>
internal static class PngDensity
{
    // Signature (8), then IHDR: length (4), type (4), data (13), CRC (4).
    const int AfterHeader = 33;
    const double InchesPerMetre = 1 / 0.0254;

    /// <summary>A copy of <paramref name="png"/> with its density set, right after the header as the standard asks.</summary>
    public static byte[] Insert(ReadOnlySpan<byte> png, double dotsPerInch)
    {
        Span<byte> chunk = stackalloc byte[21];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        var perMetre = (int)Math.Round(dotsPerInch * InchesPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], perMetre);
        BinaryPrimitives.WriteInt32BigEndian(chunk[12..], perMetre);
        chunk[16] = 1; // the unit is the metre
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc(chunk[4..17]));

        var result = new byte[png.Length + chunk.Length];
        png[..AfterHeader].CopyTo(result);
        chunk.CopyTo(result.AsSpan(AfterHeader));
        png[AfterHeader..].CopyTo(result.AsSpan(AfterHeader + chunk.Length));
        return result;
    }

    /// <summary>CRC-32 as PNG defines it (annex D), over 13 bytes: no table needed.</summary>
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xffffffffu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
