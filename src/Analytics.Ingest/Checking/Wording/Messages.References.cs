using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.Wording;

internal static partial class Messages
{
    public static Text UnknownRound(string code, IReadOnlyCollection<string> nearest)
    {
        var near = NearestOf(nearest);
        return new(
            $"Đợt lấy phiếu {Quote(code)} chưa có trong hệ thống; cần mã của một đợt đã khai báo.{near.Vi} Đề nghị sửa mã hoặc nhập tệp các đợt (rounds) trước.",
            $"Round {Quote(code)} is not known; expected the code of a round already loaded.{near.En} Please correct the code, or import the file of rounds first.");
    }

    public static Text UnknownUnitCode(string code, IReadOnlyCollection<string> nearest)
    {
        var near = NearestOf(nearest);
        return new(
            $"Mã đơn vị {Quote(code)} chưa có trong hệ thống; cần mã của một đơn vị đã khai báo, giữ đủ các số 0 ở đầu.{near.Vi}",
            $"Unit code {Quote(code)} is not known; expected the code of a unit already loaded, leading zeros kept.{near.En}");
    }

    public static Text UnknownUnitName(string name, UnitLevel level, DateOnly at, IReadOnlyCollection<string> nearest)
    {
        var near = NearestOf(nearest);
        return new(
            $"Không tìm thấy đơn vị {Quote(name)}; cần tên một đơn vị {Vi(level)} có hiệu lực ngày {Vi(at)}.{near.Vi}",
            $"No unit is named {Quote(name)}; expected the name of a unit of level {level.Code()} valid on {En(at)}.{near.En}");
    }

    public static Text AmbiguousUnit(string name, string district, IReadOnlyCollection<string> candidates)
    {
        var (vi, en) = district.Length == 0
            ? ("đề nghị ghi thêm quận/huyện hoặc ghi mã đơn vị", "please add the district, or give the unit's code")
            : ($"quận/huyện {Quote(district)} không đủ để phân biệt, đề nghị ghi mã đơn vị", $"district {Quote(district)} does not tell them apart, please give the unit's code");
        return new(
            $"Tên đơn vị {Quote(name)} ứng với {candidates.Count} đơn vị: {ListVi(candidates)}; cần đúng một đơn vị: {vi}.",
            $"Unit name {Quote(name)} fits {candidates.Count} units: {ListEn(candidates)}; expected exactly one: {en}.");
    }

    public static Text UnitNotValidThen(string code, DateOnly at, IReadOnlyList<Unit> versions) => new(
        $"Mã đơn vị {Quote(code)} không có hiệu lực ngày {Vi(at)}; mã này chỉ có hiệu lực: {ListVi(versions.Select(PeriodVi))}. Đề nghị kiểm tra lại mã đơn vị và ngày.",
        $"Unit code {Quote(code)} is not valid on {En(at)}; expected a date when it is: {ListEn(versions.Select(PeriodEn))}. Please check the code and the date.");

    public static Text UnknownPosition(string text, IReadOnlyCollection<string> nearest)
    {
        var near = NearestOf(nearest);
        return new(
            $"Chức danh {Quote(text)} chưa có trong hệ thống; cần mã hoặc tên đầy đủ của một chức danh đã khai báo.{near.Vi}",
            $"Position {Quote(text)} is not known; expected the code or full name of a position already loaded.{near.En}");
    }

    public static Text AmbiguousPosition(string text, IReadOnlyCollection<string> candidates) => new(
        $"Chức danh {Quote(text)} ứng với {candidates.Count} chức danh: {ListVi(candidates)}; cần đúng một chức danh, đề nghị ghi mã.",
        $"Position {Quote(text)} fits {candidates.Count} positions: {ListEn(candidates)}; expected exactly one, please give its code.");

    public static Text PositionNotCovered(Position position, Regime regime) => new(
        $"Chức danh {position.NameVi} ({position.Code}) không thuộc diện lấy phiếu theo quy định {regime.Id}; cần một trong các chức danh: {ListVi(regime.Positions)}.",
        $"Position {position.Name(english: true)} ({position.Code}) is not put to the vote under regime {regime.Id}; expected one of: {ListEn(regime.Positions)}.");

    public static Text LevelNotOfRound(Unit unit, Round round) => new(
        $"{unit.Name} ({unit.Code}) là đơn vị {Vi(unit.Level)}; đợt {round.Code} chỉ lấy phiếu ở {Vi(round.Level)}.",
        $"{unit.Name} ({unit.Code}) is a unit of level {unit.Level.Code()}; round {round.Code} expects units of level {round.Level.Code()}.");

    public static Text LevelNotCovered(UnitLevel level, Regime regime) => new(
        $"Quy định {regime.Id} không áp dụng ở {Vi(level)}; cần một trong các cấp: {ListVi(regime.Levels.Select(Vi))}.",
        $"Regime {regime.Id} does not cover level {level.Code()}; expected one of: {ListEn(regime.Levels.Select(l => l.Code()))}.");

    static string PeriodVi(Unit unit) => PeriodVi(unit.ValidFrom, unit.ValidTo);

    static string PeriodEn(Unit unit) => PeriodEn(unit.ValidFrom, unit.ValidTo);

    static string PeriodVi(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "mọi ngày",
        (null, { } end) => $"trước {Vi(end)}",
        ({ } start, null) => $"từ {Vi(start)}",
        ({ } start, { } end) => $"từ {Vi(start)} đến trước {Vi(end)}",
    };

    static string PeriodEn(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "any date",
        (null, { } end) => $"before {En(end)}",
        ({ } start, null) => $"from {En(start)}",
        ({ } start, { } end) => $"from {En(start)} until before {En(end)}",
    };
}
