using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Samples;

/// <summary>Writes one sample file: UTF-8 without BOM, comma, line feed, RFC 4180 quoting; the same bytes on every system.</summary>
internal sealed class CsvFile : IDisposable
{
    static readonly char[] NeedsQuotes = [',', '"', '\n', '\r'];
    readonly StreamWriter _writer;

    public CsvFile(string folder, string name, string header)
    {
        Path = System.IO.Path.Combine(folder, name);
        _writer = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        _writer.WriteLine(header);
    }

    public string Path { get; }

    /// <summary>One row; null is an empty cell.</summary>
    public void Row(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                _writer.Write(',');
            _writer.Write(Quoted(Text(cells[i])));
        }
        _writer.Write('\n');
    }

    static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    static string Quoted(string text) =>
        text.IndexOfAny(NeedsQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose() => _writer.Dispose();
}
