using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Checking.Wording;

internal static partial class Messages
{
    /// <param name="key">What the two rows have in common, in both languages.</param>
    /// <param name="first">Where the first of them stands.</param>
    /// <param name="here">Where the second stands.</param>
    public static Text DuplicateRow(Text key, Place first, Place here) => new(
        $"Dòng này trùng với {Vi(first, here)}: {key.Vi}; mỗi mục chỉ được ghi một dòng trong tệp. Đề nghị bỏ bớt một dòng.",
        $"This row repeats {En(first, here)}: {key.En}; expected one row for each in a file. Please remove one of the two.");

    public static Text SameUnit(string code, DateOnly? validFrom) => validFrom is { } from
        ? new($"cùng mã đơn vị {Quote(code)}, cùng ngày bắt đầu hiệu lực {Vi(from)}", $"the same unit code {Quote(code)} and valid_from {En(from)}")
        : new($"cùng mã đơn vị {Quote(code)}, cùng không có ngày bắt đầu hiệu lực", $"the same unit code {Quote(code)} with an open valid_from");

    public static Text SameChange(DateOnly date, string? from, string? to) => new(
        $"cùng ngày {Vi(date)}, cùng đơn vị cũ {Quote(from ?? "")} và đơn vị mới {Quote(to ?? "")}",
        $"the same date {En(date)}, from {Quote(from ?? "")} to {Quote(to ?? "")}");

    public static Text SameCode(string code) => new($"cùng mã {Quote(code)}", $"the same code {Quote(code)}");

    public static Text SameOfficial(string round, string unit, string position) => new(
        $"cùng đợt {Quote(round)}, đơn vị {Quote(unit)}, chức danh {Quote(position)} và cùng một người",
        $"the same round {Quote(round)}, unit {Quote(unit)}, position {Quote(position)} and person");

    public static Text SameUnitSteps(string round, string unit) => new(
        $"cùng đợt {Quote(round)} và đơn vị {Quote(unit)}",
        $"the same round {Quote(round)} and unit {Quote(unit)}");

    public static Text OutsideRoundDates(DateOnly held, Round round) => new(
        $"Ngày lấy phiếu (held_on) {Vi(held)} nằm ngoài thời gian của đợt {round.Code}: từ {Vi(round.HeldFrom)} đến {Vi(round.HeldTo)}. Đề nghị kiểm tra lại.",
        $"The date of the vote (held_on) {En(held)} is outside round {round.Code}; expected {En(round.HeldFrom)} to {En(round.HeldTo)}. Please check.");

    public static Text OutsideRegimeDates(string column, DateOnly date, Regime regime) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Vi(date)}, nằm ngoài thời gian áp dụng của quy định {regime.Id}: {PeriodVi(regime.ValidFrom, regime.ValidTo?.AddDays(1))}. Đề nghị kiểm tra lại.",
        $"Column {ColumnWords.En(column)} holds {En(date)}, outside the validity of regime {regime.Id}; expected {PeriodEn(regime.ValidFrom, regime.ValidTo?.AddDays(1))}. Please check.");

    public static Text DueButExempt(DateOnly since, Exemption exemption, Round round, Regime regime) => new(
        $"Danh sách ghi thuộc diện lấy phiếu, nhưng giữ chức vụ từ {Vi(since)}: theo {regime.Id}, {GroundVi(exemption)} thì không lấy phiếu (đợt {round.Code} bắt đầu {Vi(round.HeldFrom)}). Đề nghị kiểm tra lại.",
        $"The roster says due, but in post since {En(since)}: under {regime.Id}, {GroundEn(exemption)} are not put to the vote (round {round.Code} begins {En(round.HeldFrom)}). Please check.");

    public static Text ExemptButDue(DateOnly since, Exemption exemption, Round round, Regime regime) => new(
        $"Danh sách ghi không thuộc diện, nhưng giữ chức vụ từ {Vi(since)}, nên không phải là {GroundVi(exemption)} theo {regime.Id} (đợt {round.Code} bắt đầu {Vi(round.HeldFrom)}). Đề nghị kiểm tra lại.",
        $"The roster says exempt, but in post since {En(since)} is not one of {GroundEn(exemption)} under {regime.Id} (round {round.Code} begins {En(round.HeldFrom)}). Please check.");

    static string GroundVi(Exemption exemption) => exemption.Ground == ExemptionGround.ShortTenure
        ? $"người giữ chức vụ chưa đủ {exemption.Months} tháng" : "người được bầu trong năm lấy phiếu";

    static string GroundEn(Exemption exemption) => exemption.Ground == ExemptionGround.ShortTenure
        ? $"those under {exemption.Months} months in post" : "those elected in the year of the vote";
}
