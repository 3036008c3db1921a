namespace Analytics.Ingest.Reading.Headers;

/// <summary>Reads given rows as the header of a given kind.</summary>
internal static class HeaderReading
{
    /// <summary>Reads rows <paramref name="start"/> to <paramref name="start"/> + <paramref name="depth"/> − 1 as one header.</summary>
    public static Header Read(TopRows top, int start, int depth, KindColumns columns)
    {
        var rows = top.Rows.Skip(start).Take(depth).ToList();
        var width = rows.Max(r => r.Cells.Length);
        List<Column> known = [], unknown = [];
        List<int> unnamed = [];
        var taken = columns.Names.ToDictionary(name => name, _ => 1, StringComparer.Ordinal);
        for (var index = 0; index < width; index++)
        {
            var (texts, keys) = Above(rows, index);
            if (keys.Count == 0)
                unnamed.Add(index);
            else if (keys.All(HeaderWords.IsRowNumber))
                continue;
            else if (HeaderWords.Resolve(keys, columns) is { } name)
                known.Add(new(name, string.Join(" – ", texts), index));
            else
                unknown.Add(Unique(string.Join(" – ", texts), index, taken));
        }
        return new(columns.Kind, rows[^1].Line, width, known, unknown, unnamed);
    }

    /// <summary>How many of the contract's columns <see cref="Read"/> would find.</summary>
    public static int Matches(TopRows top, int start, int depth, KindColumns columns)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (depth == 1)
        {
            foreach (var heading in top.Rows[start].Headings)
                if (HeaderWords.Resolve(heading, columns) is { } name) found.Add(name);
            return found.Count;
        }
        var rows = top.Rows.Skip(start).Take(depth).ToList();
        for (var index = 0; index < rows.Max(r => r.Cells.Length); index++)
        {
            var keys = Above(rows, index).Keys;
            if (keys.Count > 0 && !keys.All(HeaderWords.IsRowNumber) && HeaderWords.Resolve(keys, columns) is { } name) found.Add(name);
        }
        return found.Count;
    }

    /// <summary>Whether the rows under the first belong to the header: sub-headings, not data.</summary>
    public static bool GoesOn(TopRows top, int start, int depth, KindColumns columns)
    {
        for (var i = start + 1; i < start + depth; i++)
        {
            var (upper, row) = (top.Rows[i - 1], top.Rows[i]);
            var filled = Enumerable.Range(0, row.Keys.Length).Where(c => row.Keys[c].Length > 0).ToList();
            bool Repeats(int c) => c < upper.Keys.Length && row.Keys[c] == upper.Keys[c];
            // A cell of the header merged down, or written again. Rows of data may agree too; they have counts that do not.
            var spans = filled.Any(Repeats) && !filled.Any(c => !Repeats(c) && IsCount(row.Keys[c]));
            if (row.Line != upper.Line + 1 || filled.Count == 0 || !spans && !filled.All(c => IsHeading(row.Keys[c], columns)))
                return false;
        }
        return true;
    }

    /// <summary>A number that is no year: years stand above columns.</summary>
    static bool IsCount(string key) =>
        key.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !(key.Length == 4 && (key.StartsWith("19", StringComparison.Ordinal) || key.StartsWith("20", StringComparison.Ordinal)));

    static bool IsHeading(string key, KindColumns columns) =>
        HeaderWords.IsMeasure(key) || HeaderWords.IsRowNumber(key) || HeaderWords.Resolve([key], columns) is not null;

    static (List<string> Texts, List<string> Keys) Above(List<TopRow> rows, int index)
    {
        List<string> texts = [], keys = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var at = i + 1 < rows.Count ? GroupStart(rows[i], rows[i + 1], index) : index;
            if (at >= rows[i].Keys.Length || rows[i].Keys[at] is not { Length: > 0 } key || keys.LastOrDefault() == key)
                continue;
            texts.Add(rows[i].Cells[at]);
            keys.Add(key);
        }
        return (texts, keys);
    }

    // A group's name stands over its first column only, where cells were not merged or the file is a CSV: it holds for the empty
    // cells to its right as long as something stands below them.
    static int GroupStart(TopRow upper, TopRow lower, int index)
    {
        var at = index;
        while (at > 0 && IsFilled(lower, at) && !IsFilled(upper, at))
            at--;
        return IsFilled(upper, at) && IsFilled(lower, at) ? at : index;
    }

    static bool IsFilled(TopRow row, int index) => index < row.Keys.Length && row.Keys[index].Length > 0;

    // The second "Tỷ lệ %" of a sheet is kept as "Tỷ lệ % (2)"; so is an unknown header that reads like a name of the contract.
    static Column Unique(string header, int index, Dictionary<string, int> taken)
    {
        var times = taken[header] = taken.GetValueOrDefault(header) + 1;
        return new(times == 1 ? header : $"{header} ({times})", header, index);
    }
}
