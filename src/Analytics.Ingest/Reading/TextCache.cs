using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Ingest.Reading;

/// <summary>Turns UTF-8 cells into clean texts; a text seen lately is handed out again instead of being made anew.</summary>
/// <remarks>One per enumeration: not for several threads. A column whose texts hardly ever come again (names) is no longer looked up.</remarks>
internal sealed class TextCache(int columns)
{
    const int Slots = 1 << 13, LongestKept = 96, Trial = 4096;

    readonly (byte[] Key, string Text)[] _slots = new (byte[], string)[Slots];
    readonly int[] _lookups = new int[columns];
    readonly int[] _hits = new int[columns];

    public string Get(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > LongestKept || IsUseless(column))
            return Make(utf8);
        ref var slot = ref _slots[Hash(utf8) & (Slots - 1)];
        _lookups[column]++;
        if (slot.Key is { } key && utf8.SequenceEqual(key))
        {
            _hits[column]++;
            return slot.Text;
        }
        slot = (utf8.ToArray(), Make(utf8));
        return slot.Text;
    }

    bool IsUseless(int column) => _lookups[column] >= Trial && _hits[column] < _lookups[column] / 4;

    static string Make(ReadOnlySpan<byte> utf8) => CellText.Clean(Encoding.UTF8.GetString(utf8));

    // A slot holds one text, so a bad hash costs time, never a wrong answer.
    static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length * 0x9E3779B97F4A7C15;
        while (utf8.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(utf8)) * 0xFF51AFD7ED558CCD;
            hash ^= hash >> 32;
            utf8 = utf8[8..];
        }
        foreach (var b in utf8)
            hash = (hash ^ b) * 0x100000001B3;
        return (uint)(hash ^ (hash >> 29) ^ (hash >> 47));
    }
}
