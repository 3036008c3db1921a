using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Forms;

/// <summary>What the forms have in common: their captions, the column of numbers, headings of areas.</summary>
sealed class FormWords(QueryContext context, Texts texts, Formats formats, RoundWords words, Language language)
{
    public bool English => language.English;

    public string this[string key] => texts["form." + key];

    public string With(string key, params object[] arguments) => texts["form." + key, arguments];

    public string Title(int number) => texts["form.title." + number];

    /// <summary>Round, place, how complete; of shares their base.</summary>
    public string Caption(FormScope scope, bool shares)
    {
        var (reported, expected) = scope.Coverage;
        var parts = new List<string> { words.Name(scope.Round) };
        if (scope.PlaceName.Length > 0) parts.Add(scope.PlaceName);
        if (reported < expected) parts[^1] += " " + texts["round.coverage", formats.Count(reported), formats.Count(expected)];
        if (shares) parts.Add(texts["form.base", words.Base(scope.View.Regime)]);
        return string.Join(" – ", parts);
    }

    public IReadOnlyList<string> Bands(FavourableBands bands) => BandWords.Of(bands, (key, arguments) => texts[key, arguments], BandWords.Long);

    public FormColumn Numbering() => new("tt", texts["form.tt"], FormKind.Count, 5, Adds: false);

    public string Post(int position) => context.Reference.Position(position)?.Name(language.English) ?? "";

    public string Post(string code) => context.Reference.Position(code)?.Name(language.English) ?? code;

    public string Unit(int id) => context.Reference.Units.ById(id)?.Name ?? "";

    /// <summary>The ballot's levels as groups of columns: counts and their share of <paramref name="whole"/>.</summary>
    public IEnumerable<FormColumn> Levels(Regime regime, string whole, bool adds = true)
    {
        string[] keys = regime.Options == BallotOptions.Three ? ["high", "confidence", "low"] : ["confidence", "no_confidence"];
        foreach (var (key, name) in keys.Zip(words.Levels(regime)))
        {
            var group = char.ToUpperInvariant(name[0]) + name[1..];
            yield return new(key, texts["form.votes"], FormKind.Count, 8, group, adds);
            yield return new(key + "_percent", "%", FormKind.Percent, 7, group, Part: key, Whole: whole);
        }
    }

    /// <summary>Counts of the ballot's levels beside their shares, in the order of <see cref="Levels"/>.</summary>
    public static IEnumerable<object?> LevelCells(Regime regime, long? high, long? middle, long? low) => regime.Options == BallotOptions.Three
        ? [high, null, middle, null, low, null]
        : [middle, null, low, null];

    /// <summary>In a few words how a unit stands in a round; empty for one of which everything has come.</summary>
    public string State(UnitProgress unit, RoundProgress progress)
    {
        if (!unit.Expected) return texts[unit.NoCouncil > 0 ? "coverage.not-due.no-council" : "coverage.not-due"];
        if (progress.OverdueOf(unit) is { } late)
        {
            var days = progress.Today.DayNumber - late.Due.DayNumber;
            return $"{texts["coverage.next." + late.Step.Code()]}, {texts.Counted("coverage.overdue-by", days, formats.CountInText(days))}";
        }
        if (unit.Partial) return texts["coverage.state.partial"];
        return unit.Reached switch
        {
            null => texts["coverage.state.none"],
            CoverageStep.Verified => "",
            { } reached => texts["coverage.state." + reached.Code()],
        };
    }
}
