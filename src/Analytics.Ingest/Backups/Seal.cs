using System.Security.Cryptography;
using System.Text;

namespace Analytics.Ingest.Backups;

/// <summary>
/// The last bytes of a backup, its ZIP comment: the SHA-256 of all bytes before them. So every byte that is damaged or
/// missing is noticed, also where the format has bytes that no entry needs.
/// </summary>
static class Seal
{
    public const int Length = 64;

    /// <summary>What stands in its place until it is known.</summary>
    public static string Open { get; } = new('0', Length);

    /// <summary>Closes a file that ends with <see cref="Open"/>.</summary>
    public static void Close(FileStream file, CancellationToken ct)
    {
        var hash = HashOf(file, ct);
        file.Position = file.Length - Length;
        file.Write(Encoding.ASCII.GetBytes(hash));
    }

    /// <exception cref="BackupException">There is none, or the file is not as it was written.</exception>
    public static void Check(FileStream file, CancellationToken ct)
    {
        var seal = new byte[Length];
        if (file.Length <= Length) throw new BackupException("it is no backup of this program");
        file.Position = file.Length - Length;
        file.ReadExactly(seal);
        var text = Encoding.ASCII.GetString(seal);
        if (!text.All(char.IsAsciiHexDigitLower)) throw new BackupException("it is no backup of this program, or its end is missing");
        if (text != HashOf(file, ct)) throw new BackupException("it is damaged: its bytes are not those that were written");
        file.Position = 0;
    }

    static string HashOf(FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        file.Position = 0;
        for (var left = file.Length - Length; left > 0;)
        {
            ct.ThrowIfCancellationRequested();
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new BackupException("it became shorter while it was read");
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
