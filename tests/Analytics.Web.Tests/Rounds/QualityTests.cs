using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;

namespace Analytics.Web.Tests.Rounds;

/// <summary>How good figures are stands on the pages that use them; equal minutes are a note to the unit, never to a person.</summary>
public sealed class QualityTests : IDisposable
{
    /// <summary>The second unit repeats the minutes of the first; its last official has no number of ballots issued.</summary>
    const string Copied = """
        round,unit,position,official,held_on,invited,present,issued,collected,valid,invalid,high,confidence,low,published_low_percent
        T-2024,090101,PC-CHAIR,Nguyễn Thị Giang,2024-12-10,70,60,60,60,60,0,40,15,5,8.33
        T-2024,090101,PPC-CHAIR,Đinh Văn Cường,2024-12-10,70,60,60,60,60,0,30,20,10,
        T-2024,090101,PPC-CHAIR,Lê Văn Nam,2024-12-10,70,60,60,60,58,2,30,20,7,13.0
        T-2024,090201,PC-CHAIR,Vũ Bá Thành,2024-12-10,70,60,60,60,60,0,40,15,5,
        T-2024,090201,PPC-CHAIR,Trần Thị Mai,2024-12-10,70,60,60,60,60,0,30,20,10,
        T-2024,090201,PPC-CHAIR,Đỗ Văn Sáu,2024-12-10,70,60,,60,58,2,30,20,7,
        """;

    readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Round_area_unit_import_and_minutes_tell_how_good_their_figures_are()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("copied.csv", Copied));
        // Of six, one has no ballots issued and two have 57 marks on 58 valid ballots; 7 of 60 is 11.67 %, not 13.0 %.
        var round = await board.Read("/rounds/T-2024");
        Assert.Contains("Đủ các số của biên bản: 5/6 người (83,3%).", round, StringComparison.Ordinal);
        Assert.Contains("Đủ và khớp giữa các số: 4/6 người (66,7%).", round, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ đã in đúng với số phiếu ở 1/2 người.", round, StringComparison.Ordinal);
        Assert.Contains("Có mặt 120/140 (85,7%).", round, StringComparison.Ordinal);
        Assert.Contains("02 đơn vị có số liệu giống nhau đáng xem lại", round, StringComparison.Ordinal);

        Assert.Contains("Đủ các số của biên bản: 3/3 người (100,0%).", await board.Read("/districts/0901"), StringComparison.Ordinal);
        Assert.Contains("Số liệu giống hệt đơn vị khác trong đợt: Xã Tân Khánh", await board.Read("/units/090101"), StringComparison.Ordinal);
        Assert.Contains("Số liệu giống hệt đơn vị khác trong đợt: Xã Trung Lạc", await board.Read("/entry/T-2024/090201"), StringComparison.Ordinal);
        Assert.Contains("Đủ các số của biên bản: 5/6 người; đủ và khớp giữa các số: 4", await board.Read(await Office.ImportOf(board, "copied.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_lifts_the_note_and_no_officials_page_bears_it()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("copied.csv", Copied));
        using (var reader = office.Store.Read())
            foreach (var person in reader.Db.Persons.Select(p => p.Id))
                Assert.DoesNotContain("giống", await board.Read($"/officials/{person}"), StringComparison.Ordinal);
        await Office.Correct(board, "chép nhầm", ("sửa.csv", string.Join('\n', Copied.Split('\n').Take(1).Append(
            "T-2024,090201,PC-CHAIR,Vũ Bá Thành,2024-12-10,70,60,60,60,60,0,41,15,4,"))));
        Assert.DoesNotContain("giống nhau đáng xem lại", await board.Read("/rounds/T-2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_with_a_note_are_counted_for_all_and_named_only_within_scope()
    {
        var board = await office.BoardWithReferenceData();
        await Office.Load(board, ("copied.csv", Copied));
        var auditor = await (await office.SignedIn(Roles.Auditor)).Read("/rounds/T-2024");
        Assert.Contains("02 đơn vị có số liệu giống nhau", auditor, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Tân Khánh =", auditor, StringComparison.Ordinal);
    }
}
