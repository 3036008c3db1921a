using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Tests.Checking;
using Analytics.Ingest.Tests.Reading;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Rules that only a workbook, or only the bytes of a file, can break; and that no rule goes without a case.</summary>
public sealed partial class EveryRuleTests
{
    static readonly string[] OfFilesOnly = ["unreadable-file", "ignored-sheet", "hidden-rows"];

    public static TheoryData<string> Kinds => [.. GoodRows.Kinds];

    [Fact]
    public void Every_rule_of_the_contract_has_a_case() =>
        Assert.Equal(ContractRules.SeverityOf.Keys.Order(), Cases.Values.Select(c => c.Rule).Concat(OfFilesOnly).Distinct().Order());

    [Fact]
    public void Every_rule_the_check_knows_is_one_of_the_contract()
    {
        var known = typeof(Ingest.Checking.Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.All(known, rule => Assert.Contains(rule, ContractRules.SeverityOf.Keys));
    }

    [Fact]
    public void The_page_on_data_formats_names_every_rule()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln"))) folder = folder.Parent!;
        var told = Regex.Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "data-formats.md")), "`([a-z]+(-[a-z]+)*)`").Select(m => m.Groups[1].Value);
        Assert.Empty(ContractRules.SeverityOf.Keys.Except(told));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Rules_of_cells_and_of_the_file_have_a_case_for_every_kind_that_has_such_cells(string of)
    {
        var kind = GoodRows.Kind(of);
        var covered = Cases.Values.Where(c => GoodRows.Kind(c.Of) == kind).Select(c => c.Rule).ToHashSet();
        string[] everywhere = ["empty-file", "missing-column", "duplicate-column", "unknown-column", "missing-value", "too-long", "control-character", "duplicate-row", "conflicts-with-loaded"];
        Assert.Empty(everywhere.Except(covered));
    }

    [Theory]
    [InlineData("tệp.csv", "code,name_vi,sort\nA,\"B,1\nC,D,2\n"), InlineData("tệp.xlsx", "PK\u0003\u0004 cut off"), InlineData("tệp.xlsx", "code,name_vi,sort\nA,B,1\n"), InlineData("tệp.docx", "no document")]
    public void A_file_that_cannot_be_read_is_told_in_both_languages(string name, string content)
    {
        var problem = Assert.Single(city.Check(Encoding.UTF8.GetBytes(content), name).Problems);
        Assert.Equal(("unreadable-file", Severity.Error, null, null), (problem.Rule, problem.Severity, problem.Row, problem.Column));
        ProblemAssert.IsTold(problem);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Hidden_rows_and_sheets_are_read_and_sheets_without_a_header_are_named_for_every_kind(string of)
    {
        var cells = GoodRows.File(of);
        var shown = new XlsxSheetXml("Hiện", CellFiles.SheetRows(cells).Replace("<row r=\"2\"", "<row r=\"2\" hidden=\"1\"", StringComparison.Ordinal));
        var outcome = city.Check(CellFiles.Workbook(shown, new XlsxSheetXml("Ẩn", CellFiles.SheetRows(cells), Hidden: true), new XlsxSheetXml("Bìa", Sources.Row(1, "Báo cáo"))), "tệp.xlsx");
        Assert.Equal(GoodRows.Kind(of), outcome.Kind);
        // The row of the hidden sheet repeats the other: it was read.
        Assert.Equal(["hidden-rows Hiện 2", "hidden-rows Ẩn Ẩn", "ignored-sheet  Bìa", "duplicate-row Ẩn"],
            outcome.Problems.Select(p => p.Rule == "duplicate-row" ? $"{p.Rule} {p.Sheet}" : $"{p.Rule} {p.Sheet} {p.Value}"));
        Assert.All(outcome.Problems, ProblemAssert.IsTold);
        Assert.Contains("dòng 2 của trang \"Hiện\"", outcome.Problems[^1].MessageVi, StringComparison.Ordinal);
        Assert.Contains("line 2 of sheet \"Hiện\"", outcome.Problems[^1].MessageEn, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Titles_above_blank_rows_and_columns_behind_and_a_total_below_are_nothing_for_every_kind(string of)
    {
        var cells = GoodRows.File(of).Select(row => (string[])[.. row, ""]).ToArray();
        var rows = Sources.Row(1, "BIỂU TỔNG HỢP") + CellFiles.SheetRows(cells, firstLine: 3) + Sources.Row(5, "<c s=\"1\"/>", " ") + Sources.Row(6, "Tổng cộng", "<c><f>SUM(B4:B5)</f><v>1</v></c>") + Sources.Row(9, "<c s=\"1\"/>");
        var outcome = city.Check(CellFiles.Workbook(new XlsxSheetXml("KQ", rows) { Merged = ["A1:D1"] }), "tệp.xlsx");
        Assert.Empty(outcome.Problems);
        Assert.Equal((1, 1), (outcome.Rows, outcome.Loaded));
        Assert.Contains(outcome.Notes, n => n.Contains("dòng 6", StringComparison.Ordinal) && n.Contains("line 6", StringComparison.Ordinal));
    }
}
