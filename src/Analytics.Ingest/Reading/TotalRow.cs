using Analytics.Ingest.Reading.Headers;

namespace Analytics.Ingest.Reading;

/// <summary>Finds where the data of a sheet end: before a trailing total row, if there is one.</summary>
/// <remarks>Signatures and dates below the total (rows of at most two filled cells) are left out with it. A total followed by
/// full rows is a subtotal: it stays, and the checker says what it lacks.</remarks>
internal struct TotalRow
{
    const int FilledInSignatures = 2;

    int _rows, _rowsAtTotal, _lineOfTotal;

    /// <summary>Data rows before the total, blank rows not counted.</summary>
    public readonly int RowCount => _lineOfTotal > 0 ? _rowsAtTotal : _rows;

    /// <summary>Line of the first row that is no longer data.</summary>
    public readonly int EndLine => _lineOfTotal > 0 ? _lineOfTotal : int.MaxValue;

    /// <summary>Rows left out: the total and what stands below.</summary>
    public readonly int LeftOut => _lineOfTotal > 0 ? _rows - _rowsAtTotal : 0;

    public void Add(int line, int filledCells, bool isTotal)
    {
        if (filledCells == 0)
            return;
        if (isTotal && _lineOfTotal == 0)
            (_lineOfTotal, _rowsAtTotal) = (line, _rows);
        else if (!isTotal && filledCells > FilledInSignatures)
            _lineOfTotal = 0;
        _rows++;
    }

    /// <summary>Whether a cell reads "Tổng cộng", "Cộng", "Tổng số" or "Total".</summary>
    public static bool IsWord(string cell) =>
        cell.Length is > 2 and < 40 && HeaderKey.Of(cell) is "tong cong" or "cong" or "tong so" or "tong" or "total";
}
