using System.Globalization;
using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// Workbooks made wrong at random, from fixed seeds, in their cells, rows, shared texts, merged ranges and bytes: each is loaded
/// with the totals that were counted in its cells, or refused with problems and nothing changed. 150 files, 3,000 with
/// <c>ANALYTICS_SOAK=1</c>.
/// </summary>
public sealed class WorkbookMutationTests : IDisposable
{
    static readonly int Files = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 3_000 : 150;
    const int FilesOfAStore = 75;

    static readonly string[] Header = ["round", "unit", "position", "official", "official_code", "held_on", "issued", "collected", "valid", "invalid", "high", "confidence", "low", "note"];
    static readonly string[] Posts = ["PC-CHAIR", "PC-VICE", "PPC-CHAIR", "PPC-VICE"];
    static readonly string[] Types = ["s", "n", "b", "str", "inlineStr", "d", "e", "", "x"];
    static readonly string[] Oddities = ["", "-1", "0", "1.5", "1e3", "1E-3", "1.234", "99999999999", "NaN", "abc", "45000", "5 ", "=1+1", "#REF!", "2024-12-05", "7.0", "\u0661"];

    CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void Every_workbook_is_loaded_with_its_own_totals_or_refused_and_changes_nothing()
    {
        var (loaded, refused) = (0, 0);
        for (var seed = 1; seed <= Files; seed++)
        {
            if (seed % FilesOfAStore == 0) Renew();
            var random = new Random(seed);
            var book = Good(random);
            for (var i = random.Next(3); i >= 0; i--) Mutate(book, random);
            var bytes = book.ToBytes();
            var damaged = random.Next(6) == 0;
            if (damaged) bytes = Damage(bytes, random);
            var path = Path.Combine(city.Folder, $"m{seed}.xlsx");
            File.WriteAllBytes(path, bytes);

            var before = Totals();
            var outcome = city.LoadFile(path, large: random.Next(2) == 0);
            var after = Totals();
            if (outcome.Refused || outcome.Loaded == 0)
            {
                refused++;
                Assert.True(before == after, $"seed {seed}: refused, but the store changed from {before} to {after}");
                Assert.True(outcome.Loaded == 0 && outcome.Problems.Any(p => p.Severity == Severity.Error), $"seed {seed}: neither loaded nor told why");
                continue;
            }
            loaded++;
            Assert.True(outcome.Rows == outcome.Loaded, $"seed {seed}: {outcome.Rows} rows, {outcome.Loaded} loaded");
            if (!damaged) Assert.True((after.Rows - before.Rows, after.Low - before.Low) == book.Counted(), $"seed {seed}: {book.Counted()} counted; stored {after.Rows - before.Rows} and {after.Low - before.Low}");
        }
        Renew();
        Assert.True(loaded > Files / 20 && refused > Files / 4, $"{loaded} loaded, {refused} refused: too much of one kind to show anything");
    }

    /// <summary>Checks what was loaded against its own archived files, and begins with an empty store.</summary>
    void Renew()
    {
        city.Run("verify").Ends(0);
        city.Dispose();
        city = SmallCity.Run();
    }

    (long Rows, long Low) Totals()
    {
        var sums = city.Query("SELECT count(*), coalesce(sum(low), 0) FROM result WHERE to_version IS NULL")[0].Split('|');
        return (long.Parse(sums[0], CultureInfo.InvariantCulture), long.Parse(sums[1], CultureInfo.InvariantCulture));
    }

    /// <summary>A good sheet of a few rows about people nobody else has; texts are shared, numbers are numbers.</summary>
    static MutableWorkbook Good(Random random)
    {
        var book = new MutableWorkbook([.. Header]);
        book.Rows.Add((1, [.. Header.Select((_, c) => new MutableCell(c, "s", Number(c)))]));
        for (var line = 2; line < 4 + random.Next(6); line++)
        {
            var (high, low) = (20 + random.Next(20), random.Next(9));
            string[] words = ["R2024", $"0070{1 + random.Next(4)}", Posts[random.Next(4)], $"Nguyễn Văn {(char)('A' + line)}", $"X{random.Next(1_000_000_000)}", "05/12/2024"];
            int[] counts = [60, high + low + 10, high + low + 10, 0, high, 10, low];
            book.Rows.Add((line, [.. words.Select((w, c) => Shared(book, c, w)), .. counts.Select((n, c) => new MutableCell(words.Length + c, "n", Number(n)))]));
        }
        return book;
    }

    static MutableCell Shared(MutableWorkbook book, int column, string text)
    {
        book.Texts.Add(text);
        return new(column, "s", Number(book.Texts.Count - 1));
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static void Mutate(MutableWorkbook book, Random random)
    {
        var row = random.Next(book.Rows.Count);
        var (line, cells) = book.Rows[row];
        if (cells.Count == 0) return;
        var at = random.Next(cells.Count);
        var cell = cells[at];
        switch (random.Next(16))
        {
            case 0: cells[at] = cell with { Type = Types[random.Next(Types.Length)] }; break;
            case 1: cells[at] = cell with { Type = cell.Type == "s" ? "str" : cell.Type, Value = Oddities[random.Next(Oddities.Length)] }; break;
            case 2: cells.Add(cell with { Value = cell.Type == "n" ? "3" : cell.Value }); break;
            case 3: cells.RemoveAt(at); break;
            case 4: book.Rows.Add((random.Next(2) == 0 ? line : book.Rows[^1].Line + 1, [.. cells])); break;
            case 5 when row > 0 && book.Rows.Count > 2: book.Rows.RemoveAt(row); break;
            case 6: cells[at] = cell with { Type = "s", Value = new[] { "9999", "-1", "2147483648", "1.5", "" }[random.Next(5)] }; break;
            case 7: book.Merged.Add(new[] { "A1:C1", "K1:M1", "M1:N1", "A1:A2", "L2:M3", "ZZZ0:1", "N1:O1" }[random.Next(7)]); break;
            case 8: (cells[at], cells[0]) = (cells[0], cells[at]); break;
            case 9: for (var i = 0; i < cells.Count; i++) cells[i] = cells[i] with { WithoutPlace = true }; break;
            case 10: book.Rows[row] = (new[] { 0, 1_048_577, line + 5000, 1 }[random.Next(4)], cells); break;
            case 11: cells[at] = cell with { Style = random.Next(8) }; break;
            case 12: cells[at] = cell with { Formula = true, Type = cell.Type == "s" ? "str" : cell.Type, Value = cell.Type == "s" ? "x" : random.Next(2) == 0 ? cell.Value : "" }; break;
            case 13: book.Texts[random.Next(book.Texts.Count)] = Oddities[random.Next(Oddities.Length)]; break;
            case 14: cells.Add(new(14 + random.Next(5), "str", "ô lạc")); break;
            default: book.Texts[random.Next(Header.Length)] = $" {Header[random.Next(Header.Length)].ToUpperInvariant()} "; break;
        }
    }

    /// <summary>Bits turned over, or the end cut off.</summary>
    static byte[] Damage(byte[] bytes, Random random)
    {
        for (var i = random.Next(4); i >= 0; i--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(2) == 0 ? bytes : bytes[..random.Next(1, bytes.Length)];
    }
}
