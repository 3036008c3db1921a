using System.Security.Cryptography;

namespace Analytics.Ingest.Backups;

/// <summary>Copies bytes and tells what they were.</summary>
static class HashedCopy
{
    /// <param name="atMost">More bytes are not copied.</param>
    /// <exception cref="InvalidDataException">There are more bytes.</exception>
    public static (long Bytes, string Sha256) Run(Stream from, Stream to, long atMost, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        long bytes = 0;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            bytes += read;
            if (bytes > atMost) throw new InvalidDataException($"More than {atMost} bytes.");
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
