namespace Analytics.Web.Jobs;

/// <summary>What the ledger itself writes as outcome of a run: stored in English, shown in either language.</summary>
static class OutcomeText
{
    public const string Superseded = "Skipped: only the latest missed due time is run.";
    public const string Missed = "Skipped: nothing was running when it was due.";
    public const string Interrupted = "Interrupted by a shutdown; will be run again.";
    public const string GivenUp = "Given up: the process ended during the last permitted attempt.";
    const string NoJobPrefix = "There is no job named ";
    const string ErrorPrefix = "Error, see the log under ";

    const int MaxLength = 500;

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
        (NoJobPrefix, "Không có công việc mang tên "),
        (ErrorPrefix, "Lỗi, xem nhật ký với mã "),
    ];

    /// <summary>The outcome in Vietnamese; what a job wrote stays as it is.</summary>
    public static string? InVietnamese(string? outcome)
    {
        foreach (var (english, vietnamese) in Phrases)
            if (outcome?.StartsWith(english, StringComparison.Ordinal) == true)
                return vietnamese + outcome[english.Length..];
        return outcome;
    }

    /// <summary>One line, at most 500 characters.</summary>
    public static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…";
    }
}
