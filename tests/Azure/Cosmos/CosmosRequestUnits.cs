namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>
/// What the server charges: a model, not a measurement. A point read of 1 KB costs 1 RU and of 100 KB 10, a write 5 and 50
/// (Microsoft Learn, "Optimize reads and writes cost in Azure Cosmos DB"), and in between on the straight line. A replacement takes
/// index entries out and puts new ones in, and counts as two writes. A query costs 2.3 RU per physical partition that it is sent to (the least that is
/// seen charged for one, same place) and the read of what it returns. Reads and queries cost twice as much where the account is strongly consistent
/// (Microsoft Learn, "Consistency levels in Azure Cosmos DB").
/// </summary>
/// <param name="Strong">Whether the account is strongly consistent, as the app expects of it.</param>
public sealed record CosmosRequestUnits(bool Strong = true)
{
    private const double QueryBase = 2.3;

    private double ReadFactor => Strong ? 2 : 1;

    public double Read(int bytes) => ReadFactor * Line(bytes, 1, 10);

    public double Missing => ReadFactor;

    public double Create(int bytes) => Line(bytes, 5, 50);

    public double Replace(int bytes) => 2 * Line(bytes, 5, 50);

    public double Delete(int bytes) => Line(bytes, 5, 50);

    public double Query(IEnumerable<int> documents) => ReadFactor * (QueryBase + documents.Sum(bytes => Line(bytes, 1, 10) * bytes / Math.Max(bytes, 1024.0)));

    private static double Line(int bytes, double atOne, double atHundred) =>
        Math.Round(atOne + (Math.Max(0, (bytes / 1024.0) - 1) * (atHundred - atOne) / 99), 2);
}
