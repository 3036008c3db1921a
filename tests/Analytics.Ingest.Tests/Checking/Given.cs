using System.Text;
using Analytics.Domain.Names;
using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Checking;

/// <summary>A small fictional city to check rows against, and rows as a person would write them.</summary>
static class Given
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly ReferenceData City = new(
        new UnitBook(
        [
            Unit(1, "VN", "Việt Nam", UnitLevel.Country, null),
            Unit(2, "07", "Thành phố Giả Định", UnitLevel.Province, "VN"),
            Unit(3, "071", "Quận Một", UnitLevel.District, "07", to: "2025-07-01"),
            Unit(4, "072", "Huyện Hai", UnitLevel.District, "07", to: "2025-07-01"),
            Unit(5, "073", "Thị xã Ba", UnitLevel.District, "07", to: "2025-07-01"),
            Unit(6, "00701", "Phường An Hòa", UnitLevel.Commune, "071", to: "2025-07-01"),
            Unit(7, "00702", "Xã Tân Lập", UnitLevel.Commune, "072", to: "2025-07-01"),
            Unit(8, "00703", "Xã Tân Lập", UnitLevel.Commune, "073", to: "2025-07-01"),
            Unit(9, "00704", "Xã Tịnh Ấn", UnitLevel.Commune, "073", to: "2025-07-01"),
            Unit(10, "00701", "Phường Đông Hải", UnitLevel.Commune, "07", from: "2025-07-01", area: "071"),
            Unit(11, "00705", "Xã Bến Nước", UnitLevel.Commune, "07", from: "2025-07-01", area: "072"),
            Unit(12, "00706", "Xã Bến Nước", UnitLevel.Commune, "07", from: "2025-07-01", area: "073"),
        ], []),
        [
            Position(1, "PC-CHAIR", "Chủ tịch HĐND", "Chair, People's Council"),
            Position(2, "PC-VICE", "Phó Chủ tịch HĐND", "Vice-Chair, People's Council"),
            Position(3, "PPC-CHAIR", "Chủ tịch UBND", ""),
            Position(4, "PPC-VICE", "Phó Chủ tịch UBND", ""),
            Position(5, "BAN-1", "Trưởng ban Một", "Head of board"),
            Position(6, "BAN-2", "Trưởng ban Hai", "Head of board"),
        ],
        [
            Round(1, "MT-2010", "VFF-2007", "2010-12-01", "2010-12-31", UnitLevel.Commune),
            Round(2, "MT-2005", "VFF-2003", "2005-12-01", "2005-12-31", UnitLevel.Commune),
            Round(3, "TP-2026", "CITY-2026", "2026-11-01", "2026-11-30", UnitLevel.Commune),
            Round(4, "HD-2014", "NA-35", "2014-07-01", "2014-12-31", UnitLevel.Province),
            Round(5, "HD-2023", "NA-96", "2023-07-01", "2023-12-31", UnitLevel.Province),
            Round(6, "BP-2015", "VOTE", "2015-07-01", "2015-07-31", UnitLevel.Province),
            Round(7, "XA-2023", "NA-96", "2023-07-01", "2023-12-31", UnitLevel.Commune),
        ],
        RegimeFile.Shipped().Select(r => RegimeFile.Parse(r.Json)).ToList());

    public static CheckedFile Units(params string[] lines) => Check(FileKind.Units, lines);

    public static CheckedFile Changes(params string[] lines) => Check(FileKind.Changes, lines);

    public static CheckedFile Positions(params string[] lines) => Check(FileKind.Positions, lines);

    public static CheckedFile Rounds(params string[] lines) => Check(FileKind.Rounds, lines);

    public static CheckedFile Roster(params string[] lines) => Check(FileKind.Roster, lines);

    public static CheckedFile Results(params string[] lines) => Check(FileKind.Results, lines);

    public static CheckedFile ResultsOf(string round, params string[] lines) => Check(FileKind.Results, lines, round: round);

    /// <summary>Results of the round of 2026, with the first columns filled in.</summary>
    public static CheckedFile Ballot(string columns, params string[] cells) => BallotOf("TP-2026", "00701", columns, cells);

    /// <summary>Results of some round and unit; every row is of another official.</summary>
    public static CheckedFile BallotOf(string round, string unit, string columns, params string[] cells) => Results(
        [$"round,unit,position,official,{columns}", .. cells.Select((c, i) => $"{round},{unit},PC-CHAIR,Trần Văn {(char)('A' + i)},{c}")]);

    public static CheckedFile Check(FileKind? kind, string[] lines, ReferenceData? reference = null, string? round = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Check(FileReader.Read(content, "tệp.csv", kind), reference, round);
    }

    public static CheckedFile Check(SourceFile source, ReferenceData? reference = null, string? round = null)
    {
        var file = Checker.Check(source, reference ?? City, new(round, Today), TestContext.Current.CancellationToken);
        Assert.All(file.Problems, ProblemAssert.IsTold);
        return file;
    }

    public static Unit Unit(int id, string code, string name, UnitLevel level, string? parent, string? from = null, string? to = null, string? area = null) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        NameFolded = Folding.Fold(name),
        SortKey = SortKeys.Of(name),
        Level = level,
        ParentCode = parent,
        AreaCode = area,
        ValidFrom = Date(from),
        ValidTo = Date(to),
    };

    static Position Position(int id, string code, string nameVi, string nameEn) => new() { Id = id, Code = code, NameVi = nameVi, NameEn = nameEn, Sort = id };

    static Round Round(int id, string code, string regime, string from, string to, UnitLevel level) => new()
    {
        Id = id,
        Code = code,
        NameVi = code,
        RegimeId = regime,
        HeldFrom = Date(from)!.Value,
        HeldTo = Date(to)!.Value,
        Level = level,
    };

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
