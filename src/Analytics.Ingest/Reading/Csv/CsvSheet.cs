using Analytics.Ingest.Reading.Headers;
using CsvHelper;

namespace Analytics.Ingest.Reading.Csv;

/// <summary>A CSV as one nameless sheet. Its rows are parsed from the bytes at every enumeration.</summary>
internal sealed class CsvSheet : Sheet
{
    readonly FileContent _content;
    readonly char _separator;

    CsvSheet(FileContent content, char separator, TopRows top) => (_content, _separator, Top) = (content, separator, top);

    public override string? Name => null;

    public override TopRows Top { get; }

    /// <exception cref="UnreadableFileException">The bytes are not text.</exception>
    public static CsvSheet Open(FileContent content)
    {
        CsvEncoding.Check(content);
        var (separator, top) = CsvDialect.Detect(content);
        return new(content, separator, top);
    }

    public override Extent Survey(Header header, CancellationToken ct)
    {
        var survey = new CsvSurvey(header, TotalColumnsOf(header), _separator);
        using var reader = Reader(CsvDialect.Options(_separator) with { OnMalformedRecord = survey.Malformed });
        for (var n = 1; reader.Read(); n++)
        {
            if (n % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            survey.Add(reader);
        }
        return survey.Result;
    }

    public override IEnumerable<SourceRow> Rows(SheetColumns columns, int headerLine, int endLine, CancellationToken ct)
    {
        using var reader = Reader(CsvDialect.Options(_separator));
        var indexes = columns.All.Select(c => c.Index).ToArray();
        var texts = new TextCache(indexes.Length);
        for (var n = 1; reader.Read() && reader.LineNumber < endLine; n++)
        {
            if (n % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            if (reader.LineNumber > headerLine && CsvSurvey.IsFilled(reader))
                yield return new(columns, (int)reader.LineNumber, Cells(reader, indexes, texts));
        }
    }

    public override IEnumerable<(int Line, string[] Cells)> AllRows(CancellationToken ct)
    {
        using var reader = Reader(CsvDialect.Options(_separator));
        for (var n = 1; reader.Read(); n++)
        {
            if (n % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            if (!CsvSurvey.IsFilled(reader))
                continue;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellText.Clean(System.Text.Encoding.UTF8.GetString(reader.GetSpan(i)));
            yield return ((int)reader.LineNumber, cells);
        }
    }

    CsvReader Reader(CsvReaderOptions options) =>
        _content.Held is { } bytes ? CsvReader.Create(bytes, options) : CsvReader.Create(_content.Open(), options);

    static string[] Cells(CsvReader reader, int[] indexes, TextCache texts)
    {
        var cells = new string[indexes.Length];
        var count = reader.FieldCount;
        for (var slot = 0; slot < cells.Length; slot++)
            cells[slot] = indexes[slot] < count ? texts.Get(slot, reader.GetSpan(indexes[slot])) : "";
        return cells;
    }
}
