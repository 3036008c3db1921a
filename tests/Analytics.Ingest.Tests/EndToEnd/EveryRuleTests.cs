using Analytics.Ingest.Loading;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Tests.Checking;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>
/// Every rule of the contract, for every kind of file it can apply to: the place, the value and the words of both languages,
/// the same from a CSV as from a workbook of the same cells.
/// </summary>
public sealed partial class EveryRuleTests(RuleCity city) : IClassFixture<RuleCity>
{
    static readonly Dictionary<string, RuleCase> Cases = EveryRuleCases.All.ToDictionary(c => c.Sentence);

    public static IEnumerable<TheoryDataRow<string>> Sentences => Cases.Keys.Select(s => new TheoryDataRow<string>(s) { TestDisplayName = s });

    public static TheoryData<string> GoodFiles => [.. GoodRows.Names];

    [Theory, MemberData(nameof(GoodFiles))]
    public void A_good_row_has_no_problem(string of)
    {
        var cells = GoodRows.File(of);
        Assert.All(new[] { CheckCsv(cells), CheckWorkbook(cells) }, outcome =>
        {
            Assert.Empty(outcome.Problems);
            Assert.Equal((GoodRows.Kind(of), 1, 1), (outcome.Kind!.Value, outcome.Rows, outcome.Loaded));
        });
    }

    [Theory, MemberData(nameof(Sentences))]
    public void Rule(string sentence)
    {
        var broken = Cases[sentence];
        var kind = broken.KindIsGiven ? GoodRows.Kind(broken.Of) : (FileKind?)null;
        var csv = CheckCsv(broken.Cells(), kind);
        Assert.Equal([$"{broken.Place} {broken.Rule}", .. broken.Also], csv.Problems.Select(PlaceOf).Order(PlaceOrder(broken)));
        var problem = csv.Problems.First(p => PlaceOf(p) == $"{broken.Place} {broken.Rule}");
        Assert.Equal(ContractRules.SeverityOf[broken.Rule], problem.Severity);
        Assert.Equal(broken.ExpectedValue(), problem.Value);
        Assert.All([.. broken.Both, .. broken.Vi], words => Assert.Contains(words, problem.MessageVi, StringComparison.Ordinal));
        Assert.All([.. broken.Both, .. broken.En], words => Assert.Contains(words, problem.MessageEn, StringComparison.Ordinal));
        Assert.All(csv.Problems, ProblemAssert.IsTold);
        Assert.Equal(csv.Problems.Any(p => p.Severity == Severity.Error), csv.Refused);

        var workbook = CheckWorkbook(broken.Cells(), kind);
        Assert.Equal(csv.Problems, workbook.Problems.Select(WithoutSheet));
        Assert.Equal((csv.Kind, csv.Rows, csv.Loaded, csv.Rejected), (workbook.Kind, workbook.Rows, workbook.Loaded, workbook.Rejected));
    }

    LoadOutcome CheckCsv(string[][] cells, FileKind? kind = null) => city.Check(CellFiles.Csv(cells), "tệp.csv", kind);

    LoadOutcome CheckWorkbook(string[][] cells, FileKind? kind = null) => city.Check(CellFiles.Workbook(cells), "tệp.xlsx", kind);

    static string PlaceOf(Problem p) => p.Row is null ? $"file {p.Rule}" : $"{p.Row} {p.Column} {p.Rule}";

    /// <summary>The problem the case is about first, the others as they come.</summary>
    static Comparer<string> PlaceOrder(RuleCase broken) =>
        Comparer<string>.Create((a, b) => (b == $"{broken.Place} {broken.Rule}").CompareTo(a == $"{broken.Place} {broken.Rule}"));

    static Problem WithoutSheet(Problem p) => p with
    {
        Sheet = null,
        MessageVi = p.MessageVi.Replace($" của trang \"{CellFiles.Sheet}\"", "", StringComparison.Ordinal),
        MessageEn = p.MessageEn.Replace($" of sheet \"{CellFiles.Sheet}\"", "", StringComparison.Ordinal),
    };
}
