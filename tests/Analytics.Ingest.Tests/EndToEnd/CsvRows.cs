using System.Text;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Rows of a CSV by column name; a reader of the tests' own (RFC 4180), so that the product does not judge itself.</summary>
static class CsvRows
{
    public static List<Dictionary<string, string>> ReadFile(string path) => ReadText(File.ReadAllText(path));

    public static List<Dictionary<string, string>> ReadText(string text)
    {
        var records = Records(text.TrimStart('\uFEFF')).ToList();
        return records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(x => x.First, x => x.Second)).ToList();
    }

    static IEnumerable<List<string>> Records(string text)
    {
        var (record, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) cell.Append(c);
            else if (c != '\r')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c != '\n') continue;
                yield return record;
                record = [];
            }
        }
        if (record.Count > 0 || cell.Length > 0) yield return [.. record, cell.ToString()];
    }
}
