namespace Analytics.Ingest.Samples;

/// <summary>
/// One results file in which nearly every row has one mistake; the note names the rule that should refuse it. It uses units
/// that have not reported, so its rows meet nothing already loaded.
/// </summary>
internal static class MistakesFile
{
    const string Header =
        "round,unit,unit_name,position,official,official_code,born,held_on,present,issued,collected,valid,invalid,high,confidence,low,exempt,note";

    static readonly (string Rule, string Column, string? Value)[] Mistakes =
    [
        ("unknown-round", "round", "GD-2062"),
        ("unknown-unit", "unit", "990099"),
        ("unknown-position", "position", "Thư ký Ủy ban"),
        ("level-not-covered", "unit", CityFiles.CityCode),
        ("missing-value", "low", null),
        ("bad-number", "collected", "một trăm"),
        ("negative", "low", "-3"),
        ("bad-date", "held_on", "31/02/2026"),
        ("date-out-of-range", "held_on", "23/05/3010"),
        ("valid-invalid-mismatch", "invalid", "5"),
        ("levels-over-valid", "high", "151"),
        ("exempt-with-counts", "exempt", "Đang chờ nghỉ hưu"),
        ("too-long", "official", string.Join(' ', Enumerable.Repeat("Nguyễn", 45))),
        ("control-character", "official", "Nguyễn Văn\u0007 Bình"),
    ];

    public static string Write(string folder, Territory territory, IReadOnlyList<Seat> seats)
    {
        using var file = new CsvFile(folder, "mistakes.csv", Header);
        var columns = Header.Split(',');
        var free = new Queue<Seat>(seats.Where(seat => seat.Status == "due" && Specials.HasNotReported(seat.Commune, 2026)));
        Add(null);
        foreach (var (rule, column, value) in Mistakes)
            Add(rule, (column, value));
        Add("collected-over-issued", ("present", "190"), ("issued", "190"));
        Add("valid-over-collected", ("valid", "201"), ("invalid", null), ("high", "151"));
        var gone = territory.Before.First(old => territory.After.All(commune => commune.Code != old.Code));
        Add("unit-not-valid-then", ("unit", gone.Code));
        Add("ambiguous-unit", ("unit", null), ("unit_name", $"Xã {TerritoryPlan.SharedName}"));
        var last = Add(null);
        file.Row([.. last[..^1], "duplicate-row"]);
        return file.Path;

        object?[] Add(string? rule, params (string Column, string? Value)[] changes)
        {
            var seat = free.Dequeue();
            object?[] row =
            [
                "GD-2026", seat.Commune.Code, null, seat.Post.Code, seat.Holder!.Name, seat.Holder.Code, seat.Holder.Born,
                new DateOnly(2026, 10, 20), 200, 200, 200, 200, 0, 150, 44, 6, null, rule ?? "không có lỗi",
            ];
            foreach (var (column, value) in changes)
                row[Array.IndexOf(columns, column)] = value;
            file.Row(row);
            return row;
        }
    }
}
