using System.Diagnostics;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>The worker: what is dropped into the inbox is loaded and put away, alone on its store, until it is asked to stop.</summary>
public sealed class WatchTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();
    readonly List<Process> started = [];

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
        city.Dispose();
    }

    string Place(string folder) => Path.Combine(city.Folder, folder);

    string[] Files(string folder) => Directory.Exists(Place(folder)) ? [.. Directory.GetFiles(Place(folder)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];

    /// <summary>Starts a worker and waits until it says that it watches.</summary>
    Process Watch()
    {
        var process = city.Start("watch");
        started.Add(process);
        Assert.StartsWith("Watching ", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        return process;
    }

    /// <summary>Puts a whole file there at once, as moved in some time ago.</summary>
    void Drop(string name, params string[] lines)
    {
        var path = city.Write("part.tmp", lines);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));
        Directory.CreateDirectory(Place("inbox"));
        File.Move(path, Path.Combine(Place("inbox"), name));
    }

    [Fact]
    public void A_good_file_is_archived_and_a_bad_one_rejected_with_its_problems_beside_it()
    {
        var archived = Files("archive");
        var worker = Watch();
        Drop("tốt.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2");
        Drop("xấu.csv", SmallCity.ResultHeader, "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,40,8,3");
        Drop("ghi chú.pdf", "không phải bảng");
        CommandRun.Until(() => Files("inbox").SequenceEqual(["ghi chú.pdf"]) && Files("rejected").Length == 3, "the inbox is put away");
        Assert.Equal(["Lê Văn Nam"], city.Query("SELECT official_name FROM result"));
        Assert.Equal(city.Query("SELECT archive_name FROM import WHERE file_name = 'tốt.csv'"), Files("archive").Except(archived));
        Assert.Equal(["1"], city.Query("SELECT data_version FROM store_state"));
        Assert.EndsWith("-xấu.csv", Files("rejected")[0], StringComparison.Ordinal);
        Assert.Equal([Files("rejected")[0] + ".marked.xlsx", Files("rejected")[0] + ".problems.csv"], Files("rejected")[1..]);
        Assert.Equal("levels-over-valid", Assert.Single(CsvRows.ReadFile(Path.Combine(Place("rejected"), Files("rejected")[2])))["rule"]);
        city.Run("check", Path.Combine(Place("rejected"), Files("rejected")[1])).Ends(1); // the same rows, still to be corrected
        Assert.Equal(["xấu.csv|1"], city.Query("SELECT file_name, state FROM import WHERE state <> 0"));

        CommandRun.Signal(worker, "TERM");
        var end = CommandRun.Finish(worker).Ends(0);
        Assert.Contains("tốt.csv: results, loaded as import", end.Output, StringComparison.Ordinal);
        Assert.Contains("moved to " + Path.Combine(Place("rejected"), Files("rejected")[0]), end.Output, StringComparison.Ordinal);
        city.Run("verify").Ends(0);
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_second_worker_on_the_store_is_2_and_names_the_first_and_commands_work_beside()
    {
        var worker = Watch();
        var second = city.Run("watch").Ends(2);
        Assert.Contains($"already served by watch, process {worker.Id} on ", second.Error, StringComparison.Ordinal);
        city.Run("import", city.Write("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2")).Ends(0);
        Assert.Single(CsvRows.ReadText(city.Run("trends", "--by", "city", "--format", "csv").Ends(0).Output));
        CommandRun.Signal(worker, "INT");
        CommandRun.Finish(worker).Ends(0);
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.Server)]
    public void Two_workers_on_one_folder_and_one_server_load_each_file_once_and_both_go_on()
    {
        var (first, second) = (Watch(), Watch());
        for (var i = 0; i < 12; i++)
            Drop($"kq-{i}.csv", SmallCity.ResultHeader, $"R2024,0070{i % 4 + 1},{SmallCity.Positions[i / 4 + 1].Split(',')[0]},Lê Văn {i},,19{60 + i},50,40,8,2");
        CommandRun.Until(() => Files("inbox").Length == 0, "the inbox is empty");
        Assert.Equal(["12|12"], city.Query("SELECT count(*), count(DISTINCT import_id) FROM result"));
        Assert.Equal(["12"], city.Query("SELECT count(*) FROM import WHERE kind = 'results'"));
        Assert.Empty(Files("rejected"));
        foreach (var worker in new[] { first, second })
        {
            Assert.False(worker.HasExited);
            CommandRun.Signal(worker, "TERM");
            Assert.Equal("", CommandRun.Finish(worker).Ends(0).Error);
        }
    }

    [Fact]
    public void After_a_kill_the_next_worker_starts_and_puts_away_what_was_loaded_already()
    {
        Watch().Kill();
        string[] lines = [SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2"];
        city.Load("kq.csv", lines);
        Drop("kq.csv", lines);
        Watch();
        CommandRun.Until(() => Files("inbox").Length == 0, "the inbox is empty");
        Assert.Empty(Files("rejected"));
        Assert.Equal(["1"], city.Query("SELECT count(*) FROM result"));
    }

    [Fact]
    public void A_busy_store_leaves_the_file_in_the_inbox_and_it_is_loaded_later()
    {
        city.Environment["ANALYTICS_BUSY_SECONDS"] = "1";
        var worker = Watch();
        using (StoreTables.HoldWriteLock(city.StorePath))
        {
            Drop("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2");
            Assert.Contains("is busy", worker.StandardError.ReadLine(), StringComparison.Ordinal);
            Assert.Equal(["kq.csv"], Files("inbox"));
        }
        CommandRun.Until(() => Files("inbox").Length == 0, "the file is loaded after all");
        Assert.Equal(["1"], city.Query("SELECT count(*) FROM result"));
    }
}
