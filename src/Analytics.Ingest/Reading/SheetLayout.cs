namespace Analytics.Ingest.Reading;

/// <summary>Where what was read of a sheet stands in it.</summary>
/// <param name="HeaderLine">Line of the header's last row.</param>
internal sealed record SheetLayout(Sheet Sheet, int HeaderLine, SheetColumns Columns)
{
    /// <summary>The leftmost column of the table, from 0.</summary>
    public int FirstColumn => Columns.All.Count > 0 ? Columns.All[0].Index : 0;
}
