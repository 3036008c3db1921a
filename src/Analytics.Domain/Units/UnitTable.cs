using System.Runtime.InteropServices;

namespace Analytics.Domain.Units;

/// <summary>A value for each unit version, by its id; the default value stands for nothing.</summary>
/// <remarks>
/// Ids are given one after the other, so nearly all values of a page are used: a third of the memory of a dictionary. Pages
/// are small enough not to become large objects, whose place is not closed up when they are gone.
/// </remarks>
public sealed class UnitTable<T> where T : struct
{
    const int PageBits = 8, PageSize = 1 << PageBits;

    readonly List<T[]?> pages = [];

    /// <summary>The value of a unit, to be read or changed.</summary>
    public ref T this[int unitId]
    {
        get
        {
            var page = unitId >> PageBits;
            if (page >= pages.Count) CollectionsMarshal.SetCount(pages, page + 1);
            return ref (pages[page] ??= new T[PageSize])[unitId & (PageSize - 1)];
        }
    }

    /// <summary>The value of a unit; nothing is made for one that has none.</summary>
    public T Find(int unitId) => unitId >> PageBits is var page && page < pages.Count && pages[page] is { } values ? values[unitId & (PageSize - 1)] : default;

    /// <summary>Every unit of a page in use, by its id, those without a value too.</summary>
    public IEnumerable<(int UnitId, T Value)> All()
    {
        for (var page = 0; page < pages.Count; page++)
            if (pages[page] is { } values)
                for (var i = 0; i < PageSize; i++)
                    yield return ((page << PageBits) + i, values[i]);
    }
}
