using Analytics.Ingest.Reading.Headers;
using CsvHelper;

namespace Analytics.Ingest.Reading.Csv;

/// <summary>Finds the separator of a CSV and reads its first rows.</summary>
internal static class CsvDialect
{
    const int SampledBytes = 1 << 20;

    static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Options under which every record is read: lenient, so that <see cref="CsvSheet"/> can say what is broken and where.</summary>
    public static CsvReaderOptions Options(char separator) =>
        new() { Separator = separator, HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Recover };

    /// <summary>The separator under which most headers are understood; where none is, the one that parts most cells.</summary>
    public static (char Separator, TopRows Top) Detect(ReadOnlyMemory<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampledBytes)];
        return Separators
            .Select(separator => (Separator: separator, Top: Read(sample, separator)))
            .OrderByDescending(d => d.Top.BestByKind.Values.Select(h => h.Matches).DefaultIfEmpty().Max())
            .ThenByDescending(d => d.Top.Rows.Sum(r => r.Cells.Length - 1))
            .First();
    }

    static TopRows Read(ReadOnlyMemory<byte> sample, char separator)
    {
        using var reader = CsvReader.Create(sample, Options(separator));
        var rows = new List<TopRow>();
        while (rows.Count < TopRows.SearchedRows + TopRows.MaxDepth - 1 && reader.Read())
        {
            var cells = new string[Math.Min(reader.FieldCount, TopRows.MaxColumns)];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellText.Clean(reader.GetString(i));
            if (cells.Any(c => c.Length > 0))
                rows.Add(new((int)reader.LineNumber, cells));
        }
        return new(rows);
    }
}
