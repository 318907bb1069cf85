using Samkjop.Host.Scenarios;
using Spectre.Console;
using Table = Samkjop.Host.Scenarios.Table;

namespace Samkjop.Host.CommandLine;

/// <summary>The tables and last lines of a rehearsal: drawn on a terminal, plain in a file or pipe.</summary>
internal static class EndOfStory
{
    public static async Task WriteAsync(RehearsalEnd end, TextWriter output)
    {
        foreach (var table in end.Tables.Where(t => t.Rows.Count > 0))
        {
            if (Console.IsOutputRedirected)
            {
                foreach (var line in table.Lines())
                {
                    await output.WriteLineAsync(line);
                }
            }
            else
            {
                AnsiConsole.Write(Drawn(table));
            }
        }

        await output.WriteLineAsync();
        foreach (var (roundId, protocol) in end.Protocols)
        {
            await output.WriteLineAsync(protocol is not null
                ? $"The award protocol of round {roundId} lies in the rehearsal's folder, at {protocol}"
                : $"There is no award protocol of round {roundId}: it has not closed, or closed without a purchase.");
        }

        await output.WriteLineAsync($"{end.Requests} requests were played, each answered as the scenario expects.");
    }

    private static Spectre.Console.Table Drawn(Table table)
    {
        var drawn = new Spectre.Console.Table { Title = new TableTitle(Markup.Escape(table.Title)), Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
        {
            var heading = new TableColumn(Markup.Escape(Table.Heading(column)));
            drawn.AddColumn(Table.IsRight(column) ? heading.RightAligned() : heading);
        }

        foreach (var row in table.Rows)
        {
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        }

        return drawn;
    }
}
