using System.Globalization;
using System.Text;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// Files made wrong at random, from fixed seeds: each is loaded with the totals that were counted while it was made, or
/// refused with problems and nothing changed. 500 files, 10,000 with <c>ANALYTICS_SOAK=1</c>.
/// </summary>
public sealed class MutationTests : IDisposable
{
    static readonly int Files = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 10_000 : 500;
    const int FilesOfAStore = 100;

    static readonly string[] Header = ["round", "unit", "position", "official", "official_code", "born", "held_on", "issued", "collected", "valid", "invalid", "high", "confidence", "low", "note"];
    static readonly string[] Posts = ["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"];

    /// <summary>What people, programs and attackers put into cells.</summary>
    static readonly string[] Oddities =
    [
        "", "-1", "0", "1.5", "1,5", "1.234", "abc", "=1+1", "+5", "9999999999", "99999999999999999999", "NaN", "1e3", "0x10", " 5 ", "5\u00A0", "\u0661\u0662", "\uFF15", "\u202E5", "5\u0000",
        "2024-13-01", "31/12/2024", "23/5/3010", "00701", "R2099", "\"", "\"\"", "a\"b", "x\ny", "<script>", "'7", "#REF!", new string('9', 400), "Tổng cộng", "e\u0301", "\uD800",
    ];

    CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void Every_file_is_loaded_with_its_own_totals_or_refused_and_changes_nothing()
    {
        var (loaded, refused) = (0, 0);
        for (var seed = 1; seed <= Files; seed++)
        {
            if (seed % FilesOfAStore == 0) Renew();
            var random = new Random(seed);
            var table = Table(random);
            for (var i = random.Next(3); i >= 0; i--) Mutate(table, random);
            var bytes = Written(table, random, out var damaged);
            var path = Path.Combine(city.Folder, $"m{seed}.csv");
            File.WriteAllBytes(path, bytes);

            var before = Totals();
            var outcome = city.LoadFile(path, large: random.Next(2) == 0);
            var after = Totals();
            if (outcome.Refused || outcome.Loaded == 0)
            {
                refused++;
                Assert.True(before == after, $"seed {seed}: refused, but the store changed from {before} to {after}");
                Assert.True(outcome.Loaded == 0 && (outcome.Unchanged > 0 || outcome.Problems.Any(p => p.Severity == Severity.Error)), $"seed {seed}: neither loaded nor told why");
                continue;
            }
            loaded++;
            Assert.True(outcome.Rows == outcome.Loaded + outcome.Unchanged, $"seed {seed}: {outcome.Rows} rows, {outcome.Loaded} loaded");
            // What was damaged after it was written was not counted; that it is stored as it was read, verify tells below.
            if (!damaged) Assert.True((after.Rows - before.Rows, after.Low - before.Low) == Counted(table), $"seed {seed}: {Counted(table)} counted; stored {after.Rows - before.Rows} and {after.Low - before.Low}");
        }
        Renew();
        Assert.True(loaded > Files / 20 && refused > Files / 4, $"{loaded} loaded, {refused} refused: too much of one kind to show anything");
    }

    /// <summary>Checks what was loaded against its own archived files, and begins with an empty store.</summary>
    void Renew()
    {
        var verify = city.Run("verify");
        Assert.True(verify.ExitCode == 0, verify.Output + verify.Error);
        city.Dispose();
        city = SmallCity.Run();
    }

    (long Rows, long Low) Totals()
    {
        var sums = StoreTables.Query(city.StorePath, "SELECT count(*), coalesce(sum(low), 0) FROM result WHERE to_version IS NULL")[0].Split('|');
        return (long.Parse(sums[0], CultureInfo.InvariantCulture), long.Parse(sums[1], CultureInfo.InvariantCulture));
    }

    /// <summary>A good file of a few rows about people nobody else has.</summary>
    static List<string[]> Table(Random random) =>
    [
        [.. Header],
        .. Enumerable.Range(0, 2 + random.Next(6)).Select(i =>
        {
            var (high, low) = (20 + random.Next(20), random.Next(9));
            return new[]
            {
                "R2024", $"0070{1 + random.Next(4)}", Posts[random.Next(4)], $"Nguyễn Văn {(char)('A' + i)}", $"C{random.Next(1_000_000_000)}", $"{1950 + random.Next(40)}", "2024-12-05",
                "60", $"{high + low + 10}", $"{high + low + 10}", "0", $"{high}", "10", $"{low}", "",
            };
        }),
    ];

    static void Mutate(List<string[]> table, Random random)
    {
        var row = random.Next(table.Count);
        var column = random.Next(table[row].Length);
        switch (random.Next(14))
        {
            case 0 or 1 or 9: table[row][column] = Oddities[random.Next(Oddities.Length)]; break;
            case 2 when row > 0: table.Add([.. table[row]]); break;
            case 3 when table.Count > 2 && row > 0: table.RemoveAt(row); break;
            case 4: for (var i = 0; i < table.Count; i++) table[i] = [.. table[i].Where((_, c) => c != column)]; break;
            case 5: for (var i = 0; i < table.Count; i++) table[i] = [.. table[i], table[i][Math.Min(column, table[i].Length - 1)]]; break;
            case 6: (table[row][0], table[row][column]) = (table[row][column], table[row][0]); break;
            case 7: for (var i = 0; i < table.Count; i++) table[i] = [.. table[i].Reverse()]; break;
            case 8: table.Add([.. table[0].Select((_, c) => c == 3 ? "Tổng cộng" : "")]); break;
            case 10: table.Insert(Math.Max(1, row), [.. table[0].Select(_ => "")]); break;
            default: table[0] = [.. table[0].Select(h => random.Next(4) == 0 ? $" {h.ToUpperInvariant()} " : h)]; break;
        }
    }

    static byte[] Written(List<string[]> table, Random random, out bool damaged)
    {
        var separator = ",;\t"[random.Next(3)];
        var text = string.Join(random.Next(2) == 0 ? "\r\n" : "\n", table.Select(r => string.Join(separator, r.Select(c => c.AsSpan().ContainsAny(['"', '\n', separator]) ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c))));
        Encoding encoding = random.Next(5) switch { 0 => new UTF8Encoding(true), 1 => new UnicodeEncoding(false, true), _ => new UTF8Encoding(false) };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        damaged = random.Next(5) == 0;
        if (!damaged) return bytes;
        for (var i = random.Next(4); i >= 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(2) == 0 ? bytes : bytes[..random.Next(1, bytes.Length)];
    }

    /// <summary>Rows and low ballots of the table, read by nothing but the place of the header; blank rows and totals have none.</summary>
    static (long Rows, long Low) Counted(List<string[]> table)
    {
        var column = Array.FindIndex(table[0], h => h.Trim().Equals("low", StringComparison.OrdinalIgnoreCase));
        static bool IsTotal(string[] row) => row.Contains("Tổng cộng") && row.Count(c => c.Length > 0) <= 2;
        var low = table.Skip(1).Where(r => !IsTotal(r)).Select(r => r[column].Replace(".", "", StringComparison.Ordinal).Trim()).Where(c => c.Length > 0).ToList();
        return (low.Count, low.Sum(c => long.Parse(c, CultureInfo.InvariantCulture)));
    }
}
