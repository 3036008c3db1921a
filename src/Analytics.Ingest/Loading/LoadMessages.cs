using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>Messages of the rules that need the store.</summary>
static class LoadMessages
{
    public static Problem Conflict(Place place, IReadOnlyList<Difference> differences)
    {
        var first = differences[0];
        return new(place.Sheet, place.Row, first.Column, first.Found, "conflicts-with-loaded", Severity.Error,
            $"Khác số liệu đã nạp: {List(differences, "trống", "đã nạp", "trong tệp")}. Nếu tệp này là bản đính chính, nạp lại với lựa chọn thay thế (--replace) kèm lý do; nếu không, sửa tệp cho khớp.",
            $"Differs from what is loaded: {List(differences, "empty", "loaded", "in the file")}. If this file is a correction, load it again with --replace and a reason; otherwise make the file agree.");
    }

    static string List(IReadOnlyList<Difference> differences, string empty, string loaded, string found) => string.Join("; ",
        differences.Select(d => $"{d.Column}: {loaded} \"{Or(d.Loaded, empty)}\", {found} \"{Or(d.Found, empty)}\""));

    static string Or(string text, string empty) => text.Length == 0 ? empty : text;

    public static Problem NameVariant(Place place, string found, string known, string by, string byVi) =>
        new(place.Sheet, place.Row, "official", found, "name-variant", Severity.Warning,
            $"Họ tên \"{found}\" khác cách viết đã có \"{known}\" của người có cùng {byVi}. Vẫn nạp; đề nghị kiểm tra có phải một người và thống nhất cách viết.",
            $"The name \"{found}\" is spelled differently from \"{known}\", who has the same {by}. Loaded all the same; please check that this is one person and settle one spelling.");

    public static Problem SecondHolder(Place place, string position, string unit, string other) =>
        new(place.Sheet, place.Row, "official", null, "second-holder", Severity.Warning,
            $"Chức danh \"{position}\" của {unit} trong đợt này đã có một người khác ({other}). Chức danh này thường chỉ có một người; đề nghị kiểm tra.",
            $"The post \"{position}\" of {unit} already has another holder in this round ({other}). There is usually one; please check.");
}
