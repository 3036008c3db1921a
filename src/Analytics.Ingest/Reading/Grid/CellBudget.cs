namespace Analytics.Ingest.Reading.Grid;

/// <summary>How many cells of one file are still held in memory: a row takes room for every column up to its last filled one.</summary>
internal sealed class CellBudget
{
    /// <summary>A sheet has no more rows.</summary>
    public const int MaxRows = 1_048_576;

    // A full million of rows with some fifty columns.
    const int MaxCells = 50_000_000;

    int _left = MaxCells;

    /// <exception cref="UnreadableFileException">The file holds more.</exception>
    public void Take(int cells)
    {
        _left -= cells;
        if (_left < 0)
            throw new UnreadableFileException(
                $"Tệp có quá nhiều ô (hơn {MaxCells / 1_000_000} triệu); hãy xóa các cột thừa ở bên phải hoặc chia thành nhiều tệp.",
                $"The file has too many cells (more than {MaxCells / 1_000_000} million): delete stray columns to the right or split it into several files.");
    }
}
