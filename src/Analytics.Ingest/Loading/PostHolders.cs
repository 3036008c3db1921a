using System.Runtime.InteropServices;
using Analytics.Domain.Results;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Loading;

/// <summary>Who holds each post of a unit in a round, as far as a file and what is loaded of its rounds tell: ids of persons.</summary>
/// <remarks>Made for a million posts with one holder each: only a post with more gets a list.</remarks>
sealed class PostHolders
{
    /// <summary>Ids of persons, from 1.</summary>
    readonly Dictionary<(int RoundId, int PositionId), UnitTable<int>> first = [];
    readonly Dictionary<(int RoundId, int UnitId, int PositionId), List<int>> others = [];

    /// <summary>Notes those who are loaded already.</summary>
    public void Add(IEnumerable<Result> loaded)
    {
        foreach (var r in loaded) Add((r.RoundId, r.UnitId, r.PositionId), r.PersonId);
    }

    /// <summary>Notes the official of a row; gives somebody else who holds the same post in the round, null when nobody does.</summary>
    public int? OtherThan(ResultRow row, int personId)
    {
        var post = (row.RoundId, row.UnitId, row.PositionId);
        if (Add(post, personId) is var holder && holder != personId) return holder;
        return others.TryGetValue(post, out var list) ? list[0] : null;
    }

    public void Clear()
    {
        first.Clear();
        others.Clear();
    }

    /// <summary>The one who was noted first.</summary>
    int Add((int RoundId, int UnitId, int PositionId) post, int personId)
    {
        ref var ofPost = ref CollectionsMarshal.GetValueRefOrAddDefault(first, (post.RoundId, post.PositionId), out _);
        ref var holder = ref (ofPost ??= new())[post.UnitId];
        if (holder == 0) holder = personId;
        else if (holder != personId)
        {
            if (!others.TryGetValue(post, out var list)) others[post] = list = [];
            if (!list.Contains(personId)) list.Add(personId);
        }
        return holder;
    }
}
