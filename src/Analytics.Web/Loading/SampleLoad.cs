using System.Globalization;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Hosting;

namespace Analytics.Web.Loading;

/// <summary>Loads <c>data/sample</c> into a new store before the first page is served; in Development only.</summary>
/// <remarks>
/// Killed in between, the store holds some files of the sample and nothing else: the next start loads again, which
/// changes nothing of what is there. A store that holds anything of others is never touched.
/// </remarks>
sealed partial class SampleLoad(
    Store store, Installation installation, IHostEnvironment environment, TimeProvider time, ILogger<SampleLoad> log) : IHostedService
{
    /// <summary>Who loaded, in the history of imports.</summary>
    public const string By = "sample";

    static readonly string[] NotLoaded = ["mistakes.csv", "tiles.csv"];

    public Task StartAsync(CancellationToken cancellationToken) =>
        environment.IsDevelopment() && installation.LoadSample ? Task.Run(() => TryLoad(cancellationToken), cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static List<InputFile> Files()
    {
        var folder = new DirectoryInfo(Path.Combine(Places.Data, "sample"));
        return !folder.Exists ? [] : folder.EnumerateFiles("*.csv")
            .Where(f => !NotLoaded.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new InputFile(f.FullName, f.Name)).ToList();
    }

    void TryLoad(CancellationToken ct)
    {
        try
        {
            var files = Files();
            if (files.Count > 0 && IsWanted(files)) Load(files, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Without the sample the product works as well: with the user's own files.
            LogFailed(failure);
        }
    }

    bool IsWanted(List<InputFile> files)
    {
        using var db = store.Open();
        if (!db.Units.Any() && !db.Imports.Any()) return true;
        if (db.Imports.Any(i => i.By != By && i.State == ImportState.Loaded)) return false;
        var loaded = db.Imports.Where(i => i.By == By && i.State == ImportState.Loaded).Select(i => i.FileName).ToHashSet(StringComparer.Ordinal);
        return loaded.Count > 0 && files.Any(f => !loaded.Contains(f.Name));
    }

    void Load(List<InputFile> files, CancellationToken ct)
    {
        Say("Đang nạp số liệu mẫu (thành phố giả định) … / Loading the sample (a fictional city) …");
        var start = time.GetTimestamp();
        var outcomes = new Importer(store, new Archive(installation.Folder), time).Run(files, null, null, new LoadOptions(By), ct: ct);
        var rows = outcomes.Sum(o => o.Loaded + o.Unchanged);
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        Say(string.Create(CultureInfo.InvariantCulture,
            $"Đã nạp {outcomes.Count} tệp, {rows} dòng trong {seconds:0.0} giây. / Loaded {outcomes.Count} files, {rows} rows in {seconds:0.0} s."));
        foreach (var refused in outcomes.Where(o => o.HasErrors)) LogRefused(Path.GetFileName(refused.File), refused.Problems[0].Rule);
    }

    void Say(string line)
    {
        if (log.IsEnabled(LogLevel.Information)) Console.WriteLine("  " + line);
    }

    [LoggerMessage(LogLevel.Error, "The sample could not be loaded; the next start tries again")]
    partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "The sample's file {File} was refused: {Rule}")]
    partial void LogRefused(string file, string rule);
}
