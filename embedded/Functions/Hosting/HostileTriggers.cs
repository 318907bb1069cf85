namespace Samkjop.Embedded.Functions;

/// <summary>The worst that the real triggers do, on purpose and repeatably: for tests that the app survives it.</summary>
public sealed record HostileTriggers
{
    /// <summary>Every how-manieth batch of a change feed is checkpointed without being delivered; 0 for none.</summary>
    public int DropEveryFeedBatch { get; init; }

    /// <summary>Every how-manieth queue message is delivered twice; 0 for none.</summary>
    public int RepeatEveryMessage { get; init; }

    internal bool DropsBatch(int number) => DropEveryFeedBatch > 0 && number % DropEveryFeedBatch == 0;

    internal bool RepeatsMessage(int number) => RepeatEveryMessage > 0 && number % RepeatEveryMessage == 0;
}
