using Microsoft.Data.Sqlite;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Openings;

/// <summary>What the engine keeps of an orchestration, operators see.</summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData("bertel")]
    [InlineData("419876")]
    [InlineData("e-Deliver")]
    public async Task No_history_payload_or_status_of_an_orchestration_tells_who_bid_or_what(string secret)
    {
        await using var round = await SealedRound.StartAsync();
        var database = Path.Combine(round.App.Folder, "samkjop.db");
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(419_876));
        var kept = EngineText(database);
        await round.CloseAsync();
        kept += EngineText(database);
        await round.OpenAsync();
        kept += EngineText(database);

        Assert.Contains("CheckLot", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
    }

    /// <summary>Everything in the engine's tables, as text.</summary>
    private static string EngineText(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'dt\\_%' ESCAPE '\\'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return string.Concat(tables.Select(table => TableText(connection, table)));
    }

    private static string TableText(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var text = new System.Text.StringBuilder();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                text.Append(reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append('\n');
            }
        }

        return text.ToString();
    }
}
