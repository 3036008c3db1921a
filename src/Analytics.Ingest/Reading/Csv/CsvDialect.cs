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
    public static (char Separator, TopRows Top) Detect(FileContent content)
    {
        var sample = content.Head(SampledBytes);
        var read = Separators.Select(separator => (Separator: separator, Top: Read(sample, separator))).ToList();
        var most = 0;
        foreach (var (_, top) in read.OrderByDescending(d => Width(d.Top)))
        {
            // A header cannot match more columns than there are cells in a row.
            if (Width(top) < most) break;
            most = Math.Max(most, Matches(top));
        }
        return read.Where(d => Width(d.Top) >= most)
            .OrderByDescending(d => Matches(d.Top)).ThenByDescending(d => d.Top.Rows.Sum(r => r.Cells.Length - 1))
            .First();
    }

    static int Width(TopRows top) => top.Rows.Select(r => r.Cells.Length).DefaultIfEmpty().Max();

    static int Matches(TopRows top) => top.BestByKind.Values.Select(h => h.Matches).DefaultIfEmpty().Max();

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
