namespace Samkjop.Purchasing;

/// <summary>Where a round is in its life. Each phase is entered by one decision on the round document. Wire format.</summary>
public enum RoundPhase
{
    /// <summary>Needs are reported and approved until the lots are locked.</summary>
    CollectingNeeds,

    /// <summary>Needs are pinned one by one and consolidated into lots; nobody can report any more.</summary>
    Consolidating,

    /// <summary>Lots are locked; an officer prepares the documents and releases the invitation.</summary>
    AwaitingInvitation,

    /// <summary>The invitation is out; bids are received within the bid window.</summary>
    Bidding,

    /// <summary>The window has closed and the manifest is fixed; two openers are awaited.</summary>
    AwaitingOpening,

    /// <summary>Bids are open; evaluators check and score them, lot by lot.</summary>
    Evaluating,

    /// <summary>Every lot is ranked; awards are proposed, decided, told, stood still for and signed, lot by lot.</summary>
    Awarding,

    /// <summary>Orders are out with the suppliers.</summary>
    Delivering,

    /// <summary>An officer has cancelled the round before any award; all are being told.</summary>
    Cancelling,

    /// <summary>Every order has ended and the protocol is complete, or the round ended without a purchase.</summary>
    Closed,
}
