using System.Collections.Frozen;
using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Checking.Wording;

/// <summary>What messages call a column: its Vietnamese header, its English words.</summary>
public static class ColumnWords
{
    static readonly FrozenDictionary<string, Text> Words = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["round"] = new("Đợt lấy phiếu", "round"),
        ["unit"] = new("Mã đơn vị", "unit code"),
        ["unit_name"] = new("Đơn vị", "unit name"),
        ["district"] = new("Quận/huyện", "district"),
        ["position"] = new("Chức danh", "position"),
        ["official"] = new("Họ và tên", "official's name"),
        ["official_code"] = new("Mã cán bộ", "official's code"),
        ["born"] = new("Năm sinh", "year or date of birth"),
        ["held_on"] = new("Ngày lấy phiếu", "date of the vote"),
        ["delegates"] = new("Tổng số đại biểu", "delegates"),
        ["invited"] = new("Triệu tập", "people invited"),
        ["present"] = new("Có mặt", "people present"),
        ["issued"] = new("Phát ra", "ballots issued"),
        ["collected"] = new("Thu về", "ballots collected"),
        ["valid"] = new("Hợp lệ", "valid ballots"),
        ["invalid"] = new("Không hợp lệ", "invalid ballots"),
        ["high"] = new("Tín nhiệm cao", "high confidence"),
        ["confidence"] = new("Tín nhiệm", "confidence"),
        ["low"] = new("Tín nhiệm thấp", "low confidence"),
        ["no_confidence"] = new("Không tín nhiệm", "no confidence"),
        ["published_low_percent"] = new("Tỷ lệ tín nhiệm thấp (%)", "published low percentage"),
        ["published_high_percent"] = new("Tỷ lệ tín nhiệm cao (%)", "published high percentage"),
        ["exempt"] = new("Không thuộc diện", "reason for exemption"),
        ["note"] = new("Ghi chú", "note"),
        ["source"] = new("Nguồn", "source"),
        ["in_post_since"] = new("Giữ chức từ", "in post since"),
        ["status"] = new("Diện", "status"),
        ["reason"] = new("Lý do", "reason"),
        ["code"] = new("Mã", "code"),
        ["name"] = new("Tên", "name"),
        ["kind"] = new("Loại", "kind"),
        ["level"] = new("Cấp", "level"),
        ["parent"] = new("Đơn vị cấp trên", "parent unit"),
        ["valid_from"] = new("Có hiệu lực từ ngày", "valid from"),
        ["valid_to"] = new("Hết hiệu lực từ ngày", "valid until"),
        ["area"] = new("Địa bàn", "area"),
        ["effective_date"] = new("Ngày có hiệu lực", "effective date"),
        ["from_code"] = new("Mã đơn vị cũ", "code before"),
        ["to_code"] = new("Mã đơn vị mới", "code after"),
        ["whole"] = new("Toàn bộ đơn vị", "whole unit"),
        ["document"] = new("Văn bản", "document"),
        ["name_vi"] = new("Tên tiếng Việt", "Vietnamese name"),
        ["name_en"] = new("Tên tiếng Anh", "English name"),
        ["body"] = new("Cơ quan", "body"),
        ["sort"] = new("Thứ tự", "sort order"),
        ["regime"] = new("Quy định áp dụng", "regime"),
        ["held_from"] = new("Tổ chức từ ngày", "held from"),
        ["held_to"] = new("Tổ chức đến ngày", "held to"),
        ["due"] = new("Hạn gửi kết quả", "last day for results"),
        ["planned_on"] = new("Ngày dự kiến tổ chức", "day planned for the conference"),
        ["self_review_on"] = new("Ngày gửi bản kiểm điểm", "day self-reviews were sent"),
        ["conference_on"] = new("Ngày tổ chức hội nghị", "day of the conference"),
        ["minutes_on"] = new("Ngày nhận biên bản", "day the minutes arrived"),
        ["sample"] = new("Số liệu giả định", "sample"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words alone; null for a column the contract does not know.</summary>
    public static Text? Find(string column) => Words.GetValueOrDefault(column);

    /// <summary>For instance: "Thu về" (collected). A column the contract does not know goes by its header.</summary>
    public static string Vi(string column) => Words.TryGetValue(column, out var words) ? $"\"{words.Vi}\" ({column})" : $"\"{column}\"";

    /// <summary>For instance: "ballots collected" (collected).</summary>
    public static string En(string column) => Words.TryGetValue(column, out var words)
        ? words.En == column ? $"\"{column}\"" : $"\"{words.En}\" ({column})"
        : $"\"{column}\"";
}
