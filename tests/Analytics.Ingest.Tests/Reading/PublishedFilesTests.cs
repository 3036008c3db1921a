using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

public class PublishedFilesTests
{
    [Theory]
    [InlineData("published/units.csv", FileKind.Units, 18), InlineData("published/positions.csv", FileKind.Positions, 72)]
    [InlineData("published/rounds.csv", FileKind.Rounds, 8), InlineData("published/results.csv", FileKind.Results, 75)]
    [InlineData("published/results-incomplete.csv", FileKind.Results, 92), InlineData("units/units.csv", FileKind.Units, 14_162)]
    [InlineData("units/changes-hanoi-2025.csv", FileKind.Changes, 794), InlineData("example-mixed/results.csv", FileKind.Results, 544)]
    public void Files_of_public_record_read_whole_without_a_problem(string path, FileKind kind, int rows)
    {
        var file = FileReader.Read(SharedData.Require(path), ct: TestContext.Current.CancellationToken);

        Assert.Empty(file.Problems);
        Assert.Equal((kind, rows, rows), (file.Kind, file.RowCount, file.Rows.Count()));
    }

    [Fact]
    public void The_last_published_result_stands_on_its_line()
    {
        var row = FileReader.Read(SharedData.Require("published/results.csv"), ct: TestContext.Current.CancellationToken).Rows.Last();
        Assert.Equal((76, "Phạm Minh Chính", "373", "90", "17"), (row.Row, row["official"], row["high"], row["confidence"], row["low"]));
    }
}
