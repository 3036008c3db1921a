using System.Text;
using System.Text.Unicode;

namespace Analytics.Ingest.Reading.Csv;

/// <summary>Makes sure that bytes are text before anything is parsed.</summary>
internal static class CsvEncoding
{
    static readonly string Advice = "lưu lại tệp dạng \"CSV UTF-8\"";
    const string AdviceEn = "save the file as \"CSV UTF-8\"";

    const int BlockBytes = 1 << 16;

    /// <exception cref="UnreadableFileException">The bytes are neither UTF-8 nor UTF-16 with a byte order mark, or hold a NUL.</exception>
    public static void Check(FileContent content)
    {
        if (content.Held is null && IsPlain(content)) return;
        // Only to say where something is wrong, and for UTF-16, are all bytes of a large file needed at once.
        Check(content.Bytes());
    }

    /// <summary>Whether a file is UTF-8 without NUL, looked at block by block.</summary>
    static bool IsPlain(FileContent content)
    {
        using var stream = content.Open();
        var block = new byte[BlockBytes];
        for (var left = 0; ;)
        {
            var filled = left + stream.ReadAtLeast(block.AsSpan(left), block.Length - left, throwOnEndOfStream: false);
            var atEnd = filled < block.Length;
            var whole = atEnd ? filled : LengthOfWhole(block);
            if (block.AsSpan(0, whole).Contains((byte)0) || !Utf8.IsValid(block.AsSpan(0, whole))) return false;
            if (atEnd) return true;
            left = filled - whole;
            block.AsSpan(whole).CopyTo(block);
        }
    }

    /// <summary>How many bytes there are without a character that is cut off at the end.</summary>
    static int LengthOfWhole(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= 3; back++)
        {
            if (block[^back] < 0x80) break;
            if (block[^back] < 0xC0) continue;
            var length = block[^back] < 0xE0 ? 2 : block[^back] < 0xF0 ? 3 : 4;
            return length > back ? block.Length - back : block.Length;
        }
        return block.Length;
    }

    static void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            throw new UnreadableFileException($"Tệp ghi theo mã UTF-32; cần UTF-8 hoặc UTF-16. Hãy {Advice}.",
                $"The file is UTF-32; expected UTF-8 or UTF-16: {AdviceEn}.");
        if (IsUtf16(bytes, out var bigEndian))
            CheckUtf16(bytes, bigEndian);
        else
            CheckUtf8(bytes);
    }

    /// <summary>Whether a byte order mark says UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes, out bool bigEndian)
    {
        bigEndian = bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return bigEndian || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]);
    }

    static void CheckUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            throw new UnreadableFileException(
                $"Byte thứ {nul + 1} (dòng {LineOf(bytes, nul)}) là ký tự NUL; tệp văn bản không được có ký tự này. Tệp có thể là tệp nhị phân hoặc UTF-16 không có BOM; hãy {Advice}.",
                $"Byte {nul + 1} (line {LineOf(bytes, nul)}) is NUL; text must not contain it. The file may be binary, or UTF-16 without a byte order mark: {AdviceEn}.");
        if (Utf8.IsValid(bytes))
            return;
        var at = FirstInvalid(bytes);
        throw new UnreadableFileException(
            $"Byte thứ {at + 1} (0x{bytes[at]:X2}, dòng {LineOf(bytes, at)}) không đúng mã UTF-8; cần UTF-8 hoặc UTF-16 có BOM. Hãy {Advice}.",
            $"Byte {at + 1} (0x{bytes[at]:X2}, line {LineOf(bytes, at)}) is not valid UTF-8; expected UTF-8, or UTF-16 with a byte order mark: {AdviceEn}.");
    }

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    static void CheckUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var line = 1;
        for (var at = 2; at < bytes.Length; at += 2)
        {
            var unit = at + 1 < bytes.Length ? Unit(bytes, at, bigEndian) : (char)0;
            if (unit == '\n')
                line++;
            var isPair = char.IsHighSurrogate(unit) && at + 3 < bytes.Length && char.IsLowSurrogate(Unit(bytes, at + 2, bigEndian));
            if (unit != 0 && (isPair || !char.IsSurrogate(unit)))
            {
                at += isPair ? 2 : 0;
                continue;
            }
            throw new UnreadableFileException(
                $"Byte thứ {at + 1} (dòng {line}) không đúng mã UTF-16 (nửa ký tự, ký tự NUL hoặc tệp bị cắt). Hãy {Advice}.",
                $"Byte {at + 1} (line {line}) is not valid UTF-16 (half a character, NUL, or a file cut short): {AdviceEn}.");
        }
    }

    static char Unit(ReadOnlySpan<byte> bytes, int at, bool bigEndian) =>
        (char)(bigEndian ? bytes[at] << 8 | bytes[at + 1] : bytes[at + 1] << 8 | bytes[at]);

    static int LineOf(ReadOnlySpan<byte> bytes, int at) => bytes[..at].Count((byte)'\n') + 1;
}
