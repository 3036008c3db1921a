using System.Globalization;
using Analytics.Domain.Rounds;

namespace Analytics.Web.Shared.Rounds;

/// <summary>A rule as an address supposes it: one that is there, with another base or other lines.</summary>
/// <param name="Base"><c>collected</c>, <c>delegates</c>; null: the rule's own.</param>
/// <param name="Lines">By place among the rule's lines, as typed: <c>1/2</c>; null or empty: the rule's own.</param>
/// <param name="Signs">By place: <c>less</c>, <c>at-most</c>, <c>more</c>, <c>at-least</c>; null or empty: the rule's own.</param>
sealed record SupposedRule(string Regime, string? Base, IReadOnlyList<string> Lines, IReadOnlyList<string> Signs)
{
    const char Between = '|';

    /// <summary>As one text, which <see cref="Read"/> reads.</summary>
    public string Written => string.Join(Between, [Regime, Base ?? "", string.Join(';', Lines), string.Join(';', Signs)]);

    public static SupposedRule Read(string written) => written.Split(Between) is [var regime, var kind, var lines, var signs]
        ? new(regime, kind, lines.Split(';'), signs.Split(';'))
        : throw new FormatException($"\"{written}\" is no supposed rule.");

    const int GreatestPart = 100;

    public static IReadOnlyDictionary<string, Comparison> Comparisons { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["less"] = Comparison.Less,
        ["at-most"] = Comparison.LessOrEqual,
        ["more"] = Comparison.Greater,
        ["at-least"] = Comparison.GreaterOrEqual,
    };

    public static string CodeOf(Comparison comparison) => Comparisons.First(c => c.Value == comparison).Key;

    /// <summary>Whether anything differs from the rule named.</summary>
    public bool IsChanged(Regime regime) => Apply(regime) is { } supposed && (supposed.Base != regime.Base || !supposed.Thresholds.SequenceEqual(regime.Thresholds));

    /// <summary>The rule with what is supposed; null where a line or sign cannot be read.</summary>
    public Regime? Apply(Regime regime)
    {
        BallotBase? kind = Base switch
        {
            null or "" => regime.Base,
            "collected" => BallotBase.Collected,
            "delegates" => BallotBase.Delegates,
            _ => null,
        };
        if (kind is not { } known) return null;
        var lines = new List<Threshold>();
        for (var i = 0; i < regime.Thresholds.Count; i++)
        {
            if (Line(regime.Thresholds[i], i) is not { } line) return null;
            lines.Add(line);
        }
        return regime with { Base = known, Thresholds = lines };
    }

    /// <summary>What a form begins with: nothing typed.</summary>
    public static SupposedRule As(Regime regime) => new(regime.Id, null, [], []);

    /// <summary>What stands in the field of a line: as typed, else the rule's own fraction.</summary>
    public string LineOf(Regime regime, int at) => Lines.ElementAtOrDefault(at) is { Length: > 0 } typed ? typed
        : string.Create(CultureInfo.InvariantCulture, $"{regime.Thresholds[at].Numerator}/{regime.Thresholds[at].Denominator}");

    /// <summary>The sign chosen for a line, else the rule's own.</summary>
    public string SignOf(Regime regime, int at) => Signs.ElementAtOrDefault(at) is { Length: > 0 } typed ? typed : CodeOf(regime.Thresholds[at].Comparison);

    Threshold? Line(Threshold line, int at)
    {
        if (Lines.ElementAtOrDefault(at) is { Length: > 0 } typed)
        {
            if (Fraction(typed) is not { } fraction) return null;
            line = line with { Numerator = fraction.Numerator, Denominator = fraction.Denominator };
        }
        if (Signs.ElementAtOrDefault(at) is { Length: > 0 } sign)
        {
            if (!Comparisons.TryGetValue(sign, out var comparison)) return null;
            line = line with { Comparison = comparison };
        }
        return line;
    }

    /// <summary>A fraction above 0 and not above 1, as <c>2/3</c> or <c>55%</c>; null for anything else.</summary>
    public static (int Numerator, int Denominator)? Fraction(string typed)
    {
        var text = typed.Trim();
        if (text.EndsWith('%')) return Whole(text[..^1]) is > 0 and <= 100 and var percent ? (percent, 100) : null;
        return text.Split('/') is [var above, var below] && Whole(above) is > 0 and var n && Whole(below) is > 0 and <= GreatestPart and var d && n <= d ? (n, d) : null;
    }

    static int? Whole(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
