using System.Globalization;

namespace Analytics.Ingest.Samples;

/// <summary>Lays out the old communes and draws the reorganisation: most merged or kept whole, some divided, some across areas.</summary>
internal sealed class TerritoryPlan(SampleScale scale, int seed)
{
    /// <summary>The two new communes of one name that only the area tells apart.</summary>
    public const string SharedName = "Tân Hòa";

    readonly SampleRandom _random = new(seed, "territory");
    readonly List<Commune> _before = [];
    readonly List<Commune> _after = [];
    readonly List<Succession> _steps = [];
    int Factor => scale == SampleScale.City ? 3 : 1;
    double OldPerNew => scale == SampleScale.City ? 1.53 : 1.45;

    public Territory Draw()
    {
        var names = new CommuneNames(_random);
        foreach (var area in Area.All)
            DrawArea(area, names);
        Divide("An Khuê", 2, "An Khuê");
        Divide("Lộc Hà", 2, "Lộc Hà");
        Divide("Trung Hà", 1, "Trung Hà");
        Divide("Cẩm Sơn", 1, "Bình Lăng");
        Divide("Sơn Hạ", 2, "Quảng Diên");
        Divide("Tiên Lộc", 2, "Thạch Khê");
        Annex("Thanh Nguyên", "Tân Lập");
        Annex("Mỹ Khê", "Quảng Diên");
        return new(_before, _after, _steps);
    }

    void DrawArea(Area area, CommuneNames names)
    {
        var communes = area.Communes * Factor;
        var old = (int)Math.Round(communes * OldPerNew);
        for (var number = 1; number <= old; number++)
        {
            var name = IsShared(area, number) ? SharedName : names.Next();
            _before.Add(new(Code(area, number), KindBefore(area, number), name, area, number, After: false));
        }
        for (var number = 1; number <= communes; number++)
        {
            var main = Old(area, number);
            var absorbs = number <= old - communes;
            // two communes exchange nothing but the code: one of Lam Điền took that of a commune absorbed in Đại Phúc
            var code = area.Name == "Lam Điền" && number == 1 ? Code(Area.Named("Đại Phúc"), OldCount("Đại Phúc")) : main.Code;
            var keepsName = IsShared(area, number) || !_random.Chance(absorbs ? 0.5 : 0.06);
            var commune = new Commune(code, KindAfter(area, main), keepsName ? main.Name : names.Next(), area, number, After: true);
            _after.Add(commune);
            _steps.Add(new(main, commune, Whole: true));
            if (absorbs)
                _steps.Add(new(Old(area, communes + number), commune, Whole: true));
        }
    }

    /// <summary>Part of an old commune that was to come whole goes to the last new one of another area, or of its own.</summary>
    void Divide(string area, int number, string toArea)
    {
        var at = _steps.FindIndex(step => step.From.Area.Name == area && step.From.Number == number);
        _steps[at] = _steps[at] with { Whole = false };
        _steps.Insert(at + 1, _steps[at] with { To = _after.Last(commune => commune.Area.Name == toArea) });
    }

    /// <summary>An old commune goes whole to a new one across the border of its area.</summary>
    void Annex(string fromArea, string toArea)
    {
        var at = _steps.FindLastIndex(step => step.From.Area.Name == fromArea && step.From.Code != step.To.Code);
        _steps[at] = _steps[at] with { To = _after.First(commune => commune.Area.Name == toArea) };
    }

    int OldCount(string area) => _before.Count(commune => commune.Area.Name == area);

    Commune Old(Area area, int number) => _before.First(commune => commune.Area == area && commune.Number == number);

    static bool IsShared(Area area, int number) => area.Name is "Yên Hòa" or "Đông Mai" && number == 4;

    static string Code(Area area, int number) => area.Code + number.ToString("00", CultureInfo.InvariantCulture);

    static string KindBefore(Area area, int number) => area.Kind switch
    {
        "Quận" => "Phường",
        "Thị xã" => number % 3 == 0 ? "Xã" : "Phường",
        _ => number == 3 ? "Thị trấn" : "Xã",
    };

    static string KindAfter(Area area, Commune main) =>
        area.Kind == "Huyện" ? "Xã" : area.Urban || main.Kind == "Phường" ? "Phường" : "Xã";
}
