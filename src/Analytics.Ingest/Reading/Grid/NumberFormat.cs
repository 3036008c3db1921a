using System.Globalization;

namespace Analytics.Ingest.Reading.Grid;

/// <summary>What a number stands for, by the format of its cell.</summary>
internal enum NumberMeaning { Number, Date, DateTime, Time, Percent, Padded }

/// <summary>A format as far as reading needs it.</summary>
/// <param name="Meaning">What a number stands for.</param>
/// <param name="Digits">For a padded number the least number of digits: format 00000 shows 97 as 00097.</param>
internal readonly record struct NumberFormat(NumberMeaning Meaning, int Digits = 0)
{
    /// <summary>Reads a format code such as <c>dd/mm/yyyy</c>, <c>0.00%</c> or <c>00000</c>; only its first section counts.</summary>
    public static NumberFormat Of(string code)
    {
        var (date, time, percent, minutes) = (false, false, false, false);
        var digits = "";
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c == '"')
                i = End(code, i, '"');
            else if (c is '\\' or '_' or '*')
                i++;
            else if (c == '[')
            {
                var end = End(code, i, ']');
                time |= code[Math.Min(i + 1, end)..end].ToLowerInvariant() is "h" or "hh" or "m" or "mm" or "s" or "ss";
                i = end;
            }
            else
            {
                date |= c is 'y' or 'd';
                time |= c is 'h' or 's';
                minutes |= c == 'm';
                percent |= c == '%';
                digits += c;
            }
        }
        // m is a month, unless only hours or seconds stand beside it; "General" holds neither.
        if (date || minutes && !time)
            return new(time ? NumberMeaning.DateTime : NumberMeaning.Date);
        if (time)
            return new(NumberMeaning.Time);
        if (percent)
            return new(NumberMeaning.Percent);
        return digits.Length > 1 && digits.All(d => d == '0') ? new(NumberMeaning.Padded, Math.Min(digits.Length, 20)) : default;
    }

    /// <summary>The formats every workbook knows without naming them.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        9 or 10 => new(NumberMeaning.Percent),
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(NumberMeaning.Date),
        22 => new(NumberMeaning.DateTime),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => new(NumberMeaning.Time),
        _ => default,
    };

    static int End(string code, int start, char closing) => code.IndexOf(closing, start + 1) is >= 0 and var end ? end : code.Length;
}
