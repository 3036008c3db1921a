using Analytics.Domain.Access;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>What of a round may leave the house, decided from what is stored.</summary>
public sealed class WithheldTests : IDisposable
{
    const string OfDelegates = "round,unit,position,official,official_code,delegates,high,confidence,low";

    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    WithheldGroups Withheld(string round, Scope? scope = null)
    {
        using var reader = city.Store.Read(scope);
        var reference = ReferenceData.Load(reader.Db);
        return WithheldGroups.Of(reader.Db, reference, reference.Round(round)!);
    }

    /// <summary>So many officials of a post in a unit; every one with 60 ballots.</summary>
    static IEnumerable<string> Rows(string round, string unit, string post, int officials) =>
        Enumerable.Range(1, officials).Select(i => $"{round},{unit},{post},Người {unit} {post} {i},{unit}{post}{i},,60,40,15,5");

    [Fact]
    public void Posts_of_the_city_itself_are_counted_without_an_area_and_guarded_against_the_sum_of_the_city()
    {
        var outcome = city.Load("d.csv", [OfDelegates, .. Posts().SelectMany(p => Enumerable.Range(1, p.Officials).Select(i => $"D2013,07,{p.Post},Người {p.Post} {i},{p.Post}{i},60,10,45,5"))]);
        Assert.False(outcome.Refused);
        var withheld = Withheld("D2013");
        Assert.Equal([true, true, true, false], Posts().Select(p => withheld.Hides(TrendBy.Position, p.Post, p.Post)));
        Assert.False(withheld.Hides(TrendBy.City, "07", ""));

        static (string Post, int Officials)[] Posts() => [("PC-CHAIR", 1), ("PPC-CHAIR", 1), ("PC-VICE", 4), ("PPC-VICE", 9)];
    }

    [Fact]
    public void A_small_cell_takes_others_with_it_and_what_is_withheld_does_not_depend_on_who_looks()
    {
        city.Results([.. Rows("R2024", "00701", "PC-VICE", 2), .. Rows("R2024", "00701", "PPC-VICE", 3), .. Rows("R2024", "00701", "PPC-CHAIR", 6),
            .. Rows("R2024", "00702", "PC-VICE", 3), .. Rows("R2024", "00703", "PC-VICE", 4), .. Rows("R2024", "00703", "PPC-VICE", 5), .. Rows("R2024", "00704", "PPC-CHAIR", 7)]);
        var everybody = Withheld("R2024");
        var local = Withheld("R2024", new Scope(false, true, false, false, [], ["071"], "x"));
        foreach (var withheld in (WithheldGroups[])[everybody, local])
        {
            string[] hidden = [.. from area in (string[])["071", "072"] from post in (string[])["PC-VICE", "PPC-CHAIR", "PPC-VICE"] where withheld.Hides(TrendBy.DistrictPosition, area, post) select $"{area} {post}"];
            Assert.Equal(["071 PC-VICE", "071 PPC-VICE", "072 PC-VICE", "072 PPC-VICE"], hidden);
            Assert.False(withheld.Hides(TrendBy.District, "071", ""));
        }
    }

    [Fact]
    public void Those_without_a_base_are_not_counted()
    {
        city.Results([.. Rows("R2024", "00701", "PC-VICE", 3), .. Rows("R2024", "00703", "PC-VICE", 4), "R2024,00701,PPC-CHAIR,Lê Văn Không,X1,,,,,"]);
        Assert.False(Withheld("R2024").Hides(TrendBy.DistrictPosition, "071", "PC-VICE"));
    }
}
