namespace Analytics.Ingest.Reading;

/// <summary>A column of a file.</summary>
/// <param name="Name">The contract's name, such as <c>no_confidence</c>; for an unknown column the same as <paramref name="Header"/>.</param>
/// <param name="Header">The header as found; the parts of a header of several rows are joined by " – ".</param>
/// <param name="Index">Place in the file, from 0 for the leftmost.</param>
public sealed record Column(string Name, string Header, int Index)
{
    /// <summary>The letters a spreadsheet shows above the column: A, B … Z, AA.</summary>
    public string Letters => LettersOf(Index);

    internal static string LettersOf(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
