using Analytics.Domain.People;
using Analytics.Ingest.Matching;

namespace Analytics.Ingest.Tests.EndToEnd;

/// <summary>Who may be the same person is asked, never decided by the program; what was answered is remembered and can be taken back.</summary>
public sealed class MatchesTests : IDisposable
{
    readonly CommandRun city = SmallCity.Run();

    public void Dispose() => city.Dispose();

    void Load(params string[] rows)
    {
        foreach (var row in rows) Assert.Equal(1, city.Results(row).Loaded);
    }

    /// <summary>Person, other and reason of the questions that are open.</summary>
    List<string> Open() => city.Query("SELECT person_id, other_id, reason FROM person_match WHERE state = 0 ORDER BY id");

    /// <summary>The person of each current result, in the order of loading.</summary>
    string Persons() => string.Join(' ', city.Query("SELECT person_id FROM result WHERE to_version IS NULL ORDER BY sequence"));

    MatchAnswerOutcome Say(int match, MatchState state) =>
        new MatchAnswer(city.Store, TimeProvider.System).Give(new MatchAnswerRequest(match, state, "test"), TestContext.Current.CancellationToken);

    const int Several = 0, OtherBirth = 1, OtherCode = 2, OtherPost = 3, BirthYear = 4;

    [Fact]
    public void A_row_that_fits_two_namesakes_is_asked_about_with_both()
    {
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00702,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        Assert.Empty(Open());
        var outcome = city.Results("R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        Assert.Contains(outcome.Notes, n => n.Contains("2 pairs of people may be one person", StringComparison.Ordinal));
        Assert.Equal([$"3|1|{Several}", $"3|2|{Several}"], Open().Order());
    }

    [Theory]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,1971,50,40,8,2", OtherBirth)]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,1970-05-19,50,40,8,2", "R2026,00713,PC-CHAIR,Lê Văn Nam,CB2,1970-05-19,50,40,8,2", OtherCode)]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PPC-VICE,Lê Văn Nam,,,50,40,8,2", OtherPost)]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00713,PC-VICE,Lê Văn Nam,,1970-05-19,50,40,8,2", BirthYear)]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970-05-19,50,40,8,2", "R2026,00713,PC-VICE,Lê Văn Nam,,1970,50,40,8,2", BirthYear)]
    public void Who_agrees_in_part_is_asked_about(string first, string second, int reason)
    {
        Load(first, second);
        Assert.Equal([$"2|1|{reason}"], Open());
        Assert.Equal("1 2", Persons());
    }

    [Theory]
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00713,PC-CHAIR,Lê Văn Nam,,,50,40,8,2")]              // a name alone in another unit
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,CB2,,50,40,8,2")]      // two codes
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PPC-VICE,Lê Văn Nam,,1981,50,40,8,2")]    // another post and another birth
    [InlineData("R2024,00701,PC-VICE,Lê Văn Nam,,1970,50,40,8,2", "R2024,00701,PC-VICE,Lê Văn Nam,,1975,50,40,8,2")]      // both in one post in one round
    [InlineData("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2")]        // told by the post
    public void Who_is_told_by_the_rules_is_not_asked_about(string first, string second)
    {
        Load(first, second);
        Assert.Empty(Open());
    }

    [Fact]
    public void Somebody_known_by_code_who_comes_into_a_post_is_asked_about_with_the_namesake_there()
    {
        Load("R2024,00704,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2", "R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,CB1,,50,40,8,2");
        Assert.Equal([$"1|2|{Several}"], Open());
    }

    [Fact]
    public void Same_gives_the_results_to_the_one_known_before_as_new_versions_and_publishes()
    {
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,1971,150,120,18,12");
        var figures = city.Query("SELECT \"by\", key, round_id, base, low FROM snapshot ORDER BY 1, 2, 3");
        var outcome = Say(1, MatchState.Same);
        Assert.Equal((MatchAnswerState.Answered, 1, 3L), (outcome.State, outcome.Results, outcome.Version));
        Assert.Equal("1 1", Persons());
        Assert.Equal(["2|2|3|confirmed to be the same person / xác nhận là cùng một người", "1|3||"],
            city.Query("SELECT person_id, from_version, to_version, close_reason FROM result WHERE sequence = 2 ORDER BY id"));
        Assert.Equal(figures, city.Query("SELECT \"by\", key, round_id, base, low FROM snapshot ORDER BY 1, 2, 3"));
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void An_answer_is_remembered_for_the_birth_the_code_and_the_row_it_was_given_for()
    {
        city.Load("đợt.csv", [SmallCity.Rounds[0], "R2027,Đợt 2027,,CITY-2026,2027-03-01,2027-03-31,,commune,no"]);
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,CB1,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,CB2,1970,50,40,8,2");
        Say(1, MatchState.Same);
        Load("R2027,00713,PC-VICE,Lê Văn Nam,CB2,,50,40,8,2", "R2027,00712,PC-VICE,Lê Văn Nam,,1970,50,40,8,2");
        Assert.Equal("1 1 1 1", Persons());
    }

    [Fact]
    public void The_next_row_like_one_that_was_answered_gets_the_same_person()
    {
        city.Load("đợt.csv", [SmallCity.Rounds[0], "R2027,Đợt 2027,,CITY-2026,2027-03-01,2027-03-31,,commune,no"]);
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00702,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        var question = int.Parse(city.Query("SELECT id FROM person_match WHERE other_id = 2").Single(), System.Globalization.CultureInfo.InvariantCulture);
        Say(question, MatchState.Same);
        // Whoever is the second is not the first.
        Assert.Empty(Open());
        Load("R2027,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        Assert.Equal("1 2 2 2", Persons());
        Assert.Empty(Open());
    }

    [Fact]
    public void Different_from_both_is_remembered_as_a_third_person()
    {
        city.Load("đợt.csv", [SmallCity.Rounds[0], "R2027,Đợt 2027,,CITY-2026,2027-03-01,2027-03-31,,commune,no"]);
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2024,00702,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        Say(1, MatchState.Different);
        Say(2, MatchState.Different);
        Load("R2027,00711,PC-CHAIR,Lê Văn Nam,,,50,40,8,2");
        Assert.Equal("1 2 3 3", Persons());
        Assert.Empty(Open());
    }

    [Fact]
    public void An_answer_taken_back_gives_the_results_back()
    {
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,1971,50,40,8,2");
        Say(1, MatchState.Same);
        Assert.Equal(1, Say(1, MatchState.Open).Results);
        Assert.Equal("1 2", Persons());
        Assert.Equal([$"2|1|{OtherBirth}"], Open());
        city.Run("verify").Ends(0);
    }

    [Fact]
    public void Two_who_were_voted_on_beside_each_other_cannot_be_one()
    {
        Load("R2024,00701,PC-VICE,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-VICE,Lê Văn Nam,,1971,50,40,8,2");
        Load("R2024,00701,PC-VICE,Lê Văn Nam,,1971,50,40,8,2");
        var outcome = Say(1, MatchState.Same);
        Assert.Equal((MatchAnswerState.BothVoted, "R2024"), (outcome.State, outcome.Round));
        Assert.Equal("1 2 2", Persons());
        var refused = city.Run("matches", "same", "1").Ends(1);
        Assert.Contains("both have a result in the same post of one unit in round R2024", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawn_and_loaded_again_the_row_finds_the_person_it_was_said_to_be()
    {
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,,50,40,8,2", "R2026,00711,PPC-VICE,Lê Văn Nam,,,50,40,8,2");
        Say(1, MatchState.Same);
        var import = city.Query("SELECT import_id FROM result WHERE sequence = 2 AND to_version IS NULL").Single();
        city.Run("withdraw", import, "--reason", "nhầm tệp").Ends(0);
        Load("R2026,00711,PPC-VICE,Lê Văn Nam,,,50,40,8,2");
        Assert.Equal("1 1", Persons());
    }

    [Fact]
    public void The_command_lists_what_is_open_and_answers()
    {
        Load("R2024,00701,PC-CHAIR,Lê Văn Nam,,1970,50,40,8,2", "R2026,00711,PC-CHAIR,Lê Văn Nam,,1971,50,40,8,2");
        var listed = city.Run("matches", "--format", "csv").Ends(0).Output.Split('\n');
        Assert.Equal("match,state,reason,name,official_code,born,unit,unit_name,position,other,other_name,other_code,other_born,other_unit,other_unit_name,other_position,decided_by,decided_at", listed[0].Trim());
        Assert.Equal("1,open,other-birth,Lê Văn Nam,,1971,00711,Phường Hòa Lập,PC-CHAIR,1,Lê Văn Nam,,1970,00701,Phường An Hòa,PC-CHAIR,,", listed[1].Trim());
        Assert.Contains("1 result changes hands", city.Run("matches", "same", "1").Ends(0).Output, StringComparison.Ordinal);
        Assert.Contains("Nothing changed", city.Run("matches", "same", "1").Ends(0).Output, StringComparison.Ordinal);
        Assert.Single(city.Run("matches", "--format", "csv").Ends(0).Output.Trim().Split('\n'));
        Assert.Contains("There is no question 7", city.Run("matches", "same", "7").Ends(2).Error, StringComparison.Ordinal);
    }
}
