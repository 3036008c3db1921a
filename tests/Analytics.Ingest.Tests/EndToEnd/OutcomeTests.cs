using System.Security.Cryptography;
using System.Text.Json;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What import and check print: JSON in one exact shape, text, the file of all problems; results apart from progress.</summary>
public sealed class OutcomeTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    static JsonElement[] Json(CommandResult run) => [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];

    static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    static int[] Counts(JsonElement file) => [.. new[] { "rows", "loaded", "unchanged", "corrected", "rejected", "warnings" }.Select(n => file.GetProperty(n).GetInt32())];

    [Fact]
    public void Json_has_one_object_per_file_in_the_order_given_with_exactly_these_members()
    {
        var results = city.Write("kq.csv", SmallCity.ResultHeader + ",Cột lạ", "R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2,x", "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,40,8,3,");
        var posts = city.Write("chức danh.csv", "code,name_vi,sort", "BAN,Trưởng ban,9");
        var run = city.Run("import", "--json", results, posts).Ends(1);
        Assert.Equal("", run.Error);
        var files = Json(run);
        Assert.Equal([results, posts], files.Select(f => f.GetProperty("file").GetString()));
        foreach (var file in files)
            Assert.Equal(["file", "sha256", "kind", "import", "rows", "loaded", "unchanged", "corrected", "rejected", "warnings", "problems"], Names(file));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(results))), files[0].GetProperty("sha256").GetString());
        Assert.Equal(["results", "positions"], files.Select(f => f.GetProperty("kind").GetString()));
        Assert.Equal(JsonValueKind.Null, files[0].GetProperty("import").ValueKind);
        Assert.Equal(5, files[1].GetProperty("import").GetInt32());
        Assert.Equal([2, 0, 0, 0, 2, 1], Counts(files[0]));
        Assert.Equal([1, 1, 0, 0, 0, 0], Counts(files[1]));
    }

    [Fact]
    public void A_problem_tells_place_rule_and_both_messages_and_that_of_a_whole_file_has_no_place()
    {
        var run = city.Run("check", "--json", city.Write("kq.csv", SmallCity.ResultHeader + ",Cột lạ", "R2024,00701,PC-VICE,Trần Thị Mai,,1975,50,-1,8,3,x")).Ends(1);
        var problems = Json(run)[0].GetProperty("problems").EnumerateArray().ToList();
        foreach (var problem in problems)
        {
            Assert.Equal(["sheet", "row", "column", "value", "rule", "severity", "message"], Names(problem));
            Assert.Equal(["vi", "en"], Names(problem.GetProperty("message")));
        }
        var whole = problems.Single(p => p.GetProperty("rule").GetString() == "unknown-column");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "warning"), (whole.GetProperty("row").ValueKind, whole.GetProperty("column").ValueKind, whole.GetProperty("severity").GetString()));
        var cell = problems.Single(p => p.GetProperty("rule").GetString() == "negative");
        Assert.Equal((2, "high", "-1", "error"),
            (cell.GetProperty("row").GetInt32(), cell.GetProperty("column").GetString(), cell.GetProperty("value").GetString(), cell.GetProperty("severity").GetString()));
    }

    [Fact]
    public void Rows_are_loaded_unchanged_corrected_and_rejected_together()
    {
        city.Results("R2024,00701,PC-CHAIR,Một,,,50,40,8,2", "R2024,00701,PC-VICE,Hai,,,50,40,8,2");
        var mixed = city.Write("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Một,,,50,40,8,2", "R2024,00701,PC-VICE,Hai,,,50,40,7,3",
            "R2024,00701,PPC-CHAIR,Ba,,,50,40,8,2", "R2024,00701,PPC-VICE,Bốn,,,50,40,8,3");
        Assert.Equal([4, 1, 1, 0, 2, 0], Counts(Json(city.Run("check", "--json", "--accept-valid", mixed).Ends(1))[0]));
        Assert.Equal([4, 1, 1, 1, 1, 0], Counts(Json(city.Run("import", "--json", "--accept-valid", "--replace", "--reason", "đếm lại", mixed).Ends(1))[0]));
        Assert.Equal(["1|1|1|1"], city.Query("SELECT loaded, unchanged, corrected, rejected FROM import ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public void The_file_already_loaded_names_the_import_that_holds_it()
    {
        var file = city.Write("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Một,,,50,40,8,2");
        Assert.Equal(5, Json(city.Run("import", "--json", file).Ends(0))[0].GetProperty("import").GetInt32());
        var again = Json(city.Run("import", "--json", file).Ends(0))[0];
        Assert.Equal(5, again.GetProperty("import").GetInt32());
        Assert.Equal([1, 0, 1, 0, 0, 0], Counts(again));
    }

    [Fact]
    public void The_problem_file_holds_every_problem_though_the_text_shows_twenty()
    {
        var bad = city.Write("kq.csv", [SmallCity.ResultHeader, .. Enumerable.Range(0, 60).Select(i => $"R2024,0070X,PC-VICE,\"Người {i}, \"\"x\"\"\",,,50,40,8,2")]);
        var path = Path.Combine(city.Folder, "lỗi.csv");
        var run = city.Run("import", "--problems", path, bad).Ends(1);
        Assert.Equal(20, run.Output.Split("error unknown-unit").Length - 1);
        Assert.Contains("40 more; --problems FILE.csv writes all of them", run.Output, StringComparison.Ordinal);
        var rows = CsvRows.ReadFile(path);
        Assert.Equal(Enumerable.Range(2, 60).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), rows.Select(r => r["row"]));
        Assert.All(rows, r => Assert.Equal((bad, "", "unit", "0070X", "unknown-unit", "error"), (r["file"], r["sheet"], r["column"], r["value"], r["rule"], r["severity"])));
        Assert.All(rows, r => Assert.True(r["message_vi"].Length > 0 && r["message_en"].Length > 0));
    }

    [Fact]
    public void Progress_goes_to_the_terminal_of_the_error_stream_and_never_among_the_results()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "The program 'script' is not here, which gives a command a terminal.");
        var file = city.Write("kq.csv", SmallCity.ResultHeader, "R2024,00701,PC-CHAIR,Một,,,50,40,8,2");
        Assert.Equal("", city.Run("check", file).Ends(0).Error);
        var program = Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll");
        using var terminal = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("script",
            ["-qec", $"dotnet '{program}' check '{file}' --json --db '{TestStores.Setting(city.StorePath)}' > '{city.Folder}/out.json'", "/dev/null"])
        { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        var seen = CommandRun.Finish(terminal).Output;
        Assert.Contains("checking kq.csv", seen, StringComparison.Ordinal);
        Assert.Equal([1, 1, 0, 0, 0, 0], Counts(JsonDocument.Parse(File.ReadAllText(Path.Combine(city.Folder, "out.json"))).RootElement[0]));
    }

    [Theory]
    [InlineData("import", "--kind", "--round", "--accept-valid", "--replace", "--reason", "--problems", "--json")]
    [InlineData("check", "--kind", "--round", "--accept-valid", "--problems", "--json")]
    [InlineData("withdraw", "--reason", "--row", "--sheet", "--json")]
    [InlineData("watch")]
    [InlineData("refresh", "--all")]
    [InlineData("trends", "--by", "--round", "--boundaries", "--as-of", "--format")]
    [InlineData("officials", "--round", "--as-of", "--format")]
    [InlineData("sample", "--out", "--seed", "--scale", "--rows")]
    [InlineData("backup", "--force")]
    [InlineData("restore", "--force")]
    [InlineData("verify")]
    public void Help_of_a_command_names_its_options(string command, params string[] options)
    {
        var help = city.Run(command, "--help").Ends(0);
        Assert.Equal("", help.Error);
        foreach (var option in options.Append("--db")) Assert.Contains(option, help.Output, StringComparison.Ordinal);
    }
}
