using Samkjop.Ports;

namespace Samkjop.Decisions;

/// <summary>A document that decisions are made on.</summary>
public interface IAggregate<TSelf> : IDocument
    where TSelf : class, IAggregate<TSelf>
{
    Ledger Ledger { get; init; }

    /// <summary>The same document with another ledger.</summary>
    TSelf With(Ledger ledger);

    /// <summary>Whether its life goes from one state to the other; null for the state before the first. What does not fit is a fault of the code and is never written.</summary>
    static virtual bool MayBecome(TSelf? from, TSelf to) => true;
}

/// <summary>Marks that the sweep looks for.</summary>
public static class Marks
{
    /// <summary>Events wait to be relayed.</summary>
    public const string Pending = "pending";

    /// <summary>Alive: an orchestrator should be at work.</summary>
    public const string Open = "open";

    /// <summary>Ended.</summary>
    public const string Closed = "closed";

    /// <summary>Pending first, else what the state says.</summary>
    public static string Of(Ledger ledger, string otherwise = Open) => ledger.Pending.IsEmpty ? otherwise : Pending;
}
