using System.Security.Cryptography;

namespace Analytics.Web.Shared.Files;

/// <summary>A file that came from outside, kept under its hash below a folder that is not served.</summary>
/// <param name="Name">Its name in the folder.</param>
sealed record KeptFile(string Name, string Sha256, string ContentType, int Bytes)
{
    /// <summary>Whole or not at all; the same bytes are kept once.</summary>
    public static async Task<KeptFile> Keep(string folder, byte[] bytes, string contentType, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var kept = new KeptFile(hash + FileKinds.Extension(contentType), hash, contentType, bytes.Length);
        var path = Path.Combine(folder, kept.Name);
        if (File.Exists(path)) return kept;
        var half = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
        return kept;
    }

    public static async Task<byte[]> Read(IFormFile sent, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await sent.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
