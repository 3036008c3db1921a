using static Analytics.Web.Api.ApiColumn;

namespace Analytics.Web.Api;

/// <summary>The office's five forms as data. Their shares are percent, as printed; which levels of the ballot there are depends on the rule.</summary>
static partial class ApiPages
{
    static IReadOnlyList<(string Number, IReadOnlyList<ApiColumn> Columns)> Forms =>
    [
        ("1",
        [
            Count("tt"), Text("unit_name"), Count("due").OrNull, Count("not_due").OrNull, Day("conference_on").OrNull, Count("invited").OrNull, Count("present").OrNull, Percent("present_percent").OrNull,
            Day("minutes_on").OrNull, Text("note").OrNull,
        ]),
        ("2", [Count("tt"), Text("position"), Count("officials").OrNull, Count("base").OrNull, .. BallotLevels, Count("low_over_half").OrNull, Count("low_from_two_thirds").OrNull]),
        ("3", [Count("tt"), Text("name"), Count("officials").OrNull, .. ApiWords.Bands.SelectMany(WithPercent)]),
        ("4",
        [
            Count("tt"), Text("official"), Text("position"), Count("delegates").OrNull.Sometimes, Count("issued").OrNull, Count("collected").OrNull, Count("valid").OrNull, Count("invalid").OrNull, .. BallotLevels, Text("note").OrNull,
        ]),
        ("5", [Count("tt"), Text("official"), Text("position"), Text("result"), Text("body").OrNull, Text("form").OrNull, Text("document").OrNull, Text("state").OrNull]),
    ];

    static IEnumerable<ApiColumn> BallotLevels => ApiWords.BallotLevels.SelectMany(WithPercent).Select(c => c.Sometimes);

    static IEnumerable<ApiColumn> WithPercent(string name) => [Count(name).OrNull, Percent(name + "_percent").OrNull];
}
