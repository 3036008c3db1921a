namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Wrong files and places, told and left as they are.</summary>
public sealed partial class BackupTests
{
    [Fact]
    public void A_file_that_the_store_names_and_that_is_missing_is_told_and_is_1()
    {
        File.Delete(Path.Combine(city.Folder, "archive", city.Query("SELECT archive_name FROM import WHERE id = 5")[0]));
        var run = city.Run("backup", Target).Ends(1);
        Assert.Contains("WRONG  import 5: archive/", run.Output, StringComparison.Ordinal);
        Assert.Contains("The backup was made and holds what there is", run.Error, StringComparison.Ordinal);
        other.Run("restore", Target).Ends(0);
        Assert.Contains("WRONG  archived files", other.Run("verify").Ends(1).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "no/backup.zip", 2, "There is no folder")]
    [InlineData("backup", ".", 2, "is a folder; expected a file to write")]
    [InlineData("backup", "store.db", 2, "is the store itself")]
    [InlineData("restore", "no.zip", 2, "There is no file \"no.zip\"")]
    [InlineData("restore", ".", 2, "is a folder; expected a file that")]
    [InlineData("restore", "a.csv", 1, "\"a.csv\" cannot be put back: it is no backup of this program")]
    [InlineData("restore", "empty", 1, "it is no backup of this program")]
    public void A_wrong_file_is_told_and_nothing_changes(string command, string file, int exit, string told)
    {
        city.Write("empty");
        TestStores.Close(city.StorePath);
        var before = Files(city.Folder);
        Assert.Contains(told, city.Run(command, file, "--force").Ends(exit).Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(city.Folder));
    }

    [Fact]
    public void Where_there_is_no_store_there_is_nothing_to_back_up()
    {
        Assert.Contains($"There is no store at {other.StorePath}", other.Run("backup", Target).Ends(2).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));
        Assert.False(File.Exists(Target));
    }
}
