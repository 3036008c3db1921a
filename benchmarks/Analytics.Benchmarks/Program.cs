using Analytics.Benchmarks.Core;
using Analytics.Benchmarks.Measurements;

// In this order a later part finds the stores of an earlier one; the parts that write to them come last.
(string Name, Action<Workspace, Report> Run)[] parts =
[
    ("import", ImportMeasurement.Run),
    ("refresh", RefreshMeasurement.Run),
    ("postgres", PostgresMeasurement.Run),
    ("linear", LinearMeasurement.Run),
    ("busy", BusyMeasurement.Run),
    ("overview", OverviewMeasurement.Run),
    ("coverage", CoverageMeasurement.Run),
    ("pages", PagesMeasurement.Run),
    ("cases", CasesMeasurement.Run),
    ("memory", MemoryMeasurement.Run),
    ("start", StartMeasurement.Run),
    ("small", SmallFileMeasurement.Run),
    ("charts", ChartMeasurement.Run),
];

if (Arguments.Parse(args, [.. parts.Select(p => p.Name)]) is not { } arguments)
{
    Console.Error.WriteLine("Usage: " + Arguments.Usage);
    return 2;
}

using var workspace = new Workspace(arguments.Rows);
var report = new Report(arguments);
var failed = false;
foreach (var (name, run) in parts)
{
    if (!arguments.Parts.Contains("all") && !arguments.Parts.Contains(name)) continue;
    Console.Error.WriteLine($"Measuring {name} …");
    try
    {
        run(workspace, report);
    }
    catch (Exception failure)
    {
        // What was measured before it is worth hours of machine time.
        Console.Error.WriteLine(failure);
        failed = true;
    }
}
Console.WriteLine(report.ToMarkdown());
if (arguments.Save is { } file) Console.Error.WriteLine("Saved: " + report.Save(file));
return failed ? 1 : 0;
