namespace Analytics.Ingest.Reading.Headers;

/// <summary>Finds the header among the first rows of a sheet: the rows that match most of a kind's columns.</summary>
internal static class HeaderFinder
{
    static readonly FileKind[] AllKinds = Enum.GetValues<FileKind>();

    /// <summary>The best reading for each kind that matches at least one column.</summary>
    public static IReadOnlyDictionary<FileKind, Header> BestByKind(TopRows top) =>
        AllKinds.Select(kind => Best(top, KindColumns.Of(kind))).OfType<Header>().ToDictionary(h => h.Kind!.Value);

    /// <summary>The kinds whose columns match most headers: one if it stands out, several on a tie, none without any match.</summary>
    public static IReadOnlyList<FileKind> Leading(IEnumerable<IReadOnlyDictionary<FileKind, Header>> sheets)
    {
        var matches = sheets.SelectMany(s => s.Values).GroupBy(h => h.Kind!.Value, h => h.Matches)
            .Select(g => (Kind: g.Key, Most: g.Max())).ToList();
        return [.. matches.Where(m => m.Most == matches.Max(x => x.Most)).Select(m => m.Kind).Order()];
    }

    static Header? Best(TopRows top, KindColumns columns)
    {
        Header? best = null;
        var bestEnd = -1;
        for (var start = 0; start < Math.Min(top.Rows.Count, TopRows.SearchedRows); start++)
        {
            for (var depth = 1; depth <= TopRows.MaxDepth && start + depth <= top.Rows.Count; depth++)
            {
                if (depth > 1 && !HeaderReading.GoesOn(top, start, depth, columns))
                    break;
                // Most rows looked at are data and match nothing: they are not worth a header of their own.
                if (HeaderReading.Matches(top, start, depth, columns) is var matches && (matches == 0 || matches < best?.Matches))
                    continue;
                var header = HeaderReading.Read(top, start, depth, columns);
                if (columns.Telling is { } telling && !header.Has(telling))
                    continue;
                if (header.Matches > (best?.Matches ?? 0) || header.Matches > 0 && header.Matches == best!.Matches && IsSameButBetter(start, depth, bestEnd))
                    (best, bestEnd) = (header, start + depth);
            }
        }
        return best;
    }
    // Two readings of overlapping rows that match equally: the one that ends lower keeps a row of sub-headings from being taken for
    // data, and of two with the same end the one that starts lower (seen later) is rid of the title above.
    static bool IsSameButBetter(int start, int depth, int bestEnd) => start < bestEnd && start + depth >= bestEnd;
}
