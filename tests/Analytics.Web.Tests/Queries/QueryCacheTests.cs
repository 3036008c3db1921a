using Analytics.Web.Queries;

namespace Analytics.Web.Tests.Queries;

public sealed class QueryCacheTests
{
    sealed record Rows(int RowCount) : IRowCount;

    static QueryKey Key(string request, long? work) => new(request, "", "", "", 1, work, 1, null, new(2026, 11, 24), new(2026, 11, 24));

    [Fact]
    public void What_is_published_is_kept_however_much_is_worked_out_for_each_step_after_it()
    {
        using var cache = new QueryCache();
        for (var step = 0; step < 40; step++) cache.Put(Key("units", step), new Rows(10_000));
        cache.Put(Key("published units", null), new Rows(10_000));
        for (var step = 40; step < 80; step++) cache.Put(Key("units", step), new Rows(10_000));
        Assert.True(cache.TryGet(Key("published units", null), out Rows kept));
        Assert.Equal(10_000, kept.RowCount);
    }

    [Fact]
    public void Another_edition_of_the_reference_data_is_another_answer()
    {
        using var cache = new QueryCache();
        cache.Put(Key("units", null), new Rows(1));
        Assert.False(cache.TryGet(Key("units", null) with { Reference = 2 }, out Rows _));
        Assert.False(cache.TryGet(Key("units", null) with { DataVersion = 2 }, out Rows _));
    }
}
