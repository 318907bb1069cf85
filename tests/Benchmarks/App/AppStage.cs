using NodaTime;
using Samkjop.Embedded.Runtime;
using Samkjop.Host;
using Samkjop.People;

namespace Samkjop.Benchmarks.App;

/// <summary>The whole app in this process with a purchasing system, twenty agencies and planned rounds that take needs from Thursday 29 April 2021.</summary>
internal static class AppStage
{
    public const int Agencies = 20;

    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    public static Caller Officer { get; } = new("andre", [Role.ProcurementOfficer]);

    public static Caller Reporter(int agency) => new($"reporter-{agency}", [Role.NeedReporter], AgencyId(agency));

    public static Caller BudgetHolder(int agency) => new($"budget-{agency}", [Role.BudgetHolder], AgencyId(agency));

    public static object Need { get; } = new
    {
        quantity = 3,
        vehicleClass = "smallVan",
        requirements = new { zeroEmission = true, minimumRangeKm = 250, minimumSeats = 2, minimumPayloadKg = 600 },
        colour = "hvit",
        deliverTo = "Karvesvingen 3, Oslo",
        deliverBy = "2021-11-01",
        note = "Brukes til tilsyn i hele byen, også om vinteren.",
    };

    /// <summary>A year has 99 numbers; what is beyond takes those of the next.</summary>
    public static string RoundId(int number) => $"{2021 + (number / 99)}-{(number % 99) + 1}";

    public static DateTimeOffset At(int month, int day, int hour) => Oslo.AtStrictly(new LocalDateTime(2021, month, day, hour, 0)).ToDateTimeOffset();

    /// <summary>Puts the app together in the folder; nothing runs yet.</summary>
    public static SamkjopApp Create(string folder, WorkScheduler scheduler, bool fullSync) => SamkjopApp.Create(new SamkjopAppOptions
    {
        DataFolder = folder,
        Scheduler = scheduler,
        Listen = new Uri("http://127.0.0.1:0"),
        FullSync = fullSync,
    });

    /// <summary>Registers what rounds need, and plans them; lots lock on Monday 3 May at noon.</summary>
    public static async Task PlanAsync(AppClient client, int rounds)
    {
        await client.SendAsync(new Caller("tuva", [Role.Administrator]), HttpMethod.Put, "purchasing-systems/dps-3500", new
        {
            name = new { no = "Kjøretøy opp til 3500 kg", en = "Vehicles up to 3500 kg" }, vehicleClasses = new[] { "smallVan" }, zeroEmissionRequired = true,
        });
        for (var agency = 0; agency < Agencies; agency++)
        {
            await client.SendAsync(new Caller("tuva", [Role.Administrator]), HttpMethod.Put, $"agencies/{AgencyId(agency)}", new { name = $"Virksomhet {agency}" });
        }

        for (var round = 0; round < rounds; round++)
        {
            await client.SendAsync(Officer, HttpMethod.Put, $"plans/{RoundId(round)}", Plan);
        }
    }

    private static object Plan { get; } = new
    {
        title = new { no = "Varebiler, våren 2021", en = "Vans, spring 2021" },
        purchasingSystemId = "dps-3500",
        needsOpen = "2021-04-29",
        needsDeadline = "2021-04-30T16:00:00",
        lotsLock = "2021-05-03T12:00:00",
        people = new
        {
            procurementOfficers = new[] { "andre" }, openers = new[] { "en", "to", "tre" }, evaluators = new[] { "eva" }, awardDeciders = new[] { "direktor" }, contractManagers = new[] { "kontrakt" },
        },
    };

    private static string AgencyId(int agency) => $"v{agency:00}";
}
