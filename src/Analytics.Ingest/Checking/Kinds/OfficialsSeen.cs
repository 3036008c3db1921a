using System.Runtime.InteropServices;
using Analytics.Domain.Names;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.Kinds;

/// <summary>The officials of result rows gone by, to find the same one twice in a round, unit and position.</summary>
/// <remarks>
/// Made for millions of rows: of each only a hash of 96 bits and its place are kept, 20 bytes with the room between them, and no
/// text. Two different officials among a million rows agree in it with a probability below 10⁻¹⁶.
/// </remarks>
/// <param name="findings">Where a repeated row is reported.</param>
/// <param name="rowCount">Rows of the file: room is made for so many.</param>
internal sealed class OfficialsSeen(Findings findings, int rowCount)
{
    readonly record struct Fingerprint(ulong A, uint B);

    /// <param name="Place">Number of the place, from 1; 0 where a slot is free.</param>
    readonly record struct Seen(ulong A, uint B, int Place);

    /// <summary>Each stands in the slot its hash asks for, or in the first free one behind it.</summary>
    readonly Seen[] slots = new Seen[rowCount + rowCount / 4 + 1];

    /// <summary>Places are numbered through the file: the rows of a sheet follow the last of the sheet before.</summary>
    readonly List<(string? Sheet, int Before)> sheets = [];
    int lastPlace;

    /// <summary>Reports the current row when its official has come before.</summary>
    public void Check(Round round, Unit unit, Position position, string name, string? code, string? born)
    {
        var (a, b) = Of(round, unit, position, name, code, born);
        ref var slot = ref SlotOf(a, b);
        if (slot.Place == 0) slot = new(a, b, NumberOf(findings.Place));
        else
            findings.Error("official", null, Rule.DuplicateRow,
                Messages.DuplicateRow(Messages.SameOfficial(round.Code, unit.Code, position.Code), PlaceOf(slot.Place), findings.Place));
    }

    /// <summary>Where the hash stands, or is to stand.</summary>
    ref Seen SlotOf(ulong a, uint b)
    {
        var at = (int)Math.BigMul(a, (ulong)slots.Length, out _);
        while (slots[at].Place != 0 && (slots[at].A != a || slots[at].B != b))
            if (++at == slots.Length) at = 0;
        return ref slots[at];
    }

    /// <summary>The same identity as <see cref="Domain.People.OfficialKeys"/>: the code where there is one, else folded name and birth.</summary>
    static Fingerprint Of(Round round, Unit unit, Position position, string name, string? code, string? born)
    {
        var hash = new Mixer();
        hash.Add(((ulong)(uint)round.Id << 32) | (uint)unit.Id);
        hash.Add(((ulong)(uint)position.Id << 1) | (code is null ? 0UL : 1));
        hash.Add(code ?? Folding.Fold(name));
        if (code is null) hash.Add(born ?? "");
        return new(hash.A, (uint)(hash.B >> 32));
    }

    int NumberOf(Place place)
    {
        if (sheets.Count == 0 || sheets[^1].Sheet != place.Sheet) sheets.Add((place.Sheet, lastPlace));
        var number = sheets[^1].Before + place.Row;
        lastPlace = Math.Max(lastPlace, number);
        return number;
    }

    Place PlaceOf(int number)
    {
        var (sheet, before) = sheets.FindLast(s => s.Before < number);
        return new(sheet, number - before);
    }

    /// <summary>Two chains of multiplications with different odd factors, folded after each step.</summary>
    struct Mixer()
    {
        public ulong A { get; private set; } = 0x9E3779B97F4A7C15;
        public ulong B { get; private set; } = 0xC2B2AE3D27D4EB4F;

        public void Add(ulong value)
        {
            A = Fold(A ^ value, 0xD6E8FEB86659FD93);
            B = Fold(B ^ (value * 0x9FB21C651E98DF25), 0xA0761D6478BD642F);
        }

        public void Add(ReadOnlySpan<char> text)
        {
            Add((ulong)text.Length);
            var words = MemoryMarshal.Cast<char, ulong>(text);
            foreach (var word in words) Add(word);
            foreach (var letter in text[(words.Length * 4)..]) Add((ulong)letter);
        }

        static ulong Fold(ulong value, ulong factor)
        {
            var high = Math.BigMul(value, factor, out var low);
            return high ^ low ^ (value >> 29);
        }
    }
}
