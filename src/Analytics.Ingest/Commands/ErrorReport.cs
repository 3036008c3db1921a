using System.Globalization;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Commands;

/// <summary>A mistake of this program: the details go to a file, the user sees its number.</summary>
static class ErrorReport
{
    /// <returns>The message for the user.</returns>
    public static string Write(Exception error)
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        try
        {
            var folder = Path.Combine(Places.App(Environment.GetEnvironmentVariable("ANALYTICS_DATA")), "errors");
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, id + ".txt");
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:O}\n{error}\n"));
            return $"This program made a mistake (error {id}). What was not finished changed nothing. Please report it with the file {path}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"This program made a mistake (error {id}, {error.GetType().Name}). What was not finished changed nothing.";
        }
    }
}
