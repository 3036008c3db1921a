using System.Security.Cryptography;

namespace Analytics.Ingest.Reading;

/// <summary>The bytes of a file as they were when it was read, and their hash.</summary>
/// <remarks>
/// A small file is held in memory. Of a larger one a nameless temporary copy is kept (<see cref="TemporaryCopy"/>), so that
/// whatever happens to the file meanwhile, what is checked, loaded and archived is what was hashed.
/// </remarks>
public sealed class FileContent
{
    internal const int MaxMegabytes = 1024;
    internal const int MostHeld = 4 << 20;
    const long MaxBytes = MaxMegabytes * 1024L * 1024;

    readonly TemporaryCopy? copy;

    FileContent(byte[]? held, TemporaryCopy? copy, string sha256) => (Held, this.copy, Sha256) = (held, copy, sha256);

    /// <summary>No bytes at all.</summary>
    public static FileContent None { get; } = new([], null, "");

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    internal string Sha256 { get; }

    /// <summary>Whether there were more bytes than are kept; then none are.</summary>
    internal bool TooLarge { get; private init; }

    /// <summary>All bytes; null when there are too many to hold them.</summary>
    internal byte[]? Held { get; }

    /// <summary>The bytes from the first to the last. Several streams may be read at once.</summary>
    public Stream Open() => copy is null ? new MemoryStream(Held!, writable: false) : copy.Open();

    /// <summary>All bytes in memory, not to be changed.</summary>
    internal byte[] Bytes()
    {
        if (Held is { } held) return held;
        using var stream = Open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The first bytes, fewer where there are not so many.</summary>
    internal ReadOnlyMemory<byte> Head(int most)
    {
        if (Held is { } held) return held.AsMemory(0, Math.Min(held.Length, most));
        using var stream = Open();
        var bytes = new byte[(int)Math.Min(stream.Length, most)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads to the end, but keeps no more than the limit; a file over it is still hashed, so that it can be named.</summary>
    internal static FileContent Read(Stream stream, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var held = new MemoryStream();
        TemporaryCopy? copy = null;
        var length = 0L;
        try
        {
            var buffer = new byte[1 << 16];
            while (stream.Read(buffer) is > 0 and var read)
            {
                ct.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                length += read;
                if (length > MaxBytes) continue;
                if (length > MostHeld && copy is null) copy = TemporaryCopy.Of(held.GetBuffer().AsSpan(0, (int)held.Length));
                if (copy is null) held.Write(buffer, 0, read);
                else copy.Append(buffer.AsSpan(0, read));
            }
        }
        catch
        {
            copy?.Dispose();
            throw;
        }
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (length <= MaxBytes) return new(copy is null ? held.ToArray() : null, copy, sha256);
        copy?.Dispose();
        return new([], null, sha256) { TooLarge = true };
    }
}
