using System.Globalization;

namespace Analytics.Ingest.Samples;

/// <summary>Many rows to measure with: one results file over 63 provinces, 700 districts and twenty rounds.</summary>
internal static class NationalFiles
{
    const int Provinces = 63;
    const int MostDistricts = 700;
    const int PositionsPerUnit = 4;

    /// <summary>Twenty rounds under one rule: June and December of ten years.</summary>
    public const int Rounds = 20;

    public static IReadOnlyList<string> Write(string folder, int seed, long rows, CancellationToken ct)
    {
        var perRound = (rows + Rounds - 1) / Rounds;
        var units = (perRound + PositionsPerUnit - 1) / PositionsPerUnit;
        var districts = (int)Math.Min(MostDistricts, units);
        return
        [
            Units(folder, units, districts, ct), CityFiles.Positions(folder), RoundsFile(folder),
            NationalResults.Write(folder, seed, rows, districts, ct),
        ];
    }

    public static string RoundCode(int round) => HeldFrom(round).ToString("'N-'yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly HeldFrom(int round) => new(2010 + round / 2, round % 2 == 0 ? 6 : 12, 1);

    /// <summary>Communes take their turn by district, so that every district has nearly as many.</summary>
    public static string UnitCode(long unit) => (10_000_000 + unit).ToString("'N'00000000", CultureInfo.InvariantCulture);

    static string DistrictCode(int district) => district.ToString("'ND'0000", CultureInfo.InvariantCulture);

    static string ProvinceCode(int province) => province.ToString("'NP'00", CultureInfo.InvariantCulture);

    static string Units(string folder, long units, int districts, CancellationToken ct)
    {
        using var file = new CsvFile(folder, "units.csv", CityFiles.UnitsHeader);
        for (var province = 1; province <= Math.Min(Provinces, districts); province++)
            file.Row(ProvinceCode(province), $"Tỉnh Giả Định {province}", "Tỉnh", "province", null, null, null, null);
        for (var district = 1; district <= districts; district++)
            file.Row(DistrictCode(district), $"Huyện Giả Định {district}", "Huyện", "district",
                ProvinceCode((district - 1) % Math.Min(Provinces, districts) + 1), null, null, null);
        for (long unit = 0; unit < units; unit++)
        {
            if (unit % 4096 == 0)
                ct.ThrowIfCancellationRequested();
            var district = (int)(unit * districts / units) + 1;
            file.Row(UnitCode(unit), $"Xã Giả Định {unit + 1}", "Xã", "commune", DistrictCode(district), null, null, null);
        }
        return file.Path;
    }

    static string RoundsFile(string folder)
    {
        using var file = new CsvFile(folder, "rounds.csv", CityFiles.RoundsHeader);
        for (var round = 0; round < Rounds; round++)
        {
            var from = HeldFrom(round);
            var when = from.ToString("MM/yyyy", CultureInfo.InvariantCulture);
            file.Row(RoundCode(round), $"Đợt lấy phiếu giả định {when}", $"Sample vote {when}", "VFF-2007", from, from.AddDays(27),
                from.AddDays(45), "commune", "yes");
        }
        return file.Path;
    }
}
