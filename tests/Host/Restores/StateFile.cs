using Microsoft.Data.Sqlite;

namespace Samkjop.Tests.Host.Restores;

/// <summary>What an operator can lose or put back, done to the state file: task hub and documents apart. Blobs, queues and timers stay as they are.</summary>
internal static class StateFile
{
    private const string LoseHub = "DELETE FROM dt_history; DELETE FROM dt_message; DELETE FROM dt_instance;";

    private const string Keep = "DROP TABLE IF EXISTS drill_documents; CREATE TABLE drill_documents AS SELECT * FROM doc_documents;";

    /// <summary>Cosmos DB never gives an ETag twice, so the count of commits goes on.</summary>
    private const string PutBack = "DELETE FROM doc_documents; INSERT INTO doc_documents SELECT * FROM drill_documents;";

    /// <summary>All orchestrations are gone.</summary>
    public static void LoseTaskHub(string folder) => Run(folder, LoseHub);

    /// <summary>The documents as they are now: the point in time to restore to.</summary>
    public static void KeepDocuments(string folder) => Run(folder, Keep);

    /// <summary>The documents as they were kept.</summary>
    public static void RestoreDocuments(string folder) => Run(folder, PutBack);

    private static void Run(string folder, string script)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "samkjop.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN IMMEDIATE; {script} COMMIT;";
        command.ExecuteNonQuery();
    }
}
