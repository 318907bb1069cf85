using Samkjop.Ports;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing;

/// <summary>A lot as consolidation made it, kept when an officer first adjusts the lots, so that what was changed can always be told.</summary>
public sealed record LotProposal(string RoundId, ConsolidatedLot Content) : IDocument
{
    public const string IdPrefix = "proposal-";

    public static string Container => Containers.Rounds;

    public static string Kind => "lotProposal";

    public static int SchemaVersion => 1;

    public string Id => IdPrefix + Content.LotId;

    public string PartitionKey => RoundId;

    public string? Mark => null;
}
