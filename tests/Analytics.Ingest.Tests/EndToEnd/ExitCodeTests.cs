namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Exit codes: 0 done, 1 content refused, 2 wrong usage, missing file, store that cannot be used; the message says why.</summary>
public sealed class ExitCodeTests : IDisposable
{
    const string Good = "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2";
    const string Bad = "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,40,8,3";

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    string File(params string[] rows) => city.Write("kq.csv", [SmallCity.ResultHeader, .. rows]);

    [Fact]
    public void A_loaded_file_is_0_and_so_is_the_same_file_again_which_changes_nothing()
    {
        var file = File(Good);
        city.Run("import", file).Ends(0);
        var before = StoreTables.Dump(city.StorePath);
        Assert.Contains("nothing changes: 1 rows, 0 loaded, 1 unchanged", city.Run("import", file).Ends(0).Output, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void Warnings_neither_block_nor_change_the_code() =>
        Assert.Contains("1 loaded, 0 unchanged, 0 corrected, 0 rejected, 1 warnings", city.Run("import", File("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,,40,8,2")).Ends(0).Output, StringComparison.Ordinal);

    [Fact]
    public void Refused_content_is_1_and_nothing_of_the_file_is_written()
    {
        var before = StoreTables.Dump(city.StorePath);
        var run = city.Run("import", File(Good, Bad)).Ends(1);
        Assert.Contains("refused, nothing written: 2 rows, 0 loaded, 0 unchanged, 0 corrected, 2 rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains("error levels-over-valid (row 3", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void With_accept_valid_the_good_rows_are_loaded_and_the_code_is_still_1()
    {
        Assert.Contains("loaded in part as import 5: 2 rows, 1 loaded, 0 unchanged, 0 corrected, 1 rejected", city.Run("import", "--accept-valid", File(Good, Bad)).Ends(1).Output, StringComparison.Ordinal);
        Assert.Equal(["Lê Văn Nam|2"], city.Query("SELECT official_name, low FROM result"));
        Assert.Contains("1 unchanged, 0 corrected, 1 rejected", city.Run("import", "--accept-valid", File(Good, Bad)).Ends(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_good_row_or_of_no_known_kind_is_1_with_accept_valid_too()
    {
        var before = StoreTables.Dump(city.StorePath);
        city.Run("import", "--accept-valid", File(Bad)).Ends(1);
        city.Run("import", "--accept-valid", city.Write("x.csv", "một,hai", "1,2")).Ends(1);
        city.Run("import", "--accept-valid", city.Write("rỗng.csv")).Ends(1);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
    }

    [Fact]
    public void An_unknown_round_is_refused_content_wherever_it_is_named()
    {
        Assert.Contains("unknown-round", city.Run("import", File(Good.Replace("R2024", "R2042", StringComparison.Ordinal))).Ends(1).Output, StringComparison.Ordinal);
        var without = city.Write("kq2.csv", "unit,position,official,collected,high,confidence,low", "00701,PC-CHAIR,Lê Văn Nam,50,40,8,2");
        Assert.Contains("unknown-round", city.Run("import", "--round", "R2042", without).Ends(1).Output, StringComparison.Ordinal);
        Assert.Contains("missing-column", city.Run("import", without).Ends(1).Output, StringComparison.Ordinal);
        city.Run("import", "--round", "R2024", without).Ends(0);
    }

    [Fact]
    public void A_kind_can_be_told_and_a_wrong_one_is_refused()
    {
        var file = city.Write("posts.csv", "code,name_vi,sort", "BAN,Trưởng ban,9");
        city.Run("import", "--kind", "units", file).Ends(1);
        city.Run("import", "--kind", "positions", file).Ends(0);
        Assert.Equal(["Trưởng ban"], city.Query("SELECT name_vi FROM position WHERE code = 'BAN'"));
    }

    [Theory]
    [InlineData("There is no file \"nothing.csv\"", "import", "nothing.csv")]
    [InlineData("There is no file \"nothing.csv\"", "check", "nothing.csv")]
    [InlineData("is neither an option of this command nor a file", "import", "--acept-valid", "FILE")]
    [InlineData("Required argument missing", "import")]
    [InlineData("'explode'", "explode")]
    [InlineData("command was not provided")]
    [InlineData("\"3\" is not a kind of file; expected one of units, changes, positions, rounds, roster, results", "import", "--kind", "3", "FILE")]
    [InlineData("--replace needs --reason", "import", "--replace", "FILE")]
    [InlineData("--replace needs --reason", "import", "--replace", "--reason", " ", "FILE")]
    [InlineData("--reason goes with --replace", "import", "--reason", "x", "FILE")]
    [InlineData("cannot be written", "import", "--problems", "no/such/folder.csv", "FILE")]
    [InlineData("one of the files to read", "import", "--problems", "FILE", "FILE")]
    [InlineData("There is no round \"R2042\"; known: R2010, R2012, D2013, D2014, R2024, R2026", "officials", "--round", "R2042")]
    [InlineData("There is no round \"R2042\"", "trends", "--by", "city", "--round", "R2042")]
    [InlineData("'colour'", "trends", "--by", "colour")]
    [InlineData("'--by' is required", "trends")]
    [InlineData("'xml'", "trends", "--by", "city", "--format", "xml")]
    [InlineData("--as-of \"31/12/2026\" is not a date; expected yyyy-MM-dd", "trends", "--by", "city", "--as-of", "31/12/2026")]
    [InlineData("'many'", "sample", "--out", "x", "--rows", "many")]
    [InlineData("--rows must be more than 0", "sample", "--out", "x", "--scale", "national", "--rows", "0")]
    [InlineData("--rows goes with --scale national", "sample", "--out", "x", "--rows", "5")]
    [InlineData("'huge'", "sample", "--out", "x", "--scale", "huge")]
    [InlineData("'--out' is required", "sample")]
    public void Wrong_usage_is_2_says_what_is_wrong_and_changes_nothing(string message, params string[] arguments)
    {
        var file = File(Good);
        var before = StoreTables.Dump(city.StorePath);
        var run = city.Run([.. arguments.Select(a => a == "FILE" ? file : a)]).Ends(2);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(before, StoreTables.Dump(city.StorePath));
        Assert.True(new FileInfo(file).Length > 0);
    }

    [Fact]
    public void A_folder_as_a_file_is_2() =>
        Assert.Contains("There is no file", city.Run("import", city.Folder).Ends(2).Error, StringComparison.Ordinal);
}
