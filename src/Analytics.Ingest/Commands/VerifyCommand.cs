using System.CommandLine;
using Analytics.Ingest.Loading;

namespace Analytics.Ingest.Commands;

/// <summary><c>verify</c>: checks the store; exit code 1 when anything is wrong.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Check the store: file, references, versions, trends, archive");
        command.SetAction((parse, ct) =>
        {
            using var reader = StoreOptions.OpenToRead(parse).Read();
            var findings = new StoreVerification(reader, new Archive(StoreOptions.AppFolder)).Run(ct);
            foreach (var (check, wrong) in findings)
                Console.WriteLine(wrong.Count == 0 ? $"ok     {check}" : $"WRONG  {check}: {string.Join("; ", wrong)}");
            return Task.FromResult(findings.Any(f => f.Wrong.Count > 0) ? Cli.Refused : Cli.Done);
        });
        return command;
    }
}
