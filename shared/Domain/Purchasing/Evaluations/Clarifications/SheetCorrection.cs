using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An obvious error in a price sheet that an officer corrected (FOA § 23-5): what the bid said stays beside what counts.</summary>
/// <param name="Field">Which answer.</param>
/// <param name="Original">As the bid, with its earlier corrections, said it; empty where it said nothing.</param>
/// <param name="Corrected">What counts instead.</param>
/// <param name="Reason">Why the error is obvious and what was meant, 1–4000 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When.</param>
public sealed record SheetCorrection(PriceSheetField Field, string Original, string Corrected, string Reason, string By, Instant At);

/// <summary>An officer corrects an obvious error.</summary>
/// <param name="Field">Which answer; not the lot.</param>
/// <param name="Value">What was obviously meant, as it would stand in the form.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectSheet(Caller By, PriceSheetField Field, string Value, string Reason, Instant Now);

/// <summary>An obvious error was corrected; values and reason stay with the evaluation. Points given before are void.</summary>
/// <param name="Admissible">Whether the bid passes every requirement as corrected.</param>
/// <param name="PointsVoided">How many evaluators' points were given on the uncorrected sheet.</param>
public sealed record SheetCorrected(string LotId, string BidId, PriceSheetField Field, bool Admissible, int PointsVoided) : DomainEvent;

/// <summary>A lot whose bids had all been rejected is evaluated after all, since a bid for it is admissible as corrected.</summary>
public sealed record LotReopened(string LotId, int Admissible) : DomainEvent;
