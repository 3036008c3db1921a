using System.Globalization;
using Analytics.Domain.Results;
using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Checking.Wording;

internal static partial class Messages
{
    public static Text CollectedOverIssued(Counts counts) => new(
        $"Số phiếu thu về {counts.Collected} lớn hơn số phiếu phát ra {counts.Issued}; số phiếu thu về (collected) không được vượt số phiếu phát ra (issued).",
        $"{counts.Collected} ballots collected exceed {counts.Issued} issued; expected collected to be at most issued.");

    public static Text ValidOverCollected(Counts counts) => new(
        $"Số phiếu hợp lệ {counts.Valid} lớn hơn số phiếu thu về {counts.Collected}; số phiếu hợp lệ (valid) không được vượt số phiếu thu về (collected).",
        $"{counts.Valid} valid ballots exceed {counts.Collected} collected; expected valid to be at most collected.");

    public static Text ValidInvalidMismatch(Counts counts)
    {
        var sum = (long)(counts.Valid ?? 0) + (counts.Invalid ?? 0);
        return new(
            $"Số phiếu hợp lệ {counts.Valid} cộng số phiếu không hợp lệ {counts.Invalid} là {sum}, khác số phiếu thu về {counts.Collected}; hai số này cộng lại phải bằng số phiếu thu về (collected).",
            $"{counts.Valid} valid and {counts.Invalid} invalid ballots make {sum}, not the {counts.Collected} collected; expected valid and invalid to add up to collected.");
    }

    public static Text LevelsOverBallots(Counts counts)
    {
        var sum = (long)(counts.High ?? 0) + (counts.Middle ?? 0) + (counts.Low ?? 0);
        return counts.Valid is { } valid
            ? new($"Tổng số phiếu các mức tín nhiệm là {sum}, lớn hơn số phiếu hợp lệ {valid}; tổng này không được vượt số phiếu hợp lệ (valid).",
                $"The levels add up to {sum}, over the {valid} valid ballots; expected at most the valid ballots (valid).")
            : new($"Tổng số phiếu các mức tín nhiệm là {sum}, lớn hơn số phiếu thu về {counts.Collected}; tổng này không được vượt số phiếu thu về (collected).",
                $"The levels add up to {sum}, over the {counts.Collected} ballots collected; expected at most the ballots collected (collected).");
    }

    public static Text LevelsUnderValid(Counts counts)
    {
        var sum = (long)(counts.High ?? 0) + (counts.Middle ?? 0) + (counts.Low ?? 0);
        return new(
            $"Tổng số phiếu các mức tín nhiệm là {sum}, ít hơn số phiếu hợp lệ (valid) {counts.Valid} (chênh {counts.Valid - sum} phiếu); thông thường hai số bằng nhau. Có thể có phiếu không đánh dấu người này; đề nghị đối chiếu biên bản.",
            $"The levels add up to {sum}, {counts.Valid - sum} under the {counts.Valid} valid ballots (valid); they are expected to be equal. Some ballots may leave the name unmarked: please compare with the minutes.");
    }

    public static Text CountOverDelegates(string column, int? count, int? delegates) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {count}, lớn hơn tổng số đại biểu {delegates}; không được vượt tổng số đại biểu (delegates) là cơ sở tính tỷ lệ.",
        $"Column {ColumnWords.En(column)} holds {count}, over the {delegates} delegates; expected at most the number of delegates (delegates), the base of the percentage.");

    public static Text IssuedNotPresent(Counts counts) => new(
        $"Số phiếu phát ra {counts.Issued} (issued) khác số người có mặt {counts.Present} (present); thông thường hai số bằng nhau. Đề nghị đối chiếu biên bản.",
        $"{counts.Issued} ballots issued (issued), but {counts.Present} people present (present); they are expected to be equal. Please compare with the minutes.");

    public static Text OptionsMismatch(string column, string text, Regime regime) => regime.Options == BallotOptions.Two
        ? new($"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}, nhưng quy định {regime.Id} dùng phiếu hai mức: tín nhiệm (confidence), không tín nhiệm (no_confidence). Ô này phải để trống.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}, but regime {regime.Id} has two-option ballots: confidence, no_confidence. The cell is expected to be empty.")
        : new($"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}, nhưng quy định {regime.Id} dùng phiếu ba mức: tín nhiệm cao (high), tín nhiệm (confidence), tín nhiệm thấp (low). Ô này phải để trống.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}, but regime {regime.Id} has three-option ballots: high, confidence, low. The cell is expected to be empty.");

    public static Text ExemptWithCounts(string reason, IReadOnlyList<(string Column, string Text)> filled) => new(
        $"Người này không thuộc diện lấy phiếu ({Quote(reason)}) nhưng có số liệu ở các cột: {ListVi(filled.Select(f => $"{ColumnWords.Vi(f.Column)} ghi {Quote(f.Text)}"))}; cần để trống các ô đó hoặc bỏ lý do không thuộc diện.",
        $"The row is exempt ({Quote(reason)}) but has counts in: {ListEn(filled.Select(f => $"{ColumnWords.En(f.Column)} holds {Quote(f.Text)}"))}; expected no counts. Empty these cells, or remove the reason.");

    public static Text BaseMissing(string column, bool zero, Regime regime) => new(
        $"Cột {ColumnWords.Vi(column)} {(zero ? "bằng 0" : "còn trống")}; quy định {regime.Id} tính tỷ lệ trên số này, nên kết quả chưa xác định được và không đưa vào xu hướng. Đề nghị bổ sung.",
        $"Column {ColumnWords.En(column)} is {(zero ? "0" : "empty")}; regime {regime.Id} expects it as the base of the percentage, so the result stays undetermined and enters no trend. Please fill it in.");

    public static Text PublishedDiffers(string column, string text, int count, int ballots)
    {
        var share = Math.Round(100m * count / ballots, 2);
        return new(
            $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}, nhưng {count}/{ballots} là {share.ToString(CultureInfo.GetCultureInfo("vi-VN"))}%, chênh hơn 0,1 điểm phần trăm. Hệ thống dùng số phiếu; đề nghị kiểm tra lại tỷ lệ đã công bố.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}, but {count} of {ballots} is {share.ToString(CultureInfo.InvariantCulture)}%, more than 0.1 point off. The counts are used; please check the published figure.");
    }
}
