using System.Runtime.InteropServices;
using Analytics.Domain.Names;
using Analytics.Domain.People;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>The officials of result rows gone by, to find the same one twice in a round, unit and position.</summary>
/// <remarks>
/// Most posts have one or two holders, so officials of a post are compared one with the other, and names are folded only
/// where everything else agrees; a post with many holders gets a set of their keys instead.
/// </remarks>
/// <param name="findings">Where a repeated row is reported.</param>
/// <param name="rowCount">Rows of the file: room is made for so many.</param>
internal sealed class OfficialsSeen(Findings findings, int rowCount)
{
    const int FewHolders = 8;

    readonly record struct Official(string Name, string? Code, string? Born, Place Place, int Previous)
    {
        public bool IsSame(string name, string? code, string? born) => Code is not null || code is not null
            ? Code == code
            : Born == born && (Name == name || Folding.Fold(Name) == Folding.Fold(name));
    }

    readonly Dictionary<(int Round, int Unit, int Position), (int Last, int Count)> posts = new(rowCount);
    readonly Dictionary<(int Round, int Unit, int Position), Dictionary<string, Place>> manyHolders = [];
    readonly List<Official> officials = new(rowCount);

    /// <summary>Reports the current row when its official has come before.</summary>
    public void Check(Round round, Unit unit, Position position, string name, string? code, string? born)
    {
        var post = (round.Id, unit.Id, position.Id);
        ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(posts, post, out _);
        if (Find(post, holders, name, code, born) is { } first)
        {
            findings.Error("official", null, Rule.DuplicateRow,
                Messages.DuplicateRow(Messages.SameOfficial(round.Code, unit.Code, position.Code), first, findings.Place));
            return;
        }
        officials.Add(new(name, code, born, findings.Place, holders.Count == 0 ? -1 : holders.Last));
        holders = (officials.Count - 1, holders.Count + 1);
        if (holders.Count > FewHolders) KeysOf(post, holders.Last)[OfficialKeys.Of(name, code, born)] = findings.Place;
    }

    Place? Find((int, int, int) post, (int Last, int Count) holders, string name, string? code, string? born)
    {
        if (holders.Count > FewHolders)
            return KeysOf(post, holders.Last).TryGetValue(OfficialKeys.Of(name, code, born), out var place) ? place : null;
        for (var at = holders.Count == 0 ? -1 : holders.Last; at >= 0; at = officials[at].Previous)
            if (officials[at].IsSame(name, code, born)) return officials[at].Place;
        return null;
    }

    Dictionary<string, Place> KeysOf((int, int, int) post, int last)
    {
        if (manyHolders.TryGetValue(post, out var keys)) return keys;
        keys = new(StringComparer.Ordinal);
        for (var at = last; at >= 0; at = officials[at].Previous)
            keys[OfficialKeys.Of(officials[at].Name, officials[at].Code, officials[at].Born)] = officials[at].Place;
        return manyHolders[post] = keys;
    }
}
