using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;
using Analytics.Tests;

namespace Analytics.Ingest.Tests.Checking;

/// <summary>Whole files of real and made-up data that lie beside the repository; skipped where they do not.</summary>
public class SharedDataTests
{
    static readonly ReferenceData Empty = new(UnitBook.Empty, [], [], RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).ToList());

    [Fact]
    public void Published_results_are_all_accepted()
    {
        var file = Results("published", "results.csv");
        Assert.DoesNotContain(file.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(75, file.Results.Count);
    }

    [Fact]
    public void Incomplete_results_are_all_refused_for_their_empty_cells()
    {
        var file = Results("published", "results-incomplete.csv");
        Assert.Equal(92, file.BadRows);
        Assert.Empty(file.Results);
        Assert.All(file.Problems.Where(p => p.Severity == Severity.Error), p => Assert.Equal("missing-value", p.Rule));
        var empty = file.Source.Rows.SelectMany(r => new[] { "high", "confidence", "low" }.Where(c => !r.Has(c)).Select(c => (r.Row, c)));
        Assert.Equal(empty, file.Problems.Where(p => p.Severity == Severity.Error).Select(p => (p.Row!.Value, p.Column!)));
    }

    [Theory]
    [InlineData("example", 658), InlineData("example-mixed", 544)]
    public void Made_up_results_are_all_accepted(string folder, int rows)
    {
        var file = Results(folder, "results.csv");
        Assert.DoesNotContain(file.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(rows, file.Results.Count);
    }

    [Fact]
    public void All_units_of_Viet_Nam_are_accepted()
    {
        var source = FileReader.Read(Path("units", "units.csv"), ct: TestContext.Current.CancellationToken);
        var file = Given.Check(source, Empty);
        file.IsClean();
        Assert.Equal(14_162, file.Units.Count);
    }

    [Fact]
    public void The_reorganisation_of_Hanoi_is_accepted()
    {
        var file = Given.Check(FileReader.Read(Path("units", "changes-hanoi-2025.csv"), ct: TestContext.Current.CancellationToken), With(Empty, Units("units")));
        file.IsClean();
        Assert.Equal(794, file.Changes.Count);
    }

    static CheckedFile Results(string folder, string name)
    {
        var positions = Given.Check(FileReader.Read(Path(folder, "positions.csv"), ct: TestContext.Current.CancellationToken), Empty);
        var rounds = Given.Check(FileReader.Read(Path(folder, "rounds.csv"), ct: TestContext.Current.CancellationToken), Empty);
        positions.IsClean();
        rounds.IsClean();
        var reference = With(Empty, Units(folder),
            positions.Positions.Select((p, i) => new Position { Id = i + 1, Code = p.Code, NameVi = p.NameVi, NameEn = p.NameEn, Sort = p.Sort }).ToList(),
            rounds.Rounds.Select((r, i) => new Round { Id = i + 1, Code = r.Code, NameVi = r.NameVi, RegimeId = r.Regime, HeldFrom = r.HeldFrom, HeldTo = r.HeldTo, Level = r.Level }).ToList());
        return Given.Check(FileReader.Read(Path(folder, name), ct: TestContext.Current.CancellationToken), reference);
    }

    static List<Unit> Units(string folder)
    {
        var file = Given.Check(FileReader.Read(Path(folder, "units.csv"), ct: TestContext.Current.CancellationToken), Empty);
        file.IsClean();
        return file.Units.Select((u, i) => new Unit
        {
            Id = i + 1,
            Code = u.Code,
            Name = u.Name,
            NameFolded = "",
            SortKey = "",
            Level = u.Level,
            ParentCode = u.Parent,
            AreaCode = u.Area,
            ValidFrom = u.ValidFrom,
            ValidTo = u.ValidTo,
        }).ToList();
    }

    static ReferenceData With(ReferenceData start, List<Unit> units, List<Position>? positions = null, List<Round>? rounds = null) =>
        new(new UnitBook(units, []), positions ?? [], rounds ?? [], start.Regimes.Values.ToList());

    static string Path(string folder, string name) => SharedData.Require($"{folder}/{name}");
}
