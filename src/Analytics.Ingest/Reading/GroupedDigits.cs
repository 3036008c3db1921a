namespace Analytics.Ingest.Reading;

/// <summary>Thousands as people write them: 1.234, 1,234, 1 234 (a no-break space has become a plain one by then).</summary>
internal static class GroupedDigits
{
    /// <summary>Whether digits stand in groups of three behind a first one of one to three that does not start with 0, the same separator between all.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExceptInRange('0', '9');
        if (first is < 1 or > 3 || text[0] == '0' || text[first] is not ('.' or ',' or ' ')) return false;
        var separator = text[first];
        for (var rest = text[first..]; !rest.IsEmpty; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != separator || rest[1..4].ContainsAnyExceptInRange('0', '9')) return false;
        }
        return true;
    }
}
