using System.Collections.Immutable;

namespace Samkjop.Decisions;

/// <summary>What a pure decision says of a command: the next state with the events that tell it, or a refusal.</summary>
public abstract record Decision<TState>
{
    private Decision()
    {
    }

    /// <summary>The command is carried out. No events: it was carried out before, and nothing changes.</summary>
    public sealed record Accepted(TState State, ImmutableArray<DomainEvent> Events) : Decision<TState>;

    /// <summary>The command is refused; nothing changes.</summary>
    public sealed record Refused(Refusal Refusal) : Decision<TState>;

#pragma warning disable CA2225 // The named alternates are Decision.Accept and the Refused case itself.
    public static implicit operator Decision<TState>(Refusal refusal) => new Refused(refusal);
#pragma warning restore CA2225
}

/// <summary>Ways to state a decision.</summary>
public static class Decision
{
    public static Decision<TState> Accept<TState>(TState state, params ImmutableArray<DomainEvent> events) =>
        new Decision<TState>.Accepted(state, events);

    /// <summary>The command asks for what already is: accepted without a change.</summary>
    public static Decision<TState> Unchanged<TState>(TState state) => new Decision<TState>.Accepted(state, []);
}
