namespace Analytics.Web.Api;

/// <summary>What the values of a column are, and in which unit.</summary>
enum ApiType
{
    Text,
    /// <summary>A whole number from 0.</summary>
    Count,
    /// <summary>How much a fraction changes in a year.</summary>
    PerYear,
    /// <summary>A probability 0–1.</summary>
    Probability,
    /// <summary>A fraction 0–1.</summary>
    Share,
    /// <summary>A difference of two fractions, −1 … 1.</summary>
    Difference,
    /// <summary>0–100, in the office's forms only.</summary>
    Percent,
    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Day,
    /// <summary>UTC.</summary>
    Instant,
    /// <summary>The words yes and no.</summary>
    YesNo,
}

/// <summary>A column of a table, as <c>/openapi.json</c> describes it.</summary>
sealed record ApiColumn(string Name, ApiType Type)
{
    /// <summary>All words there are, where their list is closed.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>May be null in JSON and empty in CSV.</summary>
    public bool Nullable { get; init; }

    /// <summary>Is there for some readers, or under some rules, only.</summary>
    public bool Optional { get; init; }

    public ApiColumn OrNull => this with { Nullable = true };

    public ApiColumn Sometimes => this with { Optional = true };

    public static ApiColumn Text(string name) => new(name, ApiType.Text);
    public static ApiColumn Count(string name) => new(name, ApiType.Count);
    public static ApiColumn PerYear(string name) => new(name, ApiType.PerYear);
    public static ApiColumn Probability(string name) => new(name, ApiType.Probability);
    public static ApiColumn Share(string name) => new(name, ApiType.Share);
    public static ApiColumn Difference(string name) => new(name, ApiType.Difference);
    public static ApiColumn Percent(string name) => new(name, ApiType.Percent);
    public static ApiColumn Day(string name) => new(name, ApiType.Day);
    public static ApiColumn Instant(string name) => new(name, ApiType.Instant);
    public static ApiColumn YesNo(string name) => new(name, ApiType.YesNo);
    public static ApiColumn Word(string name, params IReadOnlyList<string> words) => new(name, ApiType.Text) { Words = words };
}
