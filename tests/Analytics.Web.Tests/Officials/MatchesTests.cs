using System.Net;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Officials;

/// <summary>People who may be one: asked on a page, answered by whoever is in charge of the units.</summary>
public sealed class MatchesTests : IDisposable
{
    /// <summary>The two people of <see cref="Office.Results"/> again, each without code and birth in the other post.</summary>
    const string SecondRound = """
        round,unit,position,official,held_on,collected,valid,invalid,high,confidence,low
        T-2026,090101,PPC-CHAIR,Nguyễn Thị Giang,2026-10-10,60,60,0,40,15,5
        """;

    const string Rounds = Office.Rounds + "T-2026,Đợt năm 2026,Round 2026,CITY-2026,2026-10-01,2026-10-31,,commune,no\n";

    readonly Office office = new();

    public void Dispose() => office.Dispose();

    async Task<HttpClient> Asked(string role = Roles.Board)
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("rounds.csv", Rounds));
        await Office.Load(board, ("r2024.csv", Office.Results));
        var loaded = await Office.Load(board, ("r2026.csv", SecondRound));
        Assert.Contains("Có 1 trường hợp chưa rõ có phải cùng một người hay không", loaded, StringComparison.Ordinal);
        return role == Roles.Board ? board : await office.SignedIn(role);
    }

    [Fact]
    public async Task Both_stand_beside_each_other_with_why_and_the_list_of_officials_leads_there()
    {
        var board = await Asked();
        Assert.Contains("01 trường hợp chưa rõ có phải cùng một người: xác nhận", await board.Read("/officials"), StringComparison.Ordinal);
        var page = await board.Read("/officials/matches");
        Assert.Contains("Đợt năm 2026: Chủ tịch UBND, Xã Trung Lạc (Huyện An Khuê)", page, StringComparison.Ordinal);
        Assert.Contains("Đợt năm 2024: Chủ tịch HĐND, Xã Trung Lạc (Huyện An Khuê)", page, StringComparison.Ordinal);
        Assert.Contains("Cùng họ tên và đơn vị, khác chức danh.", page, StringComparison.Ordinal);
        Assert.Contains("One person or two?", await board.Read("/officials/matches?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_brings_both_votes_onto_one_page_and_can_be_taken_back()
    {
        var board = await Asked();
        var known = (await board.Rows("/officials?round=T-2024"))[0];
        var answer = await TestHost.Post(board, "/officials/matches", ("match", "1"), ("answer", "same"));
        Assert.Equal((HttpStatusCode.SeeOther, "/officials/matches"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        using (var reader = office.Store.Read())
        {
            var person = reader.Db.Persons.Single(p => p.OfficialCode == "CB1").Id;
            Assert.Equal(2, reader.Db.Results.Count(r => r.PersonId == person));
            Assert.Equal(("board@example.org", 1), reader.Db.Audit.Where(a => a.Action == "person-match").Select(a => new ValueTuple<string, int?>(a.User, a.Rows)).Single());
            Assert.Contains("Chủ tịch UBND, Xã Trung Lạc", await board.Read($"/officials/{person}"), StringComparison.Ordinal);
        }
        Assert.Contains("Không có trường hợp nào đang chờ xác nhận", await board.Read("/officials/matches"), StringComparison.Ordinal);
        Assert.Contains("Cùng một người board@example.org", await board.Read("/officials/matches?view=answered"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(board, "/officials/matches?view=answered", ("match", "1"), ("answer", "reopen"))).StatusCode);
        Assert.Contains("01 trường hợp chưa rõ", await board.Read("/officials/matches"), StringComparison.Ordinal);
        Assert.Equal("Nguyễn Thị Giang", known.Text("official"));
    }

    [Fact]
    public async Task An_area_answers_for_its_own_units()
    {
        var local = await Asked(Roles.Local);
        Assert.Single(await local.Rows("/officials/matches"));
        Assert.Equal(HttpStatusCode.SeeOther, (await TestHost.Post(local, "/officials/matches", ("match", "1"), ("answer", "different"))).StatusCode);
        Assert.Empty(await local.Rows("/officials/matches"));
    }

    [Fact]
    public async Task A_pair_with_somebody_of_another_area_is_neither_seen_nor_answered_there()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("rounds.csv", Rounds));
        await Office.Load(board, ("a.csv", Office.Results));
        // Same name and year of birth in the second area, known to the day there.
        await Office.Load(board, ("b.csv", "round,unit,position,official,born,collected,high,confidence,low\nT-2026,090201,PC-CHAIR,Nguyễn Thị Giang,1970-05-19,50,40,6,4\n"));
        Assert.Single(await board.Rows("/officials/matches"));
        var local = await office.SignedIn(Roles.Local);
        Assert.Empty(await local.Rows("/officials/matches"));
        var answer = await TestHost.Post(local, "/officials/matches", ("match", "1"), ("answer", "same"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await board.Rows("/officials/matches"));
    }

    [Fact]
    public async Task What_is_no_question_and_no_answer_is_not_found()
    {
        var board = await Asked();
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(board, "/officials/matches", ("match", "9"), ("answer", "same"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TestHost.Post(board, "/officials/matches", ("match", "1"), ("answer", "maybe"))).StatusCode);
    }
}
