using Samkjop.Decisions;
using Samkjop.Purchasing.Access;

namespace Samkjop.Purchasing.Archive;

/// <summary>The round's journal was exported with its files: recorded before the answer goes out.</summary>
/// <param name="Stage">How far the round had come, which decides what the export holds.</param>
/// <param name="Records">How many records it holds.</param>
public sealed record JournalExported(AccessStage Stage, int Records) : DomainEvent;
