namespace Samkjop.Purchasing.Access;

/// <summary>Kinds of what a round's case holds. Wire format.</summary>
public enum RecordKind
{
    /// <summary>Specification, contract and whatever else bidders are given.</summary>
    TenderDocument,

    /// <summary>Criteria, weights, formula and tie-break.</summary>
    Criteria,

    /// <summary>What a supplier or an agency was told.</summary>
    Message,

    /// <summary>A question with its answers.</summary>
    Question,

    /// <summary>A bid with its documents and receipts.</summary>
    Bid,

    /// <summary>The closing manifest and who opened.</summary>
    Opening,

    /// <summary>What the ranking of a lot follows from.</summary>
    Evaluation,

    /// <summary>A bidder's letter.</summary>
    AwardLetter,

    /// <summary>What the proposed winner showed before the award.</summary>
    Evidence,

    /// <summary>A complaint about an award, with what came of it.</summary>
    Complaint,

    /// <summary>The award protocol.</summary>
    Protocol,

    /// <summary>A request for access, with what was decided.</summary>
    AccessRequest,

    /// <summary>Everything that the platform kept, as data.</summary>
    Data,

    /// <summary>The audit log.</summary>
    AuditLog,
}
