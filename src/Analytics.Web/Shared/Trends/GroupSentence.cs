using Analytics.Web.Shared.Formatting;
using Analytics.Web.Shared.Resources;
using Analytics.Web.Shared.Rounds;

namespace Analytics.Web.Shared.Trends;

/// <summary>
/// What the groups of a round say together: which differ from the whole or changed beyond chance, of how many compared.
/// No more is claimed than the tests over all groups support.
/// </summary>
/// <param name="texts">Texts of the request's language.</param>
/// <param name="formats">Its number formats.</param>
/// <param name="noun">What the groups are in text keys: <c>area</c> or <c>position</c>.</param>
sealed class GroupSentence(Texts texts, Formats formats, string noun)
{
    /// <summary>Tests of one group at 95% find a difference by chance in this share of groups that do not differ.</summary>
    const double FalseAlone = 0.05;

    public string Different(RoundGroups groups, Func<RoundGroup, string> nameOf)
    {
        var compared = Compared(groups);
        if (compared.Count == 0) return texts[$"groups.{noun}.none-compared"];
        var all = texts.Counted($"groups.{noun}.compared", compared.Count, formats.Count(compared.Count));
        var different = compared.Where(g => g.Different).ToList();
        if (different.Count == 0) return all + ": " + texts[$"groups.{noun}.none-different"];
        return all + ": " + Join(
            Part("groups.higher", different.Where(g => g.IsHigher), nameOf),
            Part("groups.lower", different.Where(g => !g.IsHigher), nameOf)) + texts["groups.beyond"];
    }

    public string Changed(RoundGroups groups, Func<RoundGroup, string> nameOf)
    {
        var compared = Compared(groups).Where(g => g.Snapshot.Change is not null).ToList();
        if (compared.Count == 0) return "";
        var changed = compared.Where(g => g.Changed).ToList();
        return changed.Count == 0 ? texts[$"groups.{noun}.none-changed"] : texts["groups.changed"] + " " + Join(
            Part("groups.rises", changed.Where(g => g.Snapshot.Change > 0), nameOf),
            Part("groups.falls", changed.Where(g => g.Snapshot.Change <= 0), nameOf)) + texts["groups.beyond"];
    }

    /// <summary>How many groups would look different by chance alone if each were looked at by itself.</summary>
    public string FalseAlarms(RoundGroups groups)
    {
        var compared = Compared(groups).Count;
        if (compared < 2) return "";
        var expected = (int)Math.Round(compared * FalseAlone, MidpointRounding.AwayFromZero);
        return expected == 0
            ? texts[$"groups.{noun}.false-under-one", formats.Count(compared)]
            : texts.Counted($"groups.{noun}.false", expected, formats.CountInText(expected), formats.Count(compared));
    }

    static List<RoundGroup> Compared(RoundGroups groups) => groups.Groups.Where(g => !g.TooFew && g.Snapshot.LowShare is not null).ToList();

    string Part(string key, IEnumerable<RoundGroup> groups, Func<RoundGroup, string> nameOf)
    {
        var named = groups.Select(g => $"{nameOf(g)} ({formats.Share(g.Snapshot.LowShare)})").ToList();
        return named.Count == 0 ? "" : texts[key, string.Join(", ", named)];
    }

    static string Join(params string[] parts) => string.Join("; ", parts.Where(p => p.Length > 0));
}
