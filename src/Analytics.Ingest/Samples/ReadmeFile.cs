using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Samples;

/// <summary>The README beside the sample: that it is invented, how it is made, and where each special instance lies.</summary>
internal static class ReadmeFile
{
    const string Opening =
        """
        # Số liệu giả định / Sample data

        **SỐ LIỆU GIẢ ĐỊNH – KHÔNG PHẢI KẾT QUẢ THẬT.** *Thành phố Giả Định* không có thật. Địa danh, họ tên, mã số và mọi con số ở đây do
        máy sinh ra; nếu trùng với nơi hay người có thật thì chỉ là ngẫu nhiên.

        **INVENTED FIGURES – NOT REAL RESULTS.** *Thành phố Giả Định* (Supposed City) does not exist. Its places, people, codes and all figures
        are generated; any likeness to a real place or person is chance.

        ## Cách tạo / How it is made


        """;

    const string Files =
        """
        Cùng hạt giống thì cùng từng byte; kiểm thử so thư mục này với kết quả tạo lại, nên đừng sửa tay.
        The same seed gives the same bytes; a test compares this folder with a fresh one, so do not edit it by hand.

        | tệp / file | nội dung | content |
        |---|---|---|
        | `units.csv`, `changes.csv` | thành phố, 30 địa bàn, xã phường trước và sau 01/7/2025; sắp xếp ra sao | the city, 30 areas, communes before and after 1 July 2025; what became of which |
        | `positions.csv`, `rounds.csv` | bốn chức danh; mười đợt, 2008–2022 hai mức, 2024 và 2026 ba mức | four posts; ten rounds, two options 2008–2022, three in 2024 and 2026 |
        | `roster.csv` | người thuộc diện từng đợt; không thuộc diện, khuyết, không có HĐND | who is due in each round; exempt, vacant, no council |
        | `results-NNNN.csv` | kết quả từng đợt; đợt 2026 còn đơn vị chưa gửi | the results of a round; in 2026 some units have not reported |
        | `steps.csv` | ngày từng bước của đơn vị trong mỗi đợt: dự kiến, gửi kiểm điểm, hội nghị, nhận biên bản | the day of each step of a unit in each round: planned, self-review, conference, minutes received |
        | `tiles.csv` | ô của từng địa bàn trên sơ đồ | where each area stands on the tile map |
        | `mistakes.csv` | **không nạp**: hầu hết các dòng có một lỗi, cột `note` ghi quy tắc phải từ chối | **not loaded**: nearly every row has one mistake, `note` names the rule that refuses it |

        Nạp lần lượt như trong bảng không có lỗi nào; chỉ có cảnh báo ở những trường hợp cố ý đánh dấu (!) dưới đây.
        Loaded in that order they give no error, and warnings only where marked (!) below.

        ## Trường hợp đặc biệt / Special instances

        | mã / id | đợt / round | đơn vị / unit | chức danh / post | |
        |---|---|---|---|---|

        """;

    static readonly HashSet<string> Warned = ["blank-on-a-name", "published-wrong", "late"];

    public static string Write(string folder, SampleScale scale, int seed, Territory territory)
    {
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        var seedOption = seed == SampleFiles.DefaultSeed ? "" : $" --seed {seed.ToString(CultureInfo.InvariantCulture)}";
        var scaleOption = scale == SampleScale.Demo ? "" : " --scale city";
        text.Append(CultureInfo.InvariantCulture, $"    dotnet run --project src/Analytics.Ingest -- sample --out data/sample{scaleOption}{seedOption}\n\n");
        text.Append(Files.ReplaceLineEndings("\n"));
        foreach (var special in Specials.All)
        {
            var round = SampleRound.All.First(round => round.Year == special.Year);
            var mark = Warned.Contains(special.Id) ? " (!)" : "";
            Line(text, special.Id + mark, round.Code, territory.At(round, special.Area, special.Number),
                special.Id == "late" ? "" : special.Post.Code, special.Vietnamese, special.English);
        }
        foreach (var (id, round, commune, vietnamese, english) in Places(territory))
            Line(text, id, round, commune, "", vietnamese, english);
        var path = Path.Combine(folder, "README.md");
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    static void Line(StringBuilder text, string id, string round, Commune commune, string post, string vietnamese, string english) =>
        text.Append(CultureInfo.InvariantCulture, $"| {id} | {round} | {commune.Code} {commune.FullName}, {commune.Area.Name} | {post} | {vietnamese} / {english} |\n");

    static IEnumerable<(string Id, string Round, Commune Commune, string Vietnamese, string English)> Places(Territory territory)
    {
        foreach (var wards in territory.Before.Where(commune => commune.WithoutCouncil).GroupBy(commune => commune.Area))
            yield return ("no-council", "GD-2022, GD-2024", wards.First(), "Phường không tổ chức HĐND (cùng các phường khác của địa bàn)",
                "Ward without a council (as all wards of the area)");
        foreach (var parts in territory.Successions.Where(step => !step.Whole).GroupBy(step => step.From))
        {
            var to = string.Join(", ", parts.Select(part => part.To.Code));
            yield return ("divided", "", parts.Key, $"Chia về {to}", $"Divided between {to}");
        }
        foreach (var commune in territory.After.Where(commune => territory.SourcesOf(commune).Any(source => source.Area != commune.Area)))
            yield return ("straddling", "", commune, "Gồm đất của hai địa bàn cũ", "Made from two former areas");
        foreach (var commune in territory.After.Where(commune => !commune.Code.StartsWith(commune.Area.Code, StringComparison.Ordinal)))
            yield return ("code-reused", "", commune, "Dùng lại mã của một xã cũ ở địa bàn khác", "Carries the code of an old commune elsewhere");
        foreach (var commune in territory.After.Where(commune => commune.Name == TerritoryPlan.SharedName))
            yield return ("shared-name", "", commune, "Hai xã cùng tên, chỉ phân biệt bằng địa bàn", "Two communes of one name, told apart by area only");
        foreach (var commune in territory.After.Where(commune => Specials.HasNotReported(commune, 2026)))
            yield return ("not-reported", "GD-2026", commune, "Chưa gửi kết quả", "Has not reported");
    }
}
