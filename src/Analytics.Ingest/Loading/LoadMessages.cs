using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>Messages of the rules that need the store.</summary>
static class LoadMessages
{
    public static Problem CannotOpen(string path, Exception e) => e is FileNotFoundException or DirectoryNotFoundException
        ? Unreadable($"Không có tệp \"{path}\".", $"There is no file \"{path}\".")
        : Directory.Exists(path) ? Unreadable($"\"{path}\" là một thư mục; cần một tệp.", $"\"{path}\" is a folder; expected a file.")
        : Unreadable($"Không mở được tệp \"{path}\": {e.Message}", $"The file \"{path}\" cannot be opened: {e.Message}");

    static Problem Unreadable(string vi, string en) => new(null, null, null, null, "unreadable-file", Severity.Error, vi, en);

    public static Problem Conflict(Place place, IReadOnlyList<Difference> differences)
    {
        var first = differences[0];
        return new(place.Sheet, place.Row, first.Column, first.Found, "conflicts-with-loaded", Severity.Error,
            $"Khác số liệu đã nạp: {List(differences, "trống", "đã nạp", "trong tệp")}. Nếu tệp này là bản đính chính, nạp lại với lựa chọn thay thế (--replace) kèm lý do; nếu không, sửa tệp cho khớp.",
            $"Differs from what is loaded: {List(differences, "empty", "loaded", "in the file")}. If this file is a correction, load it again with --replace and a reason; otherwise make the file agree.");
    }

    public static Problem OutOfScope(Place place, string unit) => new(place.Sheet, place.Row, "unit", unit, "out-of-scope", Severity.Error,
        $"Đơn vị {unit} không thuộc phạm vi tài khoản được giao, nên cả tệp không được nạp. Hãy bỏ các dòng của đơn vị này, hoặc gửi tệp cho người phụ trách toàn thành phố.",
        $"The unit {unit} is outside the scope of this account, so nothing of the file is loaded. Remove the rows of this unit, or give the file to somebody in charge of the whole city.");

    public static Problem KindOutOfScope(string kind) => new(null, null, null, kind, "out-of-scope", Severity.Error,
        "Tệp là số liệu danh mục dùng chung (đơn vị, sắp xếp đơn vị, chức danh, đợt lấy phiếu); tài khoản phụ trách địa bàn chỉ nhập kết quả lấy phiếu và danh sách người thuộc diện lấy phiếu. Hãy gửi tệp cho người phụ trách toàn thành phố.",
        "The file holds reference data shared by all (units, changes, positions, rounds); an account in charge of an area loads results and rosters only. Give the file to somebody in charge of the whole city.");

    public static string PeopleToConfirm(int questions) =>
        $"Có {questions} trường hợp chưa rõ có phải cùng một người hay không; chưa gộp ai, cần xác nhận (lệnh matches hoặc trang Người cần xác nhận). / "
        + $"{(questions == 1 ? "1 pair of people" : $"{questions} pairs of people")} may be one person; nobody was merged, please confirm (command \"matches\", page People to confirm).";

    static string List(IReadOnlyList<Difference> differences, string empty, string loaded, string found) => string.Join("; ",
        differences.Select(d => $"{d.Column}: {loaded} \"{Or(d.Loaded, empty)}\", {found} \"{Or(d.Found, empty)}\""));

    static string Or(string text, string empty) => text.Length == 0 ? empty : text;

    /// <param name="known">The spelling that is loaded; null where the one who loads may not see it.</param>
    public static Problem NameVariant(Place place, string found, string? known, string by, string byVi)
    {
        var (knownVi, knownEn) = known is null ? ("", "the one loaded for somebody") : ($" \"{known}\"", $"\"{known}\"");
        return new(place.Sheet, place.Row, "official", found, "name-variant", Severity.Warning,
            $"Họ tên \"{found}\" khác cách viết đã có{knownVi} của người có cùng {byVi}. Vẫn nạp; đề nghị kiểm tra có phải một người và thống nhất cách viết.",
            $"The name \"{found}\" is spelled differently from {knownEn} with the same {by}. Loaded all the same; please check that this is one person and settle one spelling.");
    }

    public static Problem RosterMoved(Place place) => new(place.Sheet, place.Row, "official", null, "conflicts-with-loaded", Severity.Error,
        "Dòng này trong danh sách vừa được người khác sửa hoặc đưa ra khỏi danh sách. Hãy mở lại danh sách để xem nội dung mới nhất rồi sửa.",
        "Somebody else has just changed this line of the roster or taken it off. Open the roster again to see how it stands now, then change it.");

    public static Problem OnRosterAlready(Place place, string official) => new(place.Sheet, place.Row, "official", official, "duplicate-row", Severity.Error,
        $"\"{official}\" đã có ở một dòng khác của chức danh này trong danh sách. Nếu là hai người, ghi thêm mã cán bộ hoặc năm sinh.",
        $"\"{official}\" stands on another line of this post already. If they are two people, add their codes or years of birth.");

    public static Problem SecondHolder(Place place, string position, string unit, string other) =>
        new(place.Sheet, place.Row, "official", null, "second-holder", Severity.Warning,
            $"Chức danh \"{position}\" của {unit} trong đợt này đã có một người khác ({other}). Chức danh này thường chỉ có một người; đề nghị kiểm tra.",
            $"The post \"{position}\" of {unit} already has another holder in this round ({other}). There is usually one; please check.");
}
