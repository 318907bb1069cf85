using NodaTime;

namespace Samkjop.Calendar;

/// <summary>A public holiday, or a day off that a purchasing system has set, on its date.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">Its name: "skjærtorsdag", "Maundy Thursday".</param>
public sealed record Holiday(LocalDate Date, Text Name);
