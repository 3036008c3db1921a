namespace Analytics.Ingest.Samples;

/// <summary>How much sample to write.</summary>
public enum SampleScale
{
    /// <summary>The fictional city of the committed sample: 182 communes, 126 since July 2025.</summary>
    Demo,

    /// <summary>The same city with as many communes as Hanoi had: 579, then 378.</summary>
    City,

    /// <summary>One results file of a given number of rows over 700 districts and twenty rounds, to measure with.</summary>
    National,
}

/// <summary>Writes invented data in the file formats of this program; the same arguments always give the same bytes.</summary>
public static class SampleFiles
{
    /// <summary>The seed of the committed sample.</summary>
    public const int DefaultSeed = 2026;

    /// <summary>Rows of <see cref="SampleScale.National"/> when none are asked for.</summary>
    public const long DefaultRows = 1_000_000;

    /// <summary>Writes the files of one scale, replacing those of the same names.</summary>
    /// <param name="folder">Created when absent.</param>
    /// <param name="scale">What to write.</param>
    /// <param name="seed">Another seed gives other people and other counts, with the same special instances.</param>
    /// <param name="rows">Rows of results, only for <see cref="SampleScale.National"/>; at least 1.</param>
    /// <param name="ct">Leaves the files half written when cancelled.</param>
    /// <returns>The paths written, in the order to load them; what is not meant to be loaded comes last.</returns>
    /// <exception cref="ArgumentException">Rows are below 1, or given for another scale.</exception>
    public static IReadOnlyList<string> Write(string folder, SampleScale scale, int seed, long? rows, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (scale != SampleScale.National && rows is not null)
            throw new ArgumentException("The number of rows can be chosen at national scale only.", nameof(rows));
        if (rows < 1)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "At least one row.");
        ct.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        return scale == SampleScale.National
            ? NationalFiles.Write(folder, seed, rows ?? DefaultRows, ct)
            : CityFiles.Write(folder, scale, seed, ct);
    }
}
