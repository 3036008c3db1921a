using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.References;

/// <summary>Finds the unit version a row means, by code or by name. Every answer is kept.</summary>
internal sealed class UnitResolver(UnitBook book)
{
    /// <summary>A file of the wrong country would ask for the nearest of thousands thousands of times: after so many, none are named.</summary>
    const int MostSuggestions = 100;

    /// <summary>Stands for "whenever" among the dates asked about; no unit's validity reaches it.</summary>
    static readonly DateOnly AnyDay = DateOnly.MaxValue;

    readonly Surroundings surroundings = new(book);
    readonly Dictionary<string, Dictionary<DateOnly, Lookup<Unit>>> byCode = new(StringComparer.Ordinal);
    readonly Dictionary<(string Name, string District, DateOnly At, UnitLevel Level), Lookup<Unit>> byName = [];
    readonly Dictionary<UnitLevel, UnitNames> names = [];
    (string? Code, DateOnly Day, Lookup<Unit>? Unit) latest;
    int suggestions;

    /// <summary>The version of a code valid at a date; without a date, any version.</summary>
    /// <remarks>Rows of a unit follow one another, and cells of one text are mostly one object.</remarks>
    public Lookup<Unit> ByCode(string code, DateOnly? at)
    {
        if (!ReferenceEquals(code, latest.Code) || (at ?? AnyDay) != latest.Day) latest = (code, at ?? AnyDay, Known(code, at));
        return latest.Unit!;
    }

    Lookup<Unit> Known(string code, DateOnly? at)
    {
        if (!byCode.TryGetValue(code, out var ofCode)) byCode[code] = ofCode = [];
        var day = at ?? AnyDay;
        if (ofCode.TryGetValue(day, out var known)) return known;
        return ofCode[day] = FindCode(code, at);
    }

    /// <summary>The unit of a level valid at a date that a name means; the district is looked at only if several fit.</summary>
    public Lookup<Unit> ByName(string name, string district, DateOnly at, UnitLevel level)
    {
        var key = (name, district, at, level);
        if (byName.TryGetValue(key, out var known)) return known;
        return byName[key] = FindName(name, district, at, level);
    }

    Lookup<Unit> FindCode(string code, DateOnly? at)
    {
        var versions = book.Versions(code);
        if (versions.Count == 0) return new(Rule.UnknownUnit, Messages.UnknownUnitCode(code, NearestCodes(code, at)));
        if (at is not { } date) return new(versions[0]);
        return book.At(code, date) is { } unit ? new(unit) : new(Rule.UnitNotValidThen, Messages.UnitNotValidThen(code, date, versions));
    }

    Lookup<Unit> FindName(string name, string district, DateOnly at, UnitLevel level)
    {
        if (!names.TryGetValue(level, out var ofLevel)) names[level] = ofLevel = new(book, level);
        var found = ofLevel.Find(name, at);
        if (found.Count > 1 && district.Length > 0) found = surroundings.Narrow(found, district, at);
        return found.Count switch
        {
            0 => new(Rule.UnknownUnit, Messages.UnknownUnitName(name, level, at, Describe(MaySuggest() ? ofLevel.NearestTo(name, at) : [], at))),
            1 => new(found[0]),
            _ => new(Rule.AmbiguousUnit, Messages.AmbiguousUnit(name, district, Describe(found, at))),
        };
    }

    /// <summary>Codes like the one written, for messages; those that differ only by lost leading zeros come first.</summary>
    public List<string> NearestCodes(string code, DateOnly? at)
    {
        if (!MaySuggest()) return [];
        var valid = book.All.Where(u => at is not { } date || u.IsValidOn(date)).DistinctBy(u => u.Code, StringComparer.Ordinal).ToList();
        var bare = code.TrimStart('0');
        var padded = valid.Where(u => u.Code.AsSpan().TrimStart('0').SequenceEqual(bare)).Take(3).ToList();
        var near = padded.Count > 0 ? padded : Nearest.Of(code, valid, u => u.Code);
        return near.ConvertAll(u => $"{u.Code} ({u.Name})");
    }

    List<string> Describe(List<Unit> units, DateOnly at) => units.ConvertAll(u => surroundings.Describe(u, at));

    bool MaySuggest() => suggestions++ < MostSuggestions;
}
