using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>One kind of file on its way into the store: compared first, saved only when the file is accepted.</summary>
interface IRowLoading
{
    int New { get; }
    int Unchanged { get; }
    int Corrected { get; }
    /// <summary>Rows refused because they differ from what is loaded.</summary>
    int Conflicts { get; }
    /// <summary>What else the user should know, Vietnamese and English parted by <c> / </c>.</summary>
    IReadOnlyList<string> Notes => [];
    /// <summary>Problems that only the store can tell.</summary>
    IReadOnlyList<Problem> Problems { get; }

    void Compare(CheckedFile file);

    void Save(int importId);
}
