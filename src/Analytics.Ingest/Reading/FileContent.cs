using System.Security.Cryptography;

namespace Analytics.Ingest.Reading;

/// <summary>The bytes of a file and their hash.</summary>
internal sealed record FileContent(byte[] Bytes, string Sha256, bool TooLarge)
{
    public const int MaxMegabytes = 1024;
    const long MaxBytes = MaxMegabytes * 1024L * 1024;

    /// <summary>Reads to the end, but keeps no more than the limit; a file over it is still hashed, so that it can be named.</summary>
    public static FileContent Read(Stream stream, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[stream.CanSeek ? Math.Clamp(stream.Length - stream.Position, 0, MaxBytes) : 1 << 16];
        var length = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (length == bytes.Length)
            {
                // A full array is usually the whole file: look for one more byte before growing.
                var next = stream.ReadByte();
                if (next < 0)
                    break;
                if (length >= MaxBytes)
                    return new([], HashRest(stream, hash, (byte)next, ct), TooLarge: true);
                Array.Resize(ref bytes, (int)Math.Min(Math.Max(bytes.Length * 2L, 1 << 16), MaxBytes));
                bytes[length++] = (byte)next;
                hash.AppendData(bytes, length - 1, 1);
            }
            var read = stream.Read(bytes, length, Math.Min(bytes.Length - length, 1 << 20));
            if (read == 0 && length < bytes.Length)
                break;
            hash.AppendData(bytes, length, read);
            length += read;
        }
        if (length < bytes.Length)
            Array.Resize(ref bytes, length);
        return new(bytes, Hex(hash), TooLarge: false);
    }

    static string HashRest(Stream stream, IncrementalHash hash, byte first, CancellationToken ct)
    {
        hash.AppendData([first]);
        var buffer = new byte[1 << 20];
        while (stream.Read(buffer) is > 0 and var read)
        {
            ct.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }
        return Hex(hash);
    }

    static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
