using System.CommandLine;
using Analytics.Domain.Storage;

namespace Analytics.Ingest.Commands;

/// <summary>The command line: parses, runs, and turns what can go wrong for a user into one message and exit code 2.</summary>
public static class Cli
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    static RootCommand Root() => new("Confidence vote results: load, check, compute, print. / Nạp, kiểm tra, tính và in kết quả lấy phiếu tín nhiệm.")
    {
        StoreOptions.Db,
        ImportCommand.Import(), ImportCommand.Check(), WithdrawCommand.Create(), MatchesCommand.Create(), WatchCommand.Create(), RefreshCommand.Create(),
        TrendsCommand.Create(), OfficialsCommand.Create(), SampleCommand.Create(), TemplateCommand.Create(),
        BackupCommand.Create(), RestoreCommand.Create(), VerifyCommand.Create(),
    };

    public static int Run(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        // A file name may begin with @; there are no response files.
        var parse = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors) Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine("See --help.");
            return WrongUsage;
        }
        try
        {
            return parse.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
        }
        // The outermost edge: whatever it is, the user sees a message.
        catch (Exception e)
        {
            Console.Error.WriteLine(Explain(e) ?? ErrorReport.Write(e));
            return WrongUsage;
        }
    }

    /// <summary>What to tell the user of an error of the outside world; null for a mistake of this program.</summary>
    static string? Explain(Exception e) => e switch
    {
        UsageException => e.Message,
        FileNotFoundException or DirectoryNotFoundException => $"Not found: {e.Message}",
        UnauthorizedAccessException => $"No permission: {e.Message}",
        OperationCanceledException => "Stopped; files that were not finished changed nothing.",
        _ => StoreFaults.Explain(e),
    };
}

/// <summary>A wrong call; the message says what was found and what was expected.</summary>
sealed class UsageException(string message) : Exception(message);
