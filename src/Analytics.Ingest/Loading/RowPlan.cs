using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>What is to be done with the rows of one file, after comparing them with what is loaded.</summary>
/// <typeparam name="TRow">The checked row.</typeparam>
/// <typeparam name="TStored">What is stored under the same key.</typeparam>
sealed class RowPlan<TRow, TStored>
{
    public List<TRow> New { get; } = [];
    public List<(TRow Row, TStored Stored)> Corrected { get; } = [];
    public int Unchanged { get; set; }
    public List<Problem> Problems { get; } = [];
    public int Conflicts { get; private set; }

    /// <summary>Files a row under what has to be done with it.</summary>
    /// <param name="differences">How it differs from what is stored; empty when it does not.</param>
    /// <returns>Whether it is a correction.</returns>
    public bool Compare(TRow row, Place place, TStored stored, IReadOnlyList<Difference> differences, LoadOptions options)
    {
        if (differences.Count == 0) Unchanged++;
        else if (options.Replace)
        {
            Corrected.Add((row, stored));
            options.Differences?.Add(row!, place, differences);
        }
        else Refuse(LoadMessages.Conflict(place, differences));
        return differences.Count > 0 && options.Replace;
    }

    /// <summary>Counts a row as rejected.</summary>
    public void Refuse(Problem problem)
    {
        Conflicts++;
        Problems.Add(problem);
    }

    public int Changes => New.Count + Corrected.Count;
}
