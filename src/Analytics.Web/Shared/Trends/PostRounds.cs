using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;

namespace Analytics.Web.Shared.Trends;

/// <summary>A round as a column.</summary>
/// <param name="NewFamily">It may not be compared with the column before it: another electorate, other options or another base.</param>
/// <param name="Marks">What happened since the column before it and does not forbid to compare.</param>
sealed record RoundColumn(Round Round, Regime Regime, bool NewFamily, bool Unfinished, IReadOnlyList<string> Marks)
{
    /// <summary>Columns in order of time.</summary>
    /// <param name="marks">What happened between two rounds, as <see cref="ComparabilityMarks.Between"/> tells.</param>
    public static IReadOnlyList<RoundColumn> Of(IEnumerable<Round> rounds, ReferenceData reference, Func<Round, bool> unfinished, Func<Round, Round, IReadOnlyList<string>> marks)
    {
        var columns = new List<RoundColumn>();
        foreach (var round in rounds.DistinctBy(r => r.Id).OrderBy(r => r.HeldFrom).ThenBy(r => r.Code, StringComparer.Ordinal))
            columns.Add(new(round, reference.RegimeOf(round), columns.Count > 0 && !reference.AreComparable(columns[^1].Round, round), unfinished(round),
                columns.Count > 0 ? marks(columns[^1].Round, round) : []));
        return columns;
    }

    /// <summary>Consecutive columns of one family, for the header above them.</summary>
    public static IEnumerable<IReadOnlyList<RoundColumn>> Families(IReadOnlyList<RoundColumn> columns)
    {
        var start = 0;
        for (var i = 1; i <= columns.Count; i++)
        {
            if (i < columns.Count && !columns[i].NewFamily) continue;
            yield return columns.Skip(start).Take(i - start).ToList();
            start = i;
        }
    }
}

/// <summary>What stands in a cell: a share or why there is none, and what it is made of.</summary>
/// <param name="Muted">Too few units to compare.</param>
/// <param name="Note">Said under the share, for example that the post has a new holder.</param>
/// <param name="Who">A name, only for those who may see it.</param>
sealed record PostCell(string Text, string Detail = "", bool Muted = false, string Note = "", string Who = "", string? Href = null);

/// <summary>A post with its cells by column; a post may have several holders in a round.</summary>
sealed record PostRow(string Name, string? Href, IReadOnlyList<IReadOnlyList<PostCell>> Cells)
{
    /// <summary>Said under the name.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Posts by rounds, with visible breaks between families: <c>&lt;partial name="/Shared/Trends/_PostRounds.cshtml" model="…" /&gt;</c>.</summary>
sealed record PostRounds(string Caption, string Sub, IReadOnlyList<RoundColumn> Columns, IReadOnlyList<PostRow> Rows, string? Table = null)
{
    /// <summary>What the rows are; null: posts.</summary>
    public string? RowHeader { get; init; }

    /// <summary>Marks of all columns, each once, in order of time; a column shows their numbers.</summary>
    public IReadOnlyList<string> Marks { get; } = Columns.SelectMany(c => c.Marks).Distinct().ToList();

    /// <summary>One page of a longer table, whose length and downloads stand elsewhere.</summary>
    public bool PageOnly { get; init; }
}
