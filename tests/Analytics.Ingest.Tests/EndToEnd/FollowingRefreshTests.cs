using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// A process that has refreshed before reads only what changed since; what it publishes is what a process that reads
/// everything publishes.
/// </summary>
public sealed class FollowingRefreshTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();
    int files;

    public void Dispose() => city.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    LoadOutcome Load(string[] rows, string? replace = null) => city.Load($"f{++files}.csv", [SmallCity.ResultHeader, .. rows], replace);

    /// <summary>What is stored now, and the same computed from all results by a process that remembers nothing.</summary>
    void IsAsReadAnew()
    {
        var followed = Published();
        var verify = city.Run("verify").Ends(0);
        Assert.Contains("ok     published trends equal to trends computed anew", verify.Output, StringComparison.Ordinal);
        city.Run("refresh", "--all").Ends(0);
        Assert.Equal(Published(), followed);
    }

    List<string> Published() =>
    [
        .. city.Query("SELECT \"by\", key, position, round_id, officials, left_out, units, base, high, middle, low, below_rule, rounds, round(CAST(low_share AS numeric), 12), round(CAST(change AS numeric), 12), round(CAST(slope_p AS numeric), 10) FROM snapshot ORDER BY 1, 2, 3, 4"),
        .. city.Query("SELECT round_id, position, officials, compared, alerts, alarms, round(CAST(p0 AS numeric), 12), round(CAST(phi AS numeric), 10) FROM round_parameters ORDER BY 1, 2"),
        .. city.Query("SELECT result_id, round_id, standing FROM threshold_mark ORDER BY 1"),
        .. city.Query("SELECT * FROM unit_quality ORDER BY round_id, unit_id"),
    ];

    [Fact]
    public void New_files_of_the_same_later_and_earlier_rounds_are_followed()
    {
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,40,8,2", "R2024,00702,PC-CHAIR,Hai,M2,,50,30,8,12"]);
        Load(["R2024,00703,PPC-CHAIR,Ba,M3,,60,10,15,35"]);
        Load(["R2026,00711,PC-CHAIR,Một,M1,,150,120,18,12", "R2026,00712,PPC-VICE,Bốn,M4,,90,10,10,70"]);
        Load(["R2024,00704,PC-VICE,Năm,M5,,55,30,10,15"]);
        IsAsReadAnew();
    }

    [Fact]
    public void Corrections_that_change_counts_base_and_standing_are_followed()
    {
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,5,5,40", "R2024,00702,PC-CHAIR,Hai,M2,,50,30,8,12", "R2024,00702,PC-VICE,Ba,M3,,50,30,8,12"]);
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,40,8,2"], replace: "sửa");
        Load(["R2024,00702,PC-CHAIR,Hai,M2,,,30,8,12"], replace: "không có số phiếu");
        Load(["R2024,00702,PC-VICE,Ba,M3,,52,10,2,40"], replace: "sửa");
        Assert.Equal(["1|1|1"], city.Query("SELECT officials, left_out, units FROM snapshot WHERE \"by\" = 2 AND key = 'PC-CHAIR'"));
        IsAsReadAnew();
    }

    [Fact]
    public void A_result_corrected_before_it_was_published_counts_once()
    {
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,40,8,2"]);
        var files = new[] { ("x.csv", "R2024,00702,PC-CHAIR,Hai,M2,,50,30,8,12"), ("y.csv", "R2024,00702,PC-CHAIR,Hai,M2,,50,31,8,11") }
            .Select(f => new InputFile(city.Write(f.Item1, SmallCity.ResultHeader, f.Item2), f.Item1)).ToList();
        new Importer(city.Store, new Archive(city.Folder), TimeProvider.System).Run(files, null, null, new LoadOptions("test", ReplaceReason: "sửa"), null, Ct);
        Assert.Equal(["2|13"], city.Query("SELECT officials, low FROM snapshot WHERE \"by\" = 2"));
        IsAsReadAnew();
    }

    [Fact]
    public void Another_process_units_and_rounds_in_between_are_seen()
    {
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,40,8,2"]);
        city.Run("import", city.Write("other.csv", SmallCity.ResultHeader, "R2024,00702,PC-CHAIR,Hai,M2,,50,30,8,12")).Ends(0);
        Load(["R2024,00703,PC-CHAIR,Ba,M3,,50,30,10,10"]);
        Assert.Equal(["3|24"], city.Query("SELECT officials, low FROM snapshot WHERE \"by\" = 2"));

        city.Load("rounds.csv", [SmallCity.Rounds[0], "R2027,Đợt 2027,,CITY-2026,2027-03-01,2027-03-31,,commune,no"]);
        Load(["R2027,00711,PC-CHAIR,Một,M1,,150,120,18,12"]);
        city.Load("units.csv", [SmallCity.Units[0], "00702,Xã Tân Lập,Xã,commune,071,,2025-07-01,"], replace: "sửa");
        Load(["R2024,00704,PC-CHAIR,Bốn,M4,,50,30,10,10"]);
        IsAsReadAnew();
    }

    [Fact]
    public void A_rule_that_looks_at_two_rounds_running_is_applied_to_the_later_one()
    {
        Load(["D2014,07,PC-CHAIR,Một,M1,,,10,10,60"]);
        city.Load("d13.csv", ["round,unit,position,official,official_code,delegates,high,confidence,low", "D2013,07,PC-CHAIR,Một,M1,90,10,10,60"]);
        IsAsReadAnew();
    }

    [Fact]
    public void A_refresh_that_fails_leaves_nothing_to_go_wrong_by()
    {
        Load(["R2024,00701,PC-CHAIR,Một,M1,,50,40,8,2"]);
        var file = city.Write("x.csv", SmallCity.ResultHeader, "R2024,00702,PC-CHAIR,Hai,M2,,50,30,8,12");
        using (var stopped = new CancellationTokenSource())
        {
            var progress = new StopAt("trends", stopped);
            Assert.ThrowsAny<OperationCanceledException>(() => new Importer(city.Store, new Archive(city.Folder), TimeProvider.System)
                .Run([new InputFile(file, "x.csv")], null, null, new LoadOptions("test"), progress, stopped.Token));
        }
        Load(["R2024,00703,PC-CHAIR,Ba,M3,,50,30,10,10"]);
        Assert.Equal(["3|24"], city.Query("SELECT officials, low FROM snapshot WHERE \"by\" = 2"));
        IsAsReadAnew();
    }

    sealed class StopAt(string stage, CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage) source.Cancel();
        }
    }
}
