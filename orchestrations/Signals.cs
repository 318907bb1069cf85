namespace Samkjop.Orchestrations;

/// <summary>
/// Events that nudge orchestrators. Each carries only an id, as a string; whoever is nudged reads the truth again, so that a lost, doubled or
/// reordered nudge does no harm. Wire format.
/// </summary>
public static class Signals
{
    /// <summary>The round document changed; to <c>round.{id}</c>.</summary>
    public const string RoundChanged = nameof(RoundChanged);

    /// <summary>A lot document changed; to <c>round.{id}.{lot}</c>.</summary>
    public const string LotChanged = nameof(LotChanged);

    /// <summary>An order document changed; to <c>round.{id}.{order}</c>.</summary>
    public const string OrderChanged = nameof(OrderChanged);
}
