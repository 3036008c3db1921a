using Analytics.Domain.Dates;
using Analytics.Domain.Storage;

namespace Analytics.Web.Hosting;

/// <summary>The working days of <c>data/reference/working-days.csv</c>, which an office adds to when a year's notice comes; read at start.</summary>
static class WorkingDays
{
    static string File => Path.Combine(Places.Data, "reference", "working-days.csv");

    /// <exception cref="StoreException">The file is missing or a line of it cannot be read.</exception>
    public static WorkingCalendar Read()
    {
        try
        {
            return WorkingCalendar.Read(System.IO.File.ReadLines(File));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{File}: {fault.Message}", fault);
        }
    }
}
