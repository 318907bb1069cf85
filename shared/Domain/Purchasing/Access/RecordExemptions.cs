namespace Samkjop.Purchasing.Access;

/// <summary>What the law keeps from the public at which stage, before anybody looks at a document by itself.</summary>
public static class RecordExemptions
{
    /// <summary>Why records of a kind are exempt as a rule; null when they are open as a rule.</summary>
    public static Exemption? Of(RecordKind kind, AccessStage stage) => kind switch
    {
        RecordKind.Bid or RecordKind.Opening or RecordKind.Evaluation or RecordKind.Protocol or RecordKind.AwardLetter
            or RecordKind.Evidence or RecordKind.Complaint when stage < AccessStage.Awarded => Exemption.UntilAward,
        RecordKind.Question or RecordKind.TenderDocument or RecordKind.Criteria or RecordKind.Message when stage is AccessStage.Preparing => Exemption.Internal,
        RecordKind.Data or RecordKind.AuditLog => Exemption.Internal,
        _ => null,
    };
}
