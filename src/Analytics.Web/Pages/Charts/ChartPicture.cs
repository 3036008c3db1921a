using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Web.Charts;
using ScottPlot;

namespace Analytics.Web.Pages.Charts;

/// <summary>The numbers of a chart as a table, as printed.</summary>
/// <param name="Numeric">Which columns hold numbers, for their alignment.</param>
sealed record ChartTable(IReadOnlyList<string> Headers, IReadOnlyList<bool> Numeric, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Where the name of each row leads; empty for nowhere.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}

/// <summary>A chart ready to be drawn at any size, with its words and its numbers.</summary>
/// <param name="InlineSize">Its size on a page.</param>
/// <param name="FileStem">Says what and of which round; never a person's name.</param>
sealed record ChartPicture(ChartText Text, ChartSize InlineSize, Func<ChartSize, ChartOptions, Plot> Plot, ChartTable Table, string FileStem)
{
    /// <summary>Hash of all that is drawn: pictures with the same are the same, whatever else has changed. Null: every change draws anew.</summary>
    public string? Hash { get; init; }

    /// <summary>It shows one part of very many rows: its address has to name the part.</summary>
    public bool Parted { get; init; }

    /// <summary>What people wrote on its time axis, with day and author, for the page around it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Code of the place whose notes stand on its time axis; empty where it has no such axis.</summary>
    public string Place { get; init; } = "";

    static readonly JsonSerializerOptions Whole = new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string HashOf<T>(T data) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(data, Whole)));
}

/// <summary>What a chart's address asks for, beside size and format: the same filters as on pages.</summary>
sealed record ChartFilters(string? Round, string? City, string? District, string? Position)
{
    /// <summary>For what leaves the house: without figures of very small groups. An address asks for it with <c>anonymous</c>.</summary>
    public bool Outward { get; init; }

    /// <summary>Code of a unit, for charts of one unit.</summary>
    public string? Unit { get; init; }

    /// <summary>A day on which <see cref="Unit"/> is valid, <c>yyyy-MM-dd</c>; null: its latest version.</summary>
    public string? At { get; init; }

    /// <summary>A share, 0–1, that the axis of a trend reaches at least: two beside each other get one scale.</summary>
    public double? Top { get; init; }

    /// <summary>Code of an earlier round to compare <see cref="Round"/> with; null: the one before it.</summary>
    public string? Before { get; init; }

    /// <summary>All filters there are, by their names in the address.</summary>
    public static IReadOnlyList<string> Names { get; } = new ChartFilters("-", "-", "-", "-") { Unit = "-", At = "-", Before = "-", Top = 1, Part = "-", FirstRow = 1 }.Fields.Select(f => f.Name).ToList();

    /// <summary>Which part of very many rows, from 1; null: all of them in one picture.</summary>
    public string? Part { get; init; }

    /// <summary>The first row to show, from 1, in place of <see cref="Part"/>: for what a small picture had no room for.</summary>
    public int? FirstRow { get; init; }

    /// <summary>So many rows fit the picture; null: not known to be too many. No address asks for it, the size does.</summary>
    public int? Fit { get; init; }

    public static ChartFilters From(IQueryCollection query) => new(query["round"], query["city"], query["district"], query["position"])
    {
        Unit = query["unit"],
        At = query["at"],
        Before = query["before"],
        Top = double.TryParse(query["top"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var top) && top is > 0 and <= 1 ? top : null,
        Part = query["part"],
        FirstRow = int.TryParse(query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from > 0 ? from : null,
    };

    /// <summary>The filters as a query string that begins with <c>?</c>, or empty.</summary>
    public string ToQuery() => QueryString.Create(Fields.Select(f => KeyValuePair.Create(f.Name, (string?)f.Value))).ToUriComponent();

    /// <summary>The filters that are set, by their names in the address.</summary>
    public IEnumerable<(string Name, string Value)> Fields => new (string Name, string? Value)[]
    {
        ("round", Round),
        ("city", City),
        ("district", District),
        ("position", Position),
        ("unit", Unit),
        ("at", At),
        ("before", Before),
        ("top", Top?.ToString("0.######", CultureInfo.InvariantCulture)),
        ("part", Part),
        ("from", FirstRow?.ToString(CultureInfo.InvariantCulture)),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!));
}

/// <summary>One kind of chart: from filters to a picture, by the same queries as the pages.</summary>
interface IChartSource
{
    /// <summary>Name in the address: <c>/charts/NAME.png</c>.</summary>
    string Name { get; }

    /// <summary>Whether it keeps <see cref="ChartFilters.Outward"/>: leaves out figures of very small groups.</summary>
    bool MayBeAnonymous(ChartFilters filters) => false;

    /// <summary>Null when there is no such round or group for this viewer.</summary>
    Task<ChartPicture?> Find(ChartFilters filters, CancellationToken ct);
}
