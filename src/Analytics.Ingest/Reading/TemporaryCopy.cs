using Microsoft.Win32.SafeHandles;

namespace Analytics.Ingest.Reading;

/// <summary>Bytes in a temporary file that nobody else can open and that is gone with its last reader, or with the process.</summary>
/// <remarks>
/// Where the system can, the file loses its name as soon as it is made, so that not even a kill leaves it behind. Closed by
/// its own finalizer when whoever knows the file forgets it: the rows of a file may be asked for as long as that.
/// </remarks>
internal sealed class TemporaryCopy : IDisposable
{
    readonly FileStream file;
    readonly SafeFileHandle handle;
    long length;

    TemporaryCopy(FileStream file) => (this.file, handle) = (file, file.SafeFileHandle);

    public static TemporaryCopy Of(ReadOnlySpan<byte> first)
    {
        var path = Path.Combine(Path.GetTempPath(), $"analytics-{Guid.NewGuid():N}.tmp");
        var copy = new TemporaryCopy(Create(path));
        copy.Append(first);
        return copy;
    }

    static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows()) options.Options = FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return stream;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(handle, bytes, length);
        length += bytes.Length;
    }

    /// <summary>The bytes from the first to the last.</summary>
    public Stream Open() => new CopyStream(this);

    public void Dispose() => file.Dispose();

    /// <summary>Reads with a place of its own, so that several can be read at once.</summary>
    sealed class CopyStream(TemporaryCopy copy) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => copy.length;
        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var read = RandomAccess.Read(copy.handle, buffer, Position);
            Position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
