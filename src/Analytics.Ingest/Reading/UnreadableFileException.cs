namespace Analytics.Ingest.Reading;

/// <summary>Reading cannot go on. Never leaves <see cref="FileReader"/>: it becomes an <c>unreadable-file</c> problem.</summary>
internal sealed class UnreadableFileException(string vi, string en) : Exception(en)
{
    public Problem ToProblem() => new(null, null, null, null, "unreadable-file", Severity.Error, vi, Message);
}
