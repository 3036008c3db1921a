namespace Analytics.Domain.Storage;

/// <summary>A lock where none is needed.</summary>
sealed class Nothing : IDisposable
{
    public static Nothing ToRelease { get; } = new();

    public void Dispose() { }
}
