namespace Samkjop.Embedded.Runtime;

/// <summary>What a piece of work is; for logs and for the count of what keeps a process busy.</summary>
public enum WorkKind
{
    /// <summary>An HTTP request that is being served.</summary>
    Request,

    /// <summary>A turn of an orchestration.</summary>
    Turn,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A durable timer or an occurrence of a timer trigger.</summary>
    Timer,

    /// <summary>A queue message.</summary>
    Message,

    /// <summary>A page of the change feed.</summary>
    Feed,

    /// <summary>An outbound delivery (webhook, mail).</summary>
    Delivery,

    /// <summary>A step of a scenario.</summary>
    Step,
}
