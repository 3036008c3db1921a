using System.Collections.Frozen;

namespace Analytics.Ingest.Reading;

/// <summary>The columns of one sheet, shared by its rows so that a row is no more than an array of texts.</summary>
internal sealed class SheetColumns
{
    readonly FrozenDictionary<string, int> _slots;

    public SheetColumns(string? sheet, IEnumerable<Column> known, IReadOnlyList<Column> unknown)
    {
        Sheet = sheet;
        Unknown = unknown;
        All = [.. known.Concat(unknown).OrderBy(c => c.Index)];
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var slot = 0; slot < All.Count; slot++)
            slots.TryAdd(All[slot].Name, slot);
        _slots = slots.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string? Sheet { get; }

    /// <summary>Every column kept, in the order of the sheet; a row's cells stand in the same order.</summary>
    public IReadOnlyList<Column> All { get; }

    public IReadOnlyList<Column> Unknown { get; }

    public bool TryFind(string name, out int slot) => _slots.TryGetValue(name, out slot);

    /// <summary>Place in the file of a contract's column, or −1.</summary>
    public int IndexOf(string name) => TryFind(name, out var slot) ? All[slot].Index : -1;
}
