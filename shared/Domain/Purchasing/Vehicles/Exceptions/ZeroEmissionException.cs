using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Why a lot is bought without the zero emission that the law asks for (forskrift om energi- og miljøkrav til kjøretøy): the exception is
/// registered with DFØ before the invitation.
/// </summary>
/// <param name="LotId">The lot.</param>
/// <param name="Ground">Which of the law's grounds.</param>
/// <param name="Reason">Why it applies, as the documents say it.</param>
/// <param name="RegisteredOn">The day it was registered with DFØ, in Norway.</param>
/// <param name="Reference">DFØ's reference.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was recorded here.</param>
public sealed record ZeroEmissionException(
    string LotId, ZeroEmissionGround Ground, Text Reason, LocalDate RegisteredOn, string Reference, string By, Instant At);

/// <summary>Grounds of an exception. Names are wire format.</summary>
public enum ZeroEmissionGround
{
    /// <summary>No zero-emission vehicle covers the need.</summary>
    Need,

    /// <summary>Charging or filling is not to be had where the vehicle is used.</summary>
    Charging,
}

/// <summary>An officer of the round records an exception that is registered with DFØ.</summary>
public sealed record RecordZeroEmissionException(
    string LotId, ZeroEmissionGround Ground, Text Reason, LocalDate RegisteredOn, string Reference, Caller By, Instant Now);

/// <summary>An exception from the law's zero emission was recorded for a lot.</summary>
public sealed record ZeroEmissionExceptionRecorded(string RoundId, ZeroEmissionException Exception) : DomainEvent;
