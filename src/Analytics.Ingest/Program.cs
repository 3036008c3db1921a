return Analytics.Ingest.Commands.Cli.Run(args);
