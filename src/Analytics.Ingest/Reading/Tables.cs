using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading;

/// <summary>Decides what a file holds and which of its sheets are read.</summary>
internal sealed class Tables
{
    readonly List<Table> _read = [];
    readonly List<Problem> _problems = [];

    public Tables(IReadOnlyList<Sheet> sheets, FileKind? given, CancellationToken ct)
    {
        Kind = given;
        var filled = sheets.Where(s => s.Top.Rows.Count > 0).Select(s => (Sheet: s, Best: s.Top.BestByKind)).ToList();
        if (filled.Count == 0)
        {
            _problems.Add(FileProblems.Empty());
            return;
        }
        var leading = HeaderFinder.Leading(filled.Select(s => s.Best));
        if (given is null && leading.Count != 1)
        {
            _problems.Add(FileProblems.UnknownKind(leading, filled[0].Sheet.Top.Rows[0].Cells.Where(c => c.Length > 0)));
            _read.AddRange(filled.Select(s => new Table(s.Sheet, Header.NotUnderstood(s.Sheet.Top), ct)));
            return;
        }
        var kind = given ?? leading[0];
        Kind = kind;
        var main = filled.MaxBy(s => s.Best.GetValueOrDefault(kind)?.Matches ?? 0).Sheet;
        var ignored = new List<string>();
        foreach (var sheet in sheets)
        {
            var best = filled.Find(s => s.Sheet == sheet).Best;
            if (sheet == main)
                _read.Add(new(sheet, best.GetValueOrDefault(kind) ?? HeaderReading.Read(sheet.Top, 0, 1, KindColumns.Of(kind)), ct));
            else if (best is not null && best.TryGetValue(kind, out var header) && IsRecognised(header, best.Values))
                _read.Add(new(sheet, header, ct));
            else
                ignored.Add(sheet.Name ?? "");
        }
        _problems.AddRange(_read.SelectMany(t => t.Problems()));
        if (ignored.Count > 0)
            _problems.Add(FileProblems.IgnoredSheets(ignored, kind));
        if (_read.Sum(t => t.RowCount) == 0)
            _problems.Insert(0, FileProblems.Empty());
    }

    public FileKind? Kind { get; }

    /// <summary>Puts together what callers see.</summary>
    public SourceFile ToFile(string name, FileContent content, CancellationToken ct) => new()
    {
        Name = name,
        Sha256 = content.Sha256,
        Content = content,
        Kind = Kind,
        Columns = [.. _read.SelectMany(t => t.KnownNames).Distinct()],
        UnknownColumns = [.. _read.SelectMany(t => t.UnknownNames).Distinct()],
        Rows = _read.Count == 1 ? _read[0].Rows(ct) : _read.SelectMany(t => t.Rows(ct)),
        RowCount = _read.Sum(t => t.RowCount),
        Problems = _problems,
        Layouts = [.. _read.Select(t => t.Layout)],
        Notes = [.. _read.SelectMany(t => t.Notes)],
    };

    // Another sheet beside the main one is a table of the same kind only if it looks like one: no other kind fits better, and half of
    // the required columns are there. A legend or a list of names beside the results is not.
    static bool IsRecognised(Header header, IEnumerable<Header> all)
    {
        var required = KindColumns.Of(header.Kind!.Value).Required;
        return header.Matches == all.Max(h => h.Matches) && header.Matches > 1 && required.Count(header.Has) * 2 >= required.Count;
    }
}
