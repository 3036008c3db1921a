namespace Analytics.Web.Briefings.Pdf;

/// <param name="Words">Parts of the line that justifying may draw apart.</param>
/// <param name="Last">Of its paragraph, or before a line break: not justified.</param>
sealed record PdfLine(IReadOnlyList<string> Words, bool Last)
{
    public string Text => string.Join(' ', Words);
}

/// <summary>Breaks text into lines.</summary>
static class PdfLines
{
    /// <summary>Beginning a line they would hang in the air.</summary>
    static readonly HashSet<string> NeverFirst = new(StringComparer.Ordinal) { "–", "—", ";", ":", "=", "<", ">", "≤", "≥", "×", "/" };

    /// <summary>What follows them belongs to them: the sign of a list, both sides of a comparison.</summary>
    static readonly HashSet<string> NeverLast = new(StringComparer.Ordinal) { "-", "=", "<", ">", "≤", "≥", "×", "/" };

    /// <param name="width">Of a line in points; the first is narrower by <paramref name="firstLine"/>.</param>
    /// <param name="measure">Width of a text in points.</param>
    /// <returns>At least one line, which may be empty. Blanks that do not break (U+00A0) keep what they join on one line.</returns>
    public static List<PdfLine> Of(string text, double width, double firstLine, Func<string, double> measure)
    {
        var lines = new List<PdfLine>();
        foreach (var part in text.Split('\n'))
        {
            List<string> line = [];
            foreach (var word in Words(part).SelectMany(w => Fitting(w, width, measure)))
            {
                if (line.Count > 0 && measure(string.Join(' ', line.Append(word))) > Width())
                {
                    lines.Add(new(line, Last: false));
                    line = [];
                }
                line.Add(word);
            }
            lines.Add(new(line, Last: true));
        }
        return lines;

        double Width() => lines.Count == 0 ? width - firstLine : width;
    }

    /// <summary>What stays together, in order. Several blanks leave room for the hand: they stay as they are, with what they part.</summary>
    static List<string> Words(string text)
    {
        var words = new List<string>();
        if (text.Length == 0) return words;
        string? before = null;
        foreach (var word in text.Split(' '))
        {
            if (before is not null && (word.Length == 0 || before.Length == 0 || NeverFirst.Contains(word) || NeverLast.Contains(before))) words[^1] += " " + word;
            else words.Add(word);
            before = word;
        }
        return words;
    }

    /// <summary>A word wider than a line, an address or the name of a file, is cut where the line ends; several that would stay together part again.</summary>
    static IEnumerable<string> Fitting(string word, double width, Func<string, double> measure)
    {
        if (measure(word) <= width) return [word];
        return word.Contains(' ') ? word.Split(' ').SelectMany(w => Fitting(w, width, measure)) : Cut(word, width, measure);
    }

    static IEnumerable<string> Cut(string word, double width, Func<string, double> measure)
    {
        var rest = word;
        while (rest.Length > 1 && measure(rest) > width)
        {
            var length = rest.Length - 1;
            while (length > 1 && (measure(rest[..length]) > width || char.IsLowSurrogate(rest[length]))) length--;
            yield return rest[..length];
            rest = rest[length..];
        }
        yield return rest;
    }
}
