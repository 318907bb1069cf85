using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.Protocol;

/// <summary>What happened between the invitation and the opening, and to the lots before it.</summary>
/// <param name="Adjustments">How officers changed the lots before the invitation, oldest first.</param>
/// <param name="Documents">Every version of every tender document, with corrections.</param>
/// <param name="Questions">Questions with every answer, oldest first; who asked is named once the bids are open.</param>
/// <param name="WindowChanges">How the closing was moved, oldest first.</param>
public sealed record ProtocolCourse(
    ImmutableArray<LotAdjustment> Adjustments, ImmutableArray<TenderDocument> Documents, ImmutableArray<ProtocolQuestion> Questions,
    ImmutableArray<WindowChange> WindowChanges);

/// <param name="Supplier">Who asked; null before the opening.</param>
/// <param name="AskedAt">When.</param>
/// <param name="LotId">The lot that it is about; null for the whole round.</param>
/// <param name="Answers">What all invited were told, corrections included, oldest first.</param>
public sealed record ProtocolQuestion(string? Supplier, Instant AskedAt, string? LotId, ImmutableArray<GivenAnswer> Answers);

/// <summary>Something that was clarified, corrected or decided about one bid for a lot.</summary>
/// <param name="Supplier">Whose bid.</param>
/// <param name="At">When.</param>
/// <param name="By">Who decided or asked.</param>
/// <param name="What">In words.</param>
public sealed record ProtocolNote(string Supplier, Instant At, string By, Text What);
