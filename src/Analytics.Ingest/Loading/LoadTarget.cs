using Analytics.Domain.Storage;

namespace Analytics.Ingest.Loading;

/// <summary>
/// Where the files of one call go: the store, or the memory of a dry run. One file alone is compared in a read
/// transaction and keeps nobody waiting; several see each other inside a write transaction that is never committed.
/// </summary>
sealed class LoadTarget : IDisposable
{
    readonly Reader? reader;
    readonly Writer? writer;

    LoadTarget(Store store, Reader? reader = null, Writer? writer = null) => (Store, this.reader, this.writer) = (store, reader, writer);

    public Store Store { get; }

    /// <summary>The context of a dry run; null for a real one, which takes the writer's turn file by file.</summary>
    public AnalyticsDb? DryDb => reader?.Db ?? writer?.Db;

    public static LoadTarget Real(Store store) => new(store);

    /// <summary>The writer's turn of a dry run whose files see each other; null for others.</summary>
    public Writer? Writer => writer;

    /// <summary>A dry run in the writer's turn, also for one file: what comes of it can be looked at before it is gone.</summary>
    public static LoadTarget Preview(Store store, CancellationToken ct) => new(store, writer: store.Write(ct));

    public static LoadTarget Dry(Store store, int files, CancellationToken ct)
    {
        if (files > 1) return new(store, writer: store.Write(ct));
        var reader = store.Read();
        reader.Db.Version = AnalyticsDb.Pending;
        return new(store, reader);
    }

    public void Dispose()
    {
        reader?.Dispose();
        writer?.Dispose();
    }
}
