using System.Buffers.Binary;
using System.Text;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

/// <summary>Old .xls workbooks: those of the folder Files, and small ones put together record by record.</summary>
static class XlsFiles
{
    public const int Bof = 0x809, Eof = 0x0A, BoundSheet = 0x85, CodePage = 0x42, Dimensions = 0x200, Label = 0x204, Number = 0x203, FilePass = 0x2F, Sst = 0xFC;

    static readonly byte[] Magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static byte[] Stored(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reading", "Files", name));

    public static SourceFile Read(byte[] bytes) => Sources.Bytes(bytes, "file.xls");

    public static byte[] Record(int id, params byte[] content) => [.. U16(id), .. U16(content.Length), .. content];

    public static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] U32(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    /// <summary>The text of a cell in the code page of the workbook, as Excel 95 wrote it.</summary>
    public static byte[] LabelCell(int row, int column, byte[] text) => Record(Label, [.. U16(row), .. U16(column), .. U16(0), .. U16(text.Length), .. text]);

    public static byte[] NumberCell(int row, int column, double number) =>
        Record(Number, [.. U16(row), .. U16(column), .. U16(0), .. BitConverter.GetBytes(number)]);

    /// <summary>A workbook of Excel 95 with sheets of these records; <paramref name="globals"/> come before the list of sheets.</summary>
    public static byte[] Book(byte[] globals, params byte[][] sheets) => Book(0x500, [1, (byte)'S'], globals, sheets);

    /// <summary>The same in the format of Excel 97, where a text says how wide its characters are.</summary>
    public static byte[] Book97(byte[] globals, params byte[][] sheets) => Book(0x600, [1, 0, (byte)'S'], globals, sheets);

    static byte[] Book(int version, byte[] name, byte[] globals, byte[][] sheets)
    {
        byte[] start = [.. Record(Bof, [.. U16(version), .. U16(5), .. U32(0)]), .. globals];
        var at = start.Length + sheets.Length * (10 + name.Length) + 4;
        var bodies = sheets.Select(s => (byte[])[.. Record(Bof, [.. U16(version), .. U16(0x10), .. U32(0)]), .. s, .. Record(Eof)]).ToList();
        List<byte> all = [.. start];
        foreach (var body in bodies)
        {
            all.AddRange(Record(BoundSheet, [.. U32((uint)at), 0, 0, .. name]));
            at += body.Length;
        }
        all.AddRange(Record(Eof));
        return [.. all, .. bodies.SelectMany(b => b)];
    }

    /// <summary>A container with one stream: header, table of sectors, directory, then the stream.</summary>
    public static byte[] Container(byte[] stream, string name = "Book")
    {
        var sectors = Math.Max(8, (stream.Length + 511) / 512);
        var tables = (sectors + 2 + 127) / 128 + 1;
        var file = new byte[512 * (1 + tables + 1 + sectors)];
        var span = file.AsSpan();
        Magic.CopyTo(span);
        Put(24, U16(0x3E)); Put(26, U16(3)); Put(28, U16(0xFFFE)); Put(30, U16(9)); Put(32, U16(6));
        Put(44, U32((uint)tables)); Put(48, U32((uint)tables)); Put(56, U32(4096)); Put(60, U32(0xFFFFFFFE)); Put(68, U32(0xFFFFFFFE));
        for (var i = 0; i < 109; i++)
            Put(76 + 4 * i, U32(i < tables ? (uint)i : 0xFFFFFFFF));
        for (var i = 0; i < tables * 128; i++)
            Put(512 + 4 * i, U32(i < tables ? 0xFFFFFFFD : i == tables || i == tables + sectors ? 0xFFFFFFFE : i < tables + sectors ? (uint)i + 1 : 0xFFFFFFFF));
        Entry(0, "Root Entry", 5, 0xFFFFFFFE, 0);
        Entry(1, name, 2, (uint)tables + 1, (uint)Math.Max(4096, stream.Length));
        stream.CopyTo(span[(512 * (tables + 2))..]);
        return file;

        void Put(int at, byte[] bytes) => bytes.CopyTo(file.AsSpan(at));

        void Entry(int number, string title, byte type, uint first, uint size)
        {
            var at = 512 * (1 + tables) + 128 * number;
            Put(at, Encoding.Unicode.GetBytes(title));
            Put(at + 64, U16(2 * title.Length + 2));
            file[at + 66] = type;
            Put(at + 68, U32(0xFFFFFFFF)); Put(at + 72, U32(0xFFFFFFFF)); Put(at + 76, U32(0xFFFFFFFF));
            Put(at + 116, U32(first)); Put(at + 120, U32(size));
        }
    }

    /// <summary>The file with four bytes changed.</summary>
    public static byte[] With(this byte[] file, int at, uint value)
    {
        byte[] changed = [.. file];
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
        return changed;
    }
}
