using Analytics.Domain.Rounds;
using Analytics.Ingest.Checking.Cells;

namespace Analytics.Ingest.Checking.Wording;

internal static partial class Messages
{
    public static Text MissingColumn(string column, IEnumerable<string> regimes, Text likely)
    {
        var list = string.Join(", ", regimes);
        return new(
            $"Tệp không có cột {ColumnWords.Vi(column)}, là cột bắt buộc đối với quy định áp dụng {list}. Đề nghị bổ sung cột này.{likely.Vi}",
            $"The file has no column {ColumnWords.En(column)}, which regime {list} requires. Please add it.{likely.En}");
    }

    public static Text MissingRoundColumn() => new(
        "Tệp không có cột \"Đợt lấy phiếu\" (round) và cũng không nêu đợt khi nhập. Đề nghị bổ sung cột này hoặc dùng --round để nêu mã đợt.",
        "The file has no column \"round\" and no round was named. Please add the column, or name the round's code by --round.");

    public static Text MissingValue(string column) => new(
        $"Ô {ColumnWords.Vi(column)} còn trống; cột này bắt buộc phải có giá trị. Đề nghị bổ sung.",
        $"The cell {ColumnWords.En(column)} is empty; a value is required. Please fill it in.");

    public static Text MissingUnit() => new(
        "Ô \"Mã đơn vị\" (unit) và ô \"Đơn vị\" (unit_name) đều trống; cần ít nhất một trong hai. Đề nghị bổ sung.",
        "The cells \"unit code\" (unit) and \"unit name\" (unit_name) are both empty; one of them is required. Please fill one in.");

    public static Text BadCount(string column, string text, NumberFault fault) => fault switch
    {
        NumberFault.Negative => new(
            $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần số nguyên không âm, từ 0 trở lên.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a whole number, 0 or more."),
        NumberFault.OutOfRange => new(
            $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần số nguyên không quá {WholeNumber.Max}.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a whole number of at most {WholeNumber.Max}."),
        _ => new(
            $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần số nguyên chỉ gồm các chữ số (có thể nhóm từng ba chữ số: 1.234), không có phần lẻ, dấu % hay chữ; nếu không có số liệu thì để trống.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a whole number in digits (thousands may be grouped: 1,234), without fraction, % or words; leave the cell empty if there is no figure."),
    };

    public static Text BadPercent(string column, string text, NumberFault fault) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần tỷ lệ phần trăm từ 0 đến 100, ví dụ 63,7 hoặc 63.7%.",
        $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a percentage from 0 to 100, such as 63.7 or 63.7%.");

    public static Text BadDate(string column, string text, string _) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần một ngày có thật, viết ngày/tháng/năm (23/05/2010) hoặc năm-tháng-ngày (2010-05-23).",
        $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a date that exists, as year-month-day (2010-05-23) or day/month/year (23/05/2010).");

    public static Text DateOutOfRange(string column, string text, DateRange range) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần một ngày từ {Vi(range.From)} đến {Vi(range.To)}. Đề nghị kiểm tra lại năm.",
        $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a date from {En(range.From)} to {En(range.To)}. Please check the year.");

    public static Text BadBorn(string column, string text, string _) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần năm sinh đủ bốn chữ số (1968) hoặc ngày sinh có thật (19/05/1968 hoặc 1968-05-19).",
        $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a year of birth in four digits (1968), or a date that exists (1968-05-19 or 19/05/1968).");

    public static Text BornOutOfRange(string column, string text, DateRange range) => new(
        $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần năm sinh từ {range.From.Year} đến {range.To.Year}.",
        $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected a year of birth from {range.From.Year} to {range.To.Year}.");

    public static Text BadWord(string column, string text, IEnumerable<string> words)
    {
        var list = string.Join(", ", words);
        return new(
            $"Cột {ColumnWords.Vi(column)} ghi {Quote(text)}; cần một trong các từ: {list}.",
            $"Column {ColumnWords.En(column)} holds {Quote(text)}; expected one of: {list}.");
    }

    public static Text TooLong(string column, int length, int limit) => new(
        $"Cột {ColumnWords.Vi(column)} dài {length} ký tự; chỉ được tối đa {limit} ký tự. Đề nghị rút gọn.",
        $"Column {ColumnWords.En(column)} holds {length} characters; at most {limit} are expected. Please shorten it.");

    public static Text ControlCharacter(string column, string text, int at) => new(
        $"Cột {ColumnWords.Vi(column)} có ký tự điều khiển U+{(int)text[at]:X4} ở vị trí thứ {at + 1}; chỉ cần chữ viết thông thường. Đề nghị gõ lại ô này.",
        $"Column {ColumnWords.En(column)} has the control character U+{(int)text[at]:X4} at position {at + 1}; expected plain text. Please type the cell again.");
}
