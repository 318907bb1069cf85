namespace Samkjop.Embedded.DurableTask;

/// <summary>
/// Makes the engine show what real backends do at their worst, so that tests find code that relies on better.
/// The same seed gives the same mischief where the order of work is the same, as it is on a virtual clock.
/// </summary>
public sealed record HostileMode
{
    /// <summary>Where the dice begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Chance from 0 to 1 that an activity runs a second time; the second result is dropped.</summary>
    public double RepeatActivity { get; init; } = 0.3;

    /// <summary>Chance from 0 to 1 that a message waits for later ones and is overtaken by them.</summary>
    public double DelayMessage { get; init; } = 0.3;

    /// <summary>How long a delayed message waits at most.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether an event goes to the newest waiter of its name even when that was cancelled, and so is lost.</summary>
    public bool LoseEventsToCancelledWaiters { get; init; } = true;

    /// <summary>What RaiseEvent does for an instance that is not there; by the dice when null.</summary>
    public UnknownInstance? RaiseToUnknown { get; init; }

    /// <summary>Chance from 0 to 1 that an event raised by a client is lost, and raising it throws.</summary>
    public double LoseRaisedEvent { get; init; }

    /// <summary>Chance from 0 to 1 that an event raised by a client arrives twice, as when the client sends again what had arrived.</summary>
    public double RepeatRaisedEvent { get; init; }

    /// <summary>What a start does for an id whose instance has not ended, when no dedupe statuses are given; by the dice when null.</summary>
    public DuplicateStart? StartDuplicate { get; init; }
}

/// <summary>What RaiseEvent does for an instance that is not there.</summary>
public enum UnknownInstance
{
    /// <summary>It throws.</summary>
    Throw,

    /// <summary>It says nothing, and the event is gone.</summary>
    Drop,
}

/// <summary>What a start does for an id whose instance has not ended.</summary>
public enum DuplicateStart
{
    /// <summary>It throws, and the instance goes on.</summary>
    Throw,

    /// <summary>It says nothing, and the instance goes on.</summary>
    Ignore,

    /// <summary>It ends the instance and starts a new one.</summary>
    Replace,
}
