using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Samples;

/// <summary>Streams the results of the national scale, formatting straight into a byte buffer: about a million rows a second.</summary>
internal sealed class NationalResults : IDisposable
{
    const string Header =
        "round,unit,position,official,official_code,born,held_on,present,issued,collected,valid,invalid,confidence,no_confidence\n";

    const int LongestRow = 512;

    static readonly byte[][] Names = [.. MakeNames(4096)];
    static readonly byte[][] Positions = [.. Post.All.Select(post => Encoding.UTF8.GetBytes(post.Code))];

    readonly FileStream _stream;
    readonly byte[] _buffer = new byte[1 << 20];
    int _used;

    NationalResults(string path) =>
        _stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Exactly <paramref name="rows"/> rows, by round, then unit, then post.</summary>
    public static string Write(string folder, int seed, long rows, int districts, CancellationToken ct)
    {
        var path = Path.Combine(folder, "results.csv");
        using var results = new NationalResults(path);
        results.Text(Encoding.UTF8.GetBytes(Header));
        var random = new SampleRandom(seed, "national");
        var level = new double[districts];
        for (var district = 0; district < districts; district++)
            level[district] = 0.055 * Math.Exp(0.3 * random.Normal());
        var units = Math.Max(1, ((rows + NationalFiles.Rounds - 1) / NationalFiles.Rounds + 3) / 4);
        for (var round = 0; round < NationalFiles.Rounds; round++)
        {
            var count = rows * (round + 1) / NationalFiles.Rounds - rows * round / NationalFiles.Rounds;
            results.Round(round, count, units, level, random, ct);
        }
        return path;
    }

    void Round(int round, long rows, long units, double[] level, SampleRandom random, CancellationToken ct)
    {
        var code = Encoding.ASCII.GetBytes(NationalFiles.RoundCode(round));
        var month = NationalFiles.HeldFrom(round).ToString("yyyy-MM-", CultureInfo.InvariantCulture);
        var days = Enumerable.Range(1, 28)
            .Select(day => Encoding.ASCII.GetBytes(month + day.ToString("00", CultureInfo.InvariantCulture))).ToArray();
        int present = 0, collected = 0, invalid = 0, day = 0;
        var unitLevel = 0.0;
        var unitCode = Array.Empty<byte>();
        for (long row = 0; row < rows; row++)
        {
            var (unit, post) = (row / 4, (int)(row % 4));
            if (post == 0)
            {
                ct.ThrowIfCancellationRequested();
                present = random.Between(40, 90);
                collected = present - (random.Chance(0.15) ? 1 : 0);
                invalid = random.Chance(0.4) ? 1 : 0;
                day = random.Between(0, 27);
                unitLevel = level[unit * level.Length / units] * random.Between(0.5, 1.5);
                unitCode = Encoding.ASCII.GetBytes(NationalFiles.UnitCode(unit));
            }
            var person = unit * 4 + post + round / 5 * units * 4;
            var valid = collected - invalid;
            var low = Low(valid, unitLevel * (post < 2 ? 0.8 : 1.2), random);

            if (_used > _buffer.Length - LongestRow)
                Flush();
            Cell(code);
            Cell(unitCode);
            Cell(Positions[post]);
            Cell(Names[(int)((ulong)person * 0x9E3779B97F4A7C15UL >> 52)]);
            Text("NC"u8);
            Cell(10_000_000 + person);
            Cell(1955 + person % 25);
            Cell(days[day]);
            Cell(present);
            Cell(present);
            Cell(collected);
            Cell(valid);
            Cell(invalid);
            Cell(valid - low);
            Number(low);
            _buffer[_used++] = (byte)'\n';
        }
    }

    /// <summary>Binomial by inversion: one random number and a few steps, since the share is small.</summary>
    static int Low(int n, double share, SampleRandom random)
    {
        var left = random.NextDouble();
        var odds = share / (1 - share);
        var probability = Math.Pow(1 - share, n);
        var low = 0;
        while (left > probability && low < n / 3)
        {
            left -= probability;
            probability *= odds * (n - low) / ++low;
        }
        return low;
    }

    static IEnumerable<byte[]> MakeNames(int count)
    {
        var names = new OfficialNames(new(0, "national names"));
        return Enumerable.Range(0, count).Select(_ => Encoding.UTF8.GetBytes(names.Next(2000).Name));
    }

    void Cell(ReadOnlySpan<byte> text)
    {
        Text(text);
        _buffer[_used++] = (byte)',';
    }

    void Cell(long number)
    {
        Number(number);
        _buffer[_used++] = (byte)',';
    }

    void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
    }

    void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer.AsSpan(_used));
        _used += text.Length;
    }

    void Flush()
    {
        _stream.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }
}
