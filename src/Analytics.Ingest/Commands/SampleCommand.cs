using System.CommandLine;
using Analytics.Ingest.Samples;

namespace Analytics.Ingest.Commands;

/// <summary><c>sample --out DIR</c>: writes files of the fictional city.</summary>
static class SampleCommand
{
    static readonly Option<string> Out = new("--out") { Description = "Folder to write to", Required = true };
    static readonly Option<int> Seed = new("--seed") { Description = "Seed of the invented figures", DefaultValueFactory = _ => SampleFiles.DefaultSeed };
    static readonly Option<string> Scale = CreateScale();
    static readonly Option<long?> Rows = new("--rows") { Description = "Number of result rows (national scale only)" };

    static Option<string> CreateScale()
    {
        var option = new Option<string>("--scale") { Description = "demo, city or national", DefaultValueFactory = _ => "demo" };
        option.AcceptOnlyFromAmong("demo", "city", "national");
        return option;
    }

    public static Command Create()
    {
        var command = new Command("sample", "Write sample files with invented figures") { Out, Seed, Scale, Rows };
        command.SetWork((parse, ct) =>
        {
            var scale = Enum.Parse<SampleScale>(parse.GetValue(Scale)!, ignoreCase: true);
            if (scale != SampleScale.National && parse.GetValue(Rows) is not null) throw new UsageException("--rows goes with --scale national; the other scales have as many rows as the city has officials.");
            if (parse.GetValue(Rows) is <= 0) throw new UsageException("--rows must be more than 0.");
            foreach (var file in SampleFiles.Write(parse.GetValue(Out)!, scale, parse.GetValue(Seed), parse.GetValue(Rows), ct))
                Console.WriteLine(file);
            return Cli.Done;
        });
        return command;
    }
}
