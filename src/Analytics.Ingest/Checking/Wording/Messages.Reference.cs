using Analytics.Domain.Rounds;
using Analytics.Domain.Units;

namespace Analytics.Ingest.Checking.Wording;

internal static partial class Messages
{
    /// <summary>No unit has the parent's code, neither in the store nor among the good rows of the file.</summary>
    public static Text UnknownParent(string parent, IReadOnlyCollection<string> nearest, Place? refused, Place here)
    {
        var near = NearestOf(nearest);
        var (vi, en) = refused is { } place
            ? ($" Mã này có ở {Vi(place, here)} nhưng dòng đó có lỗi.", $" The code stands on {En(place, here)}, but that row has errors.")
            : ("", "");
        return new(
            $"Cột {ColumnWords.Vi("parent")} ghi {Quote(parent)}, là mã chưa có trong tệp hoặc trong hệ thống; cần mã của một đơn vị đã khai báo.{vi}{near.Vi}",
            $"Column {ColumnWords.En("parent")} holds {Quote(parent)}, a code found neither in the file nor among the units loaded; expected a known unit.{en}{near.En}");
    }

    public static Text ParentNotAbove(string parent, UnitLevel level) => new(
        $"Cột {ColumnWords.Vi("parent")} ghi {Quote(parent)}, nhưng đơn vị này không ở trên {Vi(level)}; cần mã của một đơn vị cấp cao hơn.",
        $"Column {ColumnWords.En("parent")} holds {Quote(parent)}, but that unit is not above level {level.Code()}; expected a unit of a higher level.");

    public static Text ParentNotThroughout(string parent, DateOnly? from, DateOnly? to) => new(
        $"Cột {ColumnWords.Vi("parent")} ghi {Quote(parent)}, nhưng mã này không có hiệu lực trong thời gian: {PeriodVi(from, to)}; đơn vị cấp trên phải có hiệu lực trong suốt thời gian hiệu lực của dòng này.",
        $"Column {ColumnWords.En("parent")} holds {Quote(parent)}, but that code is not valid {PeriodEn(from, to)}; expected a parent valid throughout the validity of this row.");

    public static Text OverlappingInFile(string code, (DateOnly? From, DateOnly? To) own, (DateOnly? From, DateOnly? To) others, Place other, Place here) => new(
        $"Mã đơn vị {Quote(code)} có hai thời gian hiệu lực chồng nhau: dòng này ({PeriodVi(own.From, own.To)}) và {Vi(other, here)} ({PeriodVi(others.From, others.To)}); các dòng cùng mã không được chồng thời gian.",
        $"Unit code {Quote(code)} has overlapping validity: this row ({PeriodEn(own.From, own.To)}) and {En(other, here)} ({PeriodEn(others.From, others.To)}); rows of one code are expected not to overlap.");

    public static Text OverlappingInStore(string code, (DateOnly? From, DateOnly? To) own, (DateOnly? From, DateOnly? To) others) => new(
        $"Mã đơn vị {Quote(code)} ở dòng này ({PeriodVi(own.From, own.To)}) chồng thời gian hiệu lực với đơn vị cùng mã đã có trong hệ thống ({PeriodVi(others.From, others.To)}); các đơn vị cùng mã không được chồng thời gian.",
        $"The validity of unit code {Quote(code)} in this row ({PeriodEn(own.From, own.To)}) overlaps the unit of that code already loaded ({PeriodEn(others.From, others.To)}); units of one code are expected not to overlap.");

    /// <summary>Two dates in the wrong order.</summary>
    /// <param name="mayBeEqual">Whether the later one may be the same day.</param>
    public static Text BadPeriod(string laterColumn, DateOnly later, string earlierColumn, DateOnly earlier, bool mayBeEqual) => new(
        $"Cột {ColumnWords.Vi(laterColumn)} ghi {Vi(later)}, {(mayBeEqual ? "trước" : "không sau")} ngày {Vi(earlier)} ở cột {ColumnWords.Vi(earlierColumn)}; cần một ngày {(mayBeEqual ? "bằng hoặc sau" : "sau")} ngày đó.",
        $"Column {ColumnWords.En(laterColumn)} holds {En(later)}, {(mayBeEqual ? "before" : "not after")} {En(earlier)} in column {ColumnWords.En(earlierColumn)}; expected {(mayBeEqual ? "that day or a later one" : "a later day")}.");

    public static Text UnknownRegime(string regime, IEnumerable<string> known)
    {
        var list = known.ToList();
        return new(
            $"Quy định áp dụng {Quote(regime)} chưa có trong hệ thống; cần một trong các mã: {string.Join(", ", list)}.",
            $"Regime {Quote(regime)} is not known; expected one of: {string.Join(", ", list)}.");
    }
}
