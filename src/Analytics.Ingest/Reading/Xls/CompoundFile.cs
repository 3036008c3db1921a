using System.Buffers.Binary;
using System.Text;

namespace Analytics.Ingest.Reading.Xls;

/// <summary>The container around old Office files: streams cut into sectors that are chained by tables ([MS-CFB]).</summary>
/// <remarks>
/// Read here, not by the library that reads the sheets, because a few false counts in its header would make that one read without
/// end. Every chain is followed for no more steps than the file has sectors, so time and memory are bounded by its length.
/// </remarks>
internal sealed class CompoundFile
{
    const int HeaderSize = 512, EntrySize = 128, MiniSectorSize = 64, ListedInHeader = 109;
    const uint LastSector = 0xFFFF_FFFA;

    readonly byte[] _bytes;
    readonly int _sectorSize;
    readonly uint[] _next;
    readonly uint[] _nextMini;
    readonly byte[] _miniStream;

    /// <exception cref="UnreadableFileException">The container is broken or cut short.</exception>
    public CompoundFile(byte[] bytes)
    {
        if (bytes.Length < HeaderSize || UInt16(bytes, 30) is not (9 or 12) || UInt16(bytes, 32) != 6)
            throw Broken();
        _bytes = bytes;
        _sectorSize = 1 << UInt16(bytes, 30);
        _next = Table(TableSectors());
        var directory = Chain(UInt32(bytes, 48), long.MaxValue);
        // Where a count says that there are none, some programs leave anything in place of the first.
        _nextMini = UInt32(bytes, 64) == 0 ? [] : Table(Sectors(UInt32(bytes, 60)));
        Entries = [.. directory.Chunk(EntrySize).Where(e => e.Length == EntrySize).Select(Entry.Read).Where(e => e.Name.Length > 0)];
        var root = Entries.FirstOrDefault(e => e.IsRoot);
        _miniStream = root is null || root.Size == 0 ? [] : Chain(root.FirstSector, root.Size);
    }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Whether the bytes begin like such a container.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The bytes of a stream.</summary>
    /// <exception cref="UnreadableFileException">Its chain ends too early or goes in circles.</exception>
    public byte[] Read(Entry entry)
    {
        if (entry.Size > _bytes.Length)
            throw Broken();
        // Small streams lie together in one large one, in sectors of their own size.
        if (entry.Size >= UInt32(_bytes, 56))
            return Chain(entry.FirstSector, entry.Size);
        var result = new byte[entry.Size];
        var sector = entry.FirstSector;
        for (var at = 0; at < result.Length; at += MiniSectorSize)
        {
            var length = Math.Min(MiniSectorSize, result.Length - at);
            if (sector >= _nextMini.Length || (long)sector * MiniSectorSize + length > _miniStream.Length)
                throw Broken();
            _miniStream.AsSpan((int)sector * MiniSectorSize, length).CopyTo(result.AsSpan(at));
            sector = _nextMini[sector];
        }
        return result;
    }

    // Where the sectors of the table of sectors lie: the first ones in the header, the others in a chain of lists.
    List<uint> TableSectors()
    {
        var all = new List<uint>();
        for (var i = 0; i < ListedInHeader; i++)
            Add(UInt32(_bytes, 76 + 4 * i));
        var list = UInt32(_bytes, 68);
        for (var steps = 0; UInt32(_bytes, 72) > 0 && list <= LastSector; steps++)
        {
            var sector = Sector(list);
            if (steps > _bytes.Length / _sectorSize)
                throw Broken();
            for (var at = 0; at < sector.Length - 4; at += 4)
                Add(UInt32(sector, at));
            list = UInt32(sector, sector.Length - 4);
        }
        return all;

        void Add(uint sector)
        {
            if (sector > LastSector)
                return;
            if (all.Count > _bytes.Length / _sectorSize)
                throw Broken();
            all.Add(sector);
        }
    }

    uint[] Table(List<uint> sectors)
    {
        var table = new uint[sectors.Count * (_sectorSize / 4)];
        for (var i = 0; i < sectors.Count; i++)
        {
            var sector = Sector(sectors[i]);
            for (var at = 0; at < sector.Length; at += 4)
                table[i * (_sectorSize / 4) + at / 4] = UInt32(sector, at);
        }
        return table;
    }

    List<uint> Sectors(uint first)
    {
        var chain = new List<uint>();
        for (var sector = first; sector <= LastSector; sector = sector < _next.Length ? _next[sector] : throw Broken())
        {
            if (chain.Count > _bytes.Length / _sectorSize)
                throw Broken();
            chain.Add(sector);
        }
        return chain;
    }

    byte[] Chain(uint first, long size)
    {
        var sectors = Sectors(first);
        if (size == long.MaxValue)
            size = (long)sectors.Count * _sectorSize;
        if (size > (long)sectors.Count * _sectorSize || size > _bytes.Length)
            throw Broken();
        var result = new byte[size];
        for (var i = 0; i < sectors.Count && (long)i * _sectorSize < size; i++)
        {
            // The last sector of a file may be cut where its content ends.
            var wanted = (int)Math.Min(_sectorSize, size - (long)i * _sectorSize);
            var sector = Sector(sectors[i], wanted);
            sector.CopyTo(result.AsSpan(i * _sectorSize));
        }
        return result;
    }

    ReadOnlySpan<byte> Sector(uint number) => Sector(number, _sectorSize);

    ReadOnlySpan<byte> Sector(uint number, int length)
    {
        var start = ((long)number + 1) * _sectorSize;
        return start + length <= _bytes.Length ? _bytes.AsSpan((int)start, length) : throw Broken();
    }

    static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static UnreadableFileException Broken() => new(
        "Tệp kiểu cũ của Office bị hỏng hoặc bị cắt; hãy mở bằng Excel rồi lưu lại dạng .xlsx.",
        "The old Office file is broken or cut short: open it in Excel and save as .xlsx.");

    /// <summary>A stream or folder in the container.</summary>
    public sealed record Entry(string Name, bool IsRoot, uint FirstSector, long Size)
    {
        internal static Entry Read(byte[] entry)
        {
            var length = Math.Clamp(UInt16(entry, 64) - 2, 0, 64);
            // Sizes of four gigabytes and more cannot be: a file is smaller.
            return new(Encoding.Unicode.GetString(entry, 0, length & ~1), entry[66] == 5, UInt32(entry, 116), UInt32(entry, 120));
        }
    }
}
