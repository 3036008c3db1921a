using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// Files of steps made wrong at random, from fixed seeds, as CSV and as a workbook: both are loaded with the same records, as many as
/// days were counted while the file was made, or both are refused and nothing is changed. 60 files, 1,000 with <c>ANALYTICS_SOAK=1</c>.
/// </summary>
public sealed class StepsMutationTests : IDisposable
{
    static readonly int Files = Environment.GetEnvironmentVariable("ANALYTICS_SOAK") == "1" ? 1_000 : 60;

    static readonly string[] Header = ["Mã đợt", "Mã ĐVHC", "Ngày dự kiến", "Ngày gửi kiểm điểm", "Ngày họp hội nghị", "Ngày gửi biên bản", "Ghi chú"];
    static readonly string[] Units = ["00711", "00712", "00713"];
    static readonly string[] Oddities = ["", "abc", "2026-13-01", "31/02/2026", "23/5/3010", "00701", "R2099", "-1", "=1+1", "45000,5", "\u202E5", "1899-12-31", "Tổng cộng", "x\ny"];

    readonly CommandRun csv = SmallCity.Run(), workbook = SmallCity.Run();

    public void Dispose()
    {
        csv.Dispose();
        workbook.Dispose();
    }

    [Fact]
    public void Every_file_is_loaded_with_its_own_days_or_refused_and_changes_nothing()
    {
        var (loaded, refused) = (0, 0);
        for (var seed = 1; seed <= Files; seed++)
        {
            var random = new Random(seed);
            var table = Units.Select((unit, i) => (string[])["R2026", unit, .. Enumerable.Range(0, 4).Select(step => random.Next(3) == 0 ? "" : $"2026-10-{10 + step + 4 * i:00}"), ""]).ToList();
            var wrong = random.Next(3);
            for (var i = 0; i < wrong; i++)
            {
                var row = table[random.Next(table.Count)];
                row[random.Next(row.Length - 1)] = Oddities[random.Next(Oddities.Length)];
            }
            if (random.Next(6) == 0) table.Add([.. table[0]]);
            string[][] cells = [Header, .. table];
            var before = Dump(csv);
            var first = Load(csv, $"m{seed}.csv", CellFiles.Csv(cells));
            var second = Load(workbook, $"m{seed}.xlsx", CellFiles.Workbook(cells));
            Assert.True(first.Refused == second.Refused && (first.Loaded, first.Unchanged) == (second.Loaded, second.Unchanged), $"seed {seed}: the CSV came to {first.Loaded}, the workbook to {second.Loaded}");
            Assert.True(Dump(csv).SequenceEqual(Dump(workbook)), $"seed {seed}: the stores differ");
            if (first.Refused)
            {
                refused++;
                Assert.True(before.SequenceEqual(Dump(csv)) && first.Problems.Any(p => p.Severity == Severity.Error), $"seed {seed}: refused, but changed or not told why");
                continue;
            }
            loaded++;
            // Days never change from file to file, so what stands is what any file said that was loaded.
            var said = table.SelectMany(row => row[2..6].Where(day => day.Length > 0).Select(day => row[1] + "|" + day)).ToList();
            Assert.All(said, day => Assert.Contains(day, Dump(csv)));
            Assert.Empty(Dump(csv).Except(said).Except(before));
        }
        Assert.True(loaded > Files / 10 && refused > Files / 10, $"{loaded} loaded, {refused} refused: too much of one kind to show anything");
    }

    static Ingest.Loading.LoadOutcome Load(CommandRun city, string name, byte[] bytes)
    {
        var path = Path.Combine(city.Folder, name);
        File.WriteAllBytes(path, bytes);
        return city.LoadFile(path);
    }

    static List<string> Dump(CommandRun city) =>
        city.Query("""SELECT u.code, s."on" FROM step_record s JOIN unit u ON u.id = s.unit_id WHERE s.removed_at IS NULL ORDER BY u.code, s."on" """);
}
