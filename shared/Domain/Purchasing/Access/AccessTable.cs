namespace Samkjop.Purchasing.Access;

/// <summary>What can be read about a round, sorted by who may read it.</summary>
public enum ReadKind
{
    /// <summary>The round itself, its lots, documents, deadlines, questions with answers, and what one was told.</summary>
    Facts,

    /// <summary>Needs, fleets, people and reports: the municipality's own.</summary>
    Needs,

    /// <summary>What is prepared before the invitation, by those who run rounds.</summary>
    Preparation,

    /// <summary>A supplier's own bid, with receipts and what is secret in it; for others it is <see cref="BidContents"/>.</summary>
    OwnBid,

    /// <summary>Bids and what is made of them: evaluations, rankings, comparisons.</summary>
    BidContents,

    /// <summary>Complaints about awards: a supplier's own, and those who read bids.</summary>
    Complaints,

    /// <summary>Who has declared what of its impartiality.</summary>
    Declarations,

    /// <summary>Proposal, decision and the letters to all.</summary>
    Award,

    /// <summary>A bidder's own letter.</summary>
    OwnLetter,

    /// <summary>Evidence that the winner gave.</summary>
    Evidence,

    /// <summary>The contract of a lot, for those who sign it.</summary>
    Contract,

    /// <summary>Orders, deliveries and damages.</summary>
    Orders,

    /// <summary>Award notices.</summary>
    Notices,

    /// <summary>The award protocol.</summary>
    Protocol,

    /// <summary>The audit log and the journal with its files.</summary>
    Records,

    /// <summary>Requests for access, with what was given.</summary>
    AccessRequests,
}

/// <summary>Who reads, once named for the round and, where bids are read, declared impartial.</summary>
public enum AccessReader
{
    Officer,
    Opener,
    Evaluator,
    Decider,
    ContractManager,
    QualificationOfficer,
    Auditor,
    Administrator,
    NeedReporter,
    BudgetHolder,

    /// <summary>A user of a supplier that is invited to the round.</summary>
    Bidder,

    /// <summary>A user of any other supplier.</summary>
    OtherSupplier,
}

/// <summary>How far somebody reads.</summary>
public enum AccessReach
{
    /// <summary>Nothing, and not whether there is anything.</summary>
    None,

    /// <summary>What is the reader's own, or about it.</summary>
    Own,

    /// <summary>All of it.</summary>
    Full,
}

/// <summary>
/// The access rules in one table: who reads what of a round at which stage. The public reads nothing here; it asks (<see cref="AccessRequest"/>) and gets what is
/// decided, redacted where it must be.
/// </summary>
public static class AccessTable
{
    /// <summary>How far the reader gets.</summary>
    public static AccessReach Of(ReadKind kind, AccessReader reader, AccessStage stage) => reader switch
    {
        AccessReader.OtherSupplier => AccessReach.None,
        AccessReader.Bidder => OfBidder(kind, stage),
        AccessReader.NeedReporter or AccessReader.BudgetHolder => OfAgency(kind, stage),
        _ => OfRunning(kind, reader, stage),
    };

    /// <summary>Suppliers: their own, and what all invited are told. What others bid, never; who won and why, by their letter.</summary>
    private static AccessReach OfBidder(ReadKind kind, AccessStage stage) => kind switch
    {
        _ when stage is AccessStage.Preparing => AccessReach.None,
        ReadKind.Facts or ReadKind.OwnBid or ReadKind.AccessRequests => AccessReach.Own,
        ReadKind.Complaints when stage >= AccessStage.Opened => AccessReach.Own,
        ReadKind.OwnLetter or ReadKind.Orders or ReadKind.Contract when stage >= AccessStage.Awarded => AccessReach.Own,
        _ => AccessReach.None,
    };

    private static AccessReach OfAgency(ReadKind kind, AccessStage stage) => kind switch
    {
        ReadKind.Facts => AccessReach.Full,
        ReadKind.Needs => AccessReach.Own,
        ReadKind.Orders when stage >= AccessStage.Awarded => AccessReach.Own,
        _ => AccessReach.None,
    };

    private static AccessReach OfRunning(ReadKind kind, AccessReader reader, AccessStage stage) => kind switch
    {
        ReadKind.Facts or ReadKind.Needs => AccessReach.Full,
        ReadKind.OwnBid or ReadKind.BidContents or ReadKind.Complaints => stage >= AccessStage.Opened && ReadsBids(reader) ? AccessReach.Full : AccessReach.None,
        ReadKind.Protocol => stage is AccessStage.Opened ? If(ReadsBids(reader) && reader is not AccessReader.Evaluator) : If(ReadsProtocol(reader)),
        ReadKind.Preparation => If(reader is AccessReader.Officer or AccessReader.Auditor),
        ReadKind.Award or ReadKind.Evidence when stage < AccessStage.Opened => AccessReach.None,
        ReadKind.Award => If(ReadsBids(reader) || (reader is AccessReader.ContractManager && stage >= AccessStage.Awarded)),
        ReadKind.Evidence => If(reader is AccessReader.Officer or AccessReader.Decider or AccessReader.Auditor),
        ReadKind.Contract => If(reader is AccessReader.Decider or AccessReader.ContractManager),
        ReadKind.Orders or ReadKind.Notices => If(ReadsProtocol(reader)),
        ReadKind.Records or ReadKind.AccessRequests or ReadKind.Declarations => If(reader is AccessReader.Officer or AccessReader.Auditor),
        _ => AccessReach.None,
    };

    private static bool ReadsBids(AccessReader reader) => reader is AccessReader.Officer or AccessReader.Evaluator or AccessReader.Decider or AccessReader.Auditor;

    private static bool ReadsProtocol(AccessReader reader) =>
        reader is AccessReader.Officer or AccessReader.Decider or AccessReader.ContractManager or AccessReader.Auditor;

    private static AccessReach If(bool may) => may ? AccessReach.Full : AccessReach.None;
}
