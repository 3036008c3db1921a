namespace Analytics.Web.Loading;

/// <summary>What a large file took in memory goes back to the system: the program runs on a desk beside Office, and is idle most of the day.</summary>
static class MemoryReturn
{
    /// <summary>Smaller files leave nothing behind that is worth a pause of all requests, which lasts some hundredths of a second.</summary>
    const int ManyRows = 50_000;

    public static void AfterLoading(long rows)
    {
        if (rows >= ManyRows) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
