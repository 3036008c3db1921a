return Analytics.Ingest.Commands.Cli.Run(args);

/// <summary>Of this assembly alone: who refers to it has a program of its own.</summary>
internal partial class Program;
