using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Scoring;
using CriterionKind = Samkjop.Purchasing.CriterionKind;

namespace Samkjop.Tests.Domain;

/// <summary>States of a round by name: the round of spring 2021, with needs by 30 April.</summary>
internal static class GivenRound
{
    public static readonly PurchasingSystem LightVehicles = new(
        "dps-3500",
        new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"),
        [VehicleClass.SmallCar, VehicleClass.FamilyCar, VehicleClass.SmallVan, VehicleClass.LargeVan],
        ZeroEmissionRequired: true);

    public static readonly Caller Reporter = new("kari", [Role.NeedReporter], AgencyId: "bym");
    public static readonly Caller BudgetHolder = new("ola", [Role.BudgetHolder], AgencyId: "bym");
    public static readonly Caller OtherAgency = new("per", [Role.NeedReporter, Role.BudgetHolder], AgencyId: "ren");
    public static readonly Caller Officer = new("andre", [Role.ProcurementOfficer]);
    public static readonly Caller UnnamedOfficer = new("tonje", [Role.ProcurementOfficer]);

    public static readonly Instant BeforePlanning = Oslo(2021, 3, 1, 9, 0);
    public static readonly Instant WhileNeedsAreTaken = Oslo(2021, 4, 12, 10, 0);
    public static readonly Instant AfterTheSoftDeadline = Oslo(2021, 5, 1, 10, 0);
    public static readonly Instant AfterTheLock = Oslo(2021, 5, 3, 12, 0);

    public static RoundPeople People { get; } = new(["andre"], ["en", "to", "tre"], ["eva"], ["direktor"], ["kontrakt"]);

    public static PlannedRound Plan { get; } = new(
        "2021-1",
        new Text("Elbiler våren 2021", "Electric vehicles, spring 2021"),
        "dps-3500",
        new LocalDate(2021, 3, 29),
        new LocalDateTime(2021, 4, 30, 23, 59),
        LotsLock: null,
        RoundSettings.Default,
        People);

    public static PlannedRound NextPlan { get; } = Plan with
    {
        RoundId = "2021-2",
        Title = new Text("Elbiler høsten 2021", "Electric vehicles, autumn 2021"),
        NeedsOpen = new LocalDate(2021, 8, 16),
        NeedsDeadline = new LocalDateTime(2021, 9, 30, 23, 59),
    };

    public static Round CollectingRound { get; } = Accepted(RoundOpening.Open(Plan));

    public static Round HardDeadlineRound { get; } = Accepted(RoundOpening.Open(Plan with { Settings = RoundSettings.Default with { NeedsDeadline = DeadlineKind.Hard } }));

    public static Round ConsolidatingRound { get; } = Accepted(NeedsClosing.Close(CollectingRound, AfterTheLock));

    public static Round RoundWithLots { get; } = ConsolidatingRound with { Phase = RoundPhase.AwaitingInvitation, LotIds = ["lot-1", "lot-2"] };

    public static Round ReadyRound { get; } = RoundWithLots with { ProcurementDocument = Document };

    public static NeedSetting Collecting { get; } = new(CollectingRound, LightVehicles);

    public static NeedSetting Consolidating { get; } = new(ConsolidatingRound, LightVehicles, NextPlan);

    public static NeedContent Content { get; } = new(
        3, VehicleClass.SmallVan, VehicleRequirements.None with { MinimumRangeKm = 250, MinimumPayloadKg = 600 }, "hvit", "Karvesvingen 3, Oslo", new LocalDate(2021, 11, 1));

    public static Need ReportedNeed { get; } = Accepted(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter, WhileNeedsAreTaken)));

    public static Need ApprovedNeed { get; } = Accepted(NeedDecisions.Approve(Collecting, ReportedNeed, new ApproveNeed(1, 400_000m, BudgetHolder, WhileNeedsAreTaken)));

    public static ProcurementDocument Document => new(
        1,
        PriceFormula.Linear,
        new Text("Pris eks. mva, levering og avgifter inkludert", "Price ex VAT, delivery and fees included"),
        [
            new AwardCriterion("price", new Text("Pris", "Price"), 60, CriterionKind.Price),
            new AwardCriterion("range", new Text("Rekkevidde", "Range"), 10, CriterionKind.Quality),
            new AwardCriterion("climate", new Text("Klima", "Climate"), 30, CriterionKind.Climate),
        ],
        TieBreak.LowestPrice);

    public static Instant Oslo(int year, int month, int day, int hour, int minute) =>
        OsloTime.ToInstant(new LocalDateTime(year, month, day, hour, minute)).InstantOrNull!.Value;

    public static T Accepted<T>(Decision<T> decision) => decision is Decision<T>.Accepted accepted
        ? accepted.State
        : throw new InvalidOperationException(((Decision<T>.Refused)decision).Refusal.Detail.En);

    public static Refusal Refused<T>(Decision<T> decision) => decision is Decision<T>.Refused refused
        ? refused.Refusal
        : throw new InvalidOperationException("The decision was accepted.");

    public static DomainEvent OnlyEvent<T>(Decision<T> decision) => Assert.Single(((Decision<T>.Accepted)decision).Events);
}
