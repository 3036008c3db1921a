namespace Analytics.Domain.Storage.Sqlite;

/// <summary>
/// An operating-system lock on a file: released by the system when the process ends, however it ends. The file says who
/// holds it.
/// </summary>
public sealed class StoreLock : IDisposable
{
    readonly FileStream file;

    StoreLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock at once, or returns null when another process holds it.</summary>
    /// <exception cref="IOException">The file cannot be made there.</exception>
    public static StoreLock? TryTake(string path, string holder = "")
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WriteHolder(path, holder);
            return new StoreLock(file);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Sharing violation: EWOULDBLOCK of Linux, of macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>Takes the lock as soon as it is free; null when it is not free in time.</summary>
    public static StoreLock? WaitFor(string path, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            if (DateTime.UtcNow > until) return null;
            Thread.Sleep(50);
        }
    }

    /// <summary>Who took the lock last, as they wrote it; empty when unknown.</summary>
    public static string HolderOf(string path)
    {
        try { return File.ReadAllText(path + ".by").Trim(); }
        catch (IOException) { return ""; }
    }

    static void WriteHolder(string path, string holder)
    {
        if (holder.Length > 0) File.WriteAllText(path + ".by", holder);
    }

    public void Dispose() => file.Dispose();
}
