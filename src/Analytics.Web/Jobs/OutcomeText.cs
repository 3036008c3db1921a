using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Web.Jobs;

/// <summary>What the ledger and its jobs write as outcome of a run: stored in English, shown in either language.</summary>
static partial class OutcomeText
{
    public const string Superseded = "Skipped: only the latest missed due time is run.";
    public const string Missed = "Skipped: nothing was running when it was due.";
    public const string Interrupted = "Interrupted by a shutdown; will be run again.";
    public const string GivenUp = "Given up: the process ended during the last permitted attempt.";
    public const string NothingToReport = "No report: no results of the round have been published.";
    public const string MailOff = "No digest: mail is switched off.";
    public const string DayOff = "No digest: today is no working day.";
    const string DigestsPrefix = "Digests written down: ";
    const string NoJobPrefix = "There is no job named ";
    const string ErrorPrefix = "Error, see the log under ";

    const int MaxLength = 500;

    public static string Briefing(int id) => string.Create(CultureInfo.InvariantCulture, $"briefing {id}");

    public static string Published(long version, int groups) => string.Create(CultureInfo.InvariantCulture, $"version {version}, {groups} trend rows");

    public const string NothingStale = "nothing was stale";

    public static string Digests(int count) => string.Create(CultureInfo.InvariantCulture, $"{DigestsPrefix}{count}");

    public static string NoJob(string job) => NoJobPrefix + job;

    /// <summary>
    /// The message of an exception may hold names and belongs into the log; the page gets its kind and the id it is
    /// logged under.
    /// </summary>
    public static string Error(string id, Exception error) => $"{ErrorPrefix}{id}: {error.GetType().Name}";

    static readonly (string English, string Vietnamese)[] Phrases =
    [
        (Superseded, "Bỏ qua: chỉ chạy lần đến hạn gần nhất trong các lần bị lỡ."),
        (Missed, "Bỏ qua: hệ thống không hoạt động khi đến hạn."),
        (Interrupted, "Bị gián đoạn do tắt hệ thống; sẽ chạy lại."),
        (GivenUp, "Ngừng thử: tiến trình kết thúc giữa chừng ở lần thử cuối cùng."),
        (NothingToReport, "Không lập báo cáo: chưa có kết quả nào của đợt được công bố."),
        (NothingStale, "Không có số liệu nào phải tính lại."),
        ("briefing ", "Đã lập báo cáo số "),
        (MailOff, "Không gửi thư: thư điện tử đang tắt."),
        (DayOff, "Không gửi thư: hôm nay là ngày nghỉ."),
        (DigestsPrefix, "Số thư tổng hợp sẽ gửi: "),
        (NoJobPrefix, "Không có công việc mang tên "),
        (ErrorPrefix, "Lỗi, xem nhật ký với mã "),
    ];

    /// <summary>The outcome in Vietnamese; what is not known stays as it is.</summary>
    [return: NotNullIfNotNull(nameof(outcome))]
    public static string? InVietnamese(string? outcome)
    {
        foreach (var (english, vietnamese) in Phrases)
            if (outcome?.StartsWith(english, StringComparison.Ordinal) == true)
                return vietnamese + outcome[english.Length..];
        return outcome is null ? null : PublishedPattern().Replace(outcome, "Đã công bố phiên bản số liệu $1, $2 dòng xu hướng");
    }

    /// <summary>One line, at most 500 characters.</summary>
    public static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…";
    }

    [GeneratedRegex(@"^version (\d+), (\d+) trend rows$")]
    private static partial Regex PublishedPattern();
}
