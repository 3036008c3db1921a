namespace Analytics.Web.Shared;

/// <summary>What somebody typed into a form, without the signs nobody sees: some cannot be stored (a server's text holds no NUL), others not printed.</summary>
static class Typed
{
    /// <summary>One line, without blanks around it; empty where nothing was typed.</summary>
    public static string Line(string? typed) => string.Concat((typed ?? "").ReplaceLineEndings(" ").Select(c => c == '\t' ? ' ' : c).Where(c => !char.IsControl(c))).Trim();

    /// <summary>Lines, ended by <c>\n</c>.</summary>
    public static string Lines(string? typed) => string.Concat((typed ?? "").ReplaceLineEndings("\n").Select(c => c == '\t' ? ' ' : c).Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
