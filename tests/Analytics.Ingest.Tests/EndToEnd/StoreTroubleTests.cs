using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>A store that is absent, busy, damaged or none at all: exit 2, one message, nothing changed.</summary>
public sealed class StoreTroubleTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    string Results() => city.Write("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2");

    [Fact]
    public void A_busy_store_is_2_after_waiting_and_reading_and_checking_still_work()
    {
        city.Environment["ANALYTICS_BUSY_SECONDS"] = "1";
        var before = StoreTables.Dump(city.StorePath);
        using (StoreTables.HoldWriteLock(city.StorePath))
        {
            var run = city.Run("import", Results()).Ends(2);
            Assert.Contains("is busy: another process has been writing for 1 seconds", run.Error, StringComparison.Ordinal);
            Assert.Contains("not loaded", run.Output, StringComparison.Ordinal);
            Assert.Contains("is busy", city.Run("refresh", "--all").Ends(2).Error, StringComparison.Ordinal);
            city.Run("trends", "--by", "city").Ends(0);
            city.Run("verify").Ends(0);
            city.Run("check", Results()).Ends(0);
            // On a server the files of one check see each other in the writer's turn.
            if (!TestStores.OnServer) city.Run("check", Results(), city.Write("roster.csv", "round,unit,position,official,status", "R2024,00701,PC-VICE,,vacant")).Ends(0);
        }
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
        city.Run("import", Results()).Ends(0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    public void A_patience_that_is_no_number_of_seconds_is_2(string setting)
    {
        city.Environment["ANALYTICS_BUSY_SECONDS"] = setting;
        Assert.Contains($"ANALYTICS_BUSY_SECONDS is \"{setting}\"; expected a whole number of seconds from 1 to 600", city.Run("verify").Ends(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("trends", "--by", "city")]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_file_that_is_no_store_is_2_and_stays_as_it_is(params string[] command)
    {
        var other = city.Write("thư.txt", "Kính gửi");
        var run = city.Run([.. command, .. command.Length == 1 ? [Results()] : Array.Empty<string>(), "--db", other]).Ends(2);
        Assert.Contains("is not a store (not an SQLite database)", run.Error, StringComparison.Ordinal);
        Assert.Equal(["Kính gửi"], File.ReadAllLines(other));
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_database_of_another_program_and_a_store_of_a_newer_version_are_2_and_stay_as_they_are()
    {
        var other = Path.Combine(city.Folder, "other.db");
        File.Copy(city.StorePath, other);
        StoreTables.Execute(other, "DROP TABLE __EFMigrationsHistory; DROP TABLE __EFMigrationsLock");
        Assert.Contains("is an SQLite database of another program", city.Run("import", Results(), "--db", other).Ends(2).Error, StringComparison.Ordinal);
        StoreTables.Execute(city.StorePath, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");
        foreach (var command in new[] { "import", "check" })
            Assert.Contains("made by a newer version", city.Run(command, Results()).Ends(2).Error, StringComparison.Ordinal);
        Assert.Equal(["0"], city.Query("SELECT count(*) FROM result"));
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_folder_as_store_is_2_and_so_is_a_place_that_cannot_be_written()
    {
        Assert.Contains("is a folder; the store is a file", city.Run("import", Results(), "--db", city.Folder).Ends(2).Error, StringComparison.Ordinal);
        Assert.Contains("is a folder", city.Run("trends", "--by", "city", "--db", city.Folder).Ends(2).Error, StringComparison.Ordinal);
        foreach (var place in new[] { Path.Combine(Results(), "store.db"), "/proc/store.db" })
            Assert.Contains($"There can be no store at {place}", city.Run("import", Results(), "--db", place).Ends(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x", "The store x on 127.0.0.1:1 cannot be reached")]
    [InlineData("Host=127.0.0.1;Port=1", "names a PostgreSQL server but no database; add, for instance, Database=analytics")]
    [InlineData("Host=127.0.0.1;Port=many;Database=x", "cannot be read as a PostgreSQL connection string")]
    public void A_server_that_is_not_there_or_not_named_rightly_is_2(string setting, string told)
    {
        foreach (var command in new[] { "verify", "refresh" }) Assert.Contains(told, city.Run(command, "--db", setting).Ends(2).Error, StringComparison.Ordinal);
        Assert.Contains(told, city.Run("import", Results(), "--db", setting + ";Password=geheim").Ends(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", city.Run("import", Results(), "--db", setting + ";Password=geheim").Ends(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trends", "--by", "city")]
    [InlineData("officials", "--round", "R2024")]
    [InlineData("verify")]
    [Trait(TestStores.Kind, TestStores.File)]
    public void Reading_a_store_that_is_not_there_is_2_and_makes_none(params string[] command)
    {
        var path = Path.Combine(city.Folder, "new", "store.db");
        Assert.Contains($"There is no store at {path}", city.Run([.. command, "--db", path]).Ends(2).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_new_store_holds_the_regimes_and_nothing_else()
    {
        var path = Path.Combine(city.Folder, "new", "store.db");
        city.Run("refresh", "--db", path).Ends(0);
        Assert.Equal(["9"], StoreTables.Query(path, "SELECT count(*) FROM regime"));
        foreach (var table in new[] { "unit", "position", "round", "result", "import", "user" })
            Assert.Equal(["0"], StoreTables.Query(path, $"SELECT count(*) FROM {table}"));
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void A_damaged_store_is_2_for_commands_and_1_for_verify()
    {
        TestStores.Close(city.StorePath);
        using (var file = File.OpenWrite(city.StorePath))
        {
            file.Position = 4096 * 3;
            file.Write(new byte[4096 * 20].Select((_, i) => (byte)(i * 37 % 251)).ToArray());
        }
        Assert.Contains("damaged", city.Run("import", Results()).Ends(2).Error, StringComparison.Ordinal);
        Assert.Contains("WRONG  database file", city.Run("verify").Ends(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void An_empty_file_is_a_new_store_and_a_check_leaves_it_empty()
    {
        var path = Path.Combine(city.Folder, "empty.db");
        File.WriteAllBytes(path, []);
        var units = city.Write("units.csv", SmallCity.Units);
        city.Run("check", units, "--db", path).Ends(0);
        Assert.Equal(0, new FileInfo(path).Length);
        city.Run("import", units, "--db", path).Ends(0);
        Assert.Equal([(SmallCity.Units.Length - 1).ToString(CultureInfo.InvariantCulture)], StoreTables.Query(path, "SELECT count(*) FROM unit"));
    }

    [Fact]
    [Trait(TestStores.Kind, TestStores.File)]
    public void The_store_is_told_by_the_option_before_the_environment()
    {
        var path = Path.Combine(city.Folder, "second.db");
        city.Run("import", city.Write("units.csv", SmallCity.Units), "--db", path).Ends(0);
        Assert.True(Store.At(path, city.Folder).IsCurrent());
    }
}
