using System.CommandLine;
using Demarche.Cli.Commands;

namespace Demarche.Cli;

/// <summary>All verbs.</summary>
internal static class CommandLine
{
    /// <summary>The root of the command line, new for each run.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Reads news of political crises and keeps the record: events, statements, positions, demands, figures and times.")
        {
            CodeCommand.Create(),
            BriefCommand.Create(),
            ParseCommand.Create(),
            ExplainCommand.Create(),
            WhoCommand.Create(),
            ScoreCommand.Create(),
            LexiconCommand.Create(),
            LedgerCommand.Create(),
            WhatIfCommand.Create(),
            McpCommand.Create(),
            AddCommand.Create(),
            ExportCommand.Create(),
            ImportCommand.Create(),
            WatchCommand.Create(),
            DeskCommand.Create(),
        };
        return root;
    }
}
