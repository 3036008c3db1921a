namespace Analytics.Ingest.Reading.Packages;

/// <summary>How much may still be expanded, over all parts of a file.</summary>
internal sealed class ExpansionLimit(long bytes)
{
    long _left = bytes;

    public void Take(int read)
    {
        _left -= read;
        if (_left < 0)
            throw Exceeded();
    }

    public static UnreadableFileException Exceeded() => new(
        $"Nội dung tệp khi giải nén vượt quá {OfficePackage.MaxExpanded >> 20} MB; tệp có thể bị cố ý làm hỏng.",
        $"The file expands to more than {OfficePackage.MaxExpanded >> 20} MB; it may have been made to do harm.");
}

/// <summary>Counts what really comes out of a compressed part: the sizes a zip declares may be lies.</summary>
internal sealed class BoundedStream(Stream inner, long compressed, ExpansionLimit limit) : Stream
{
    // Sheets shrink five- to fifty-fold; deflate's utmost is about 1,030.
    const int MaxRatio = 300;
    const long RatioCountsFrom = 16 << 20;

    long _read;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        limit.Take(read);
        if (_read > RatioCountsFrom && _read / MaxRatio > compressed)
            throw ExpansionLimit.Exceeded();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
