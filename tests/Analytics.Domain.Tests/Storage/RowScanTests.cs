using Analytics.Domain.Storage;

namespace Analytics.Domain.Tests.Storage;

public sealed class RowScanTests : IDisposable
{
    const string Rows = "FROM (SELECT 1 AS number, 'đợt' AS text, 0.25 AS fraction, CAST(NULL AS integer) AS absent UNION ALL SELECT 2, '', -3, 0) two";
    static readonly string[] Columns = ["number", "text", "CAST(fraction AS double precision)", "absent", "absent"];

    readonly string folder = Directory.CreateTempSubdirectory("analytics-rows-").FullName;
    readonly AnalyticsDb db;

    string Place => Path.Combine(folder, "test.db");

    public RowScanTests()
    {
        var store = Store.At(TestStores.Setting(Place), folder);
        store.Prepare();
        db = store.Open();
    }

    public void Dispose()
    {
        db.Dispose();
        TestStores.Remove(Place);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_row_is_given_value_by_value_also_on_a_connection_that_was_used_before()
    {
        for (var time = 0; time < 2; time++)
        {
            var rows = new List<(int, string, double?, int?)>();
            db.ForEach(Columns, Rows, row => rows.Add((row.Number(0), row.Text(1), row.FractionOrNull(2), row.NumberOrNull(3))));
            Assert.Equal([(1, "đợt", 0.25, null), (2, "", -3, 0)], rows.Order());
        }
    }

    [Fact]
    public void What_goes_wrong_with_a_row_comes_to_the_caller_and_ends_the_reading()
    {
        var seen = 0;
        Assert.Throws<OperationCanceledException>(() => db.ForEach(Columns, Rows, _ =>
        {
            seen++;
            throw new OperationCanceledException();
        }));
        Assert.Equal(1, seen);
        db.ForEach(Columns, Rows, _ => seen++);
        Assert.Equal(3, seen);
    }

    [Fact]
    public void A_table_that_is_not_there_is_told() =>
        Assert.ThrowsAny<System.Data.Common.DbException>(() => db.ForEach(["1"], "FROM nowhere", _ => { }));
}
