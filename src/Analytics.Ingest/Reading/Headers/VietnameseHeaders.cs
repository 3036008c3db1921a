namespace Analytics.Ingest.Reading.Headers;

/// <summary>The Vietnamese headers of the kinds people fill in by hand: "name: header; header", accents kept for the reader.</summary>
/// <remarks>"Số phiếu …", "Tổng số phiếu …" and the like need no entry: <see cref="HeaderWords"/> takes such words off.</remarks>
internal static class VietnameseHeaders
{
    public static readonly string[] Results =
    [
        "round: Đợt; Mã đợt; Đợt lấy phiếu",
        "unit: Mã đơn vị; Mã ĐVHC; Mã đơn vị hành chính",
        "unit_name: Đơn vị; Tên đơn vị; Xã/phường/thị trấn; Xã, phường",
        "district: Quận/huyện; Quận, huyện, thị xã",
        "position: Chức danh; Chức vụ",
        "official: Họ và tên; Họ tên",
        "official_code: Mã cán bộ",
        "born: Năm sinh; Ngày sinh; Ngày, tháng, năm sinh",
        "held_on: Ngày tổ chức; Ngày lấy phiếu",
        "delegates: Tổng số đại biểu; Số đại biểu",
        "invited: Triệu tập; Số triệu tập",
        "present: Có mặt; Tham dự; Số có mặt; Số tham dự",
        "issued: Phát ra; Tổng số phiếu phát ra",
        "collected: Thu về; Thu vào; Tổng số phiếu thu về; Tổng số phiếu thu vào",
        "valid: Hợp lệ",
        "invalid: Không hợp lệ",
        "high: Tín nhiệm cao",
        "confidence: Tín nhiệm",
        "low: Tín nhiệm thấp",
        "no_confidence: Không tín nhiệm",
        "published_high_percent: Tỷ lệ tín nhiệm cao (%)",
        "published_low_percent: Tỷ lệ tín nhiệm thấp (%)",
        "exempt: Không thuộc diện",
        "note: Ghi chú",
        "source: Nguồn",
    ];

    public static readonly string[] Roster =
    [
        "round: Đợt; Mã đợt; Đợt lấy phiếu",
        "unit: Mã đơn vị; Mã ĐVHC; Mã đơn vị hành chính",
        "position: Chức danh; Chức vụ",
        "official: Họ và tên; Họ tên",
        "official_code: Mã cán bộ",
        "born: Năm sinh; Ngày sinh; Ngày, tháng, năm sinh",
        "in_post_since: Giữ chức từ; Giữ chức vụ từ; Ngày giữ chức",
        "status: Trạng thái; Diện; Tình trạng",
        "reason: Lý do",
    ];

    public static readonly string[] Steps =
    [
        "round: Đợt; Mã đợt; Đợt lấy phiếu",
        "unit: Mã đơn vị; Mã ĐVHC; Mã đơn vị hành chính",
        "unit_name: Đơn vị; Tên đơn vị; Xã/phường/thị trấn; Xã, phường",
        "district: Quận/huyện; Quận, huyện, thị xã",
        "planned_on: Ngày dự kiến; Ngày dự kiến tổ chức; Ngày dự kiến tổ chức hội nghị; Kế hoạch tổ chức",
        "self_review_on: Ngày gửi bản kiểm điểm; Ngày gửi kiểm điểm; Gửi bản kiểm điểm",
        "conference_on: Ngày tổ chức hội nghị; Ngày hội nghị; Ngày họp hội nghị",
        "minutes_on: Ngày nhận biên bản; Ngày gửi báo cáo; Ngày nhận báo cáo; Ngày gửi biên bản",
        "note: Ghi chú",
    ];
}
