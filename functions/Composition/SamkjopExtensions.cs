using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Samkjop.Functions.Health;
using Samkjop.Functions.Health.Parts;
using Samkjop.Functions.Http;
using Samkjop.Functions.Http.Idempotency;
using Samkjop.Functions.Http.Tokens;
using Samkjop.Functions.Publication;
using Samkjop.Functions.People;
using Samkjop.Functions.Purchasing;
using Samkjop.Functions.Purchasing.Access;
using Samkjop.Functions.Purchasing.Archive;
using Samkjop.Functions.Purchasing.Audit;
using Samkjop.Functions.Purchasing.AwardNotices;
using Samkjop.Functions.Purchasing.Awards;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Functions.Purchasing.Calendars;
using Samkjop.Functions.Purchasing.Complaints;
using Samkjop.Functions.Purchasing.Documents;
using Samkjop.Functions.Purchasing.Evaluations;
using Samkjop.Functions.Purchasing.Evidence;
using Samkjop.Functions.Purchasing.Fleet;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.Functions.Purchasing.Needs;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Functions.Registers;
using Samkjop.Functions.Relay;
using Samkjop.Health;
using Samkjop.Orchestrations.Publication;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.State;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Composition;

/// <summary>What both hosts call: everything of the app but the adapters of its ports.</summary>
public static class SamkjopExtensions
{
    /// <summary>Registers the app's services. The host registers the ports: document store, blobs, secrets, queue, clock.</summary>
    public static IServiceCollection AddSamkjop(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<TokenOptions>().Bind(configuration.GetSection(TokenOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TokenOptions>, TokenOptionsRules>();
        services.TryAddSingleton<ITokenKeys, OpenIdTokenKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<EndpointRules>();
        services.AddMetrics();
        services.AddSingleton<SamkjopMetrics>();
        services.AddSingleton<DecisionLinks>();
        services.AddSingleton<Aggregates>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<BidUploads>();
        services.AddSingleton<BidMemberships>();
        services.AddSingleton<SealedSheets>();
        services.AddSingleton<RankingDesk>();
        services.AddSingleton<BidCorrections>();
        services.AddSingleton<EvaluationDesk>();
        services.AddSingleton<SuspensionDesk>();
        services.AddSingleton<BidGuard>();
        services.AddOptions<PublicationOptions>().Bind(configuration.GetSection(PublicationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PublicationOptions>>().Value.ToSettings());
        services.AddSingleton<Publisher>();
        services.AddSingleton<ReleaseFeed>();
        services.AddSingleton<EventRelay>();
        services.AddSingleton<OrchestrationSweeper>();
        services.AddSingleton<SweepRecorder>();
        services.AddSingleton<RoundRestarter>();
        services.AddOptions<HistoryOptions>().Bind(configuration.GetSection(HistoryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PlatformInspector>();
        services.AddSingleton<IPlatformPart, DocumentStorePart>();
        services.AddSingleton<IPlatformPart, BlobStorePart>();
        services.AddSingleton<IPlatformPart, SecretsPart>();
        services.AddSingleton<IPlatformPart, QueuesPart>();
        services.AddSingleton<IPlatformPart, SweepPart>();
        services.AddSingleton<IPlatformPart, RoundsPart>();
        services.AddSingleton<IPlatformPart, RelayPart>();
        services.AddSingleton<IPlatformPart, TimeZonesPart>();
        services.AddSingleton<PlannedRoundOpener>();
        services.AddSingleton<TenderUploads>();
        services.AddSingleton<LotArranger>();
        services.AddSingleton<LotAdjuster>();
        services.AddSingleton<LotSheets>();
        services.AddSingleton<OptionOrders>();
        services.AddSingleton<AwardNoticeReminding>();
        services.AddSingleton<NeedCarrier>();
        services.AddSingleton<LotOutcomeDesk>();
        services.AddSingleton<NeedDesk>();
        services.AddSingleton<NeedImporter>();
        services.AddSingleton<NeedsReminding>();
        services.AddSingleton<ValidityReminding>();
        services.AddSingleton<FleetReader>();
        services.AddSingleton<RoundCalendars>();
        services.AddSingleton<RoundNotices>();
        services.AddSingleton<RefusedAttempts>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton<RegisterDesk>();
        services.AddSingleton<ContractDesk>();
        services.AddSingleton<AwardEndingDesk>();
        services.AddSingleton<ComplaintDesk>();
        services.AddSingleton<EvidenceUploads>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<RecordContents>();
        services.AddSingleton<JournalZip>();
        services.AddSingleton<NameRegister>();
        services.AddSingleton<AccessDesk>();
        services.AddSingleton<ProtocolReader>();
        services.AddSingleton<RoundReader>();
        return services;
    }

    /// <summary>Puts the middleware of HTTP triggers in order; other triggers are left alone, since async middleware breaks orchestrators.</summary>
    public static IFunctionsWorkerApplicationBuilder UseSamkjop(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseWhen<ProblemMiddleware>(IsHttp);
        builder.UseWhen<CallerMiddleware>(IsHttp);
        builder.UseWhen<AttemptMiddleware>(IsHttp);
        builder.UseWhen<IdempotencyMiddleware>(IsHttp);
        return builder;
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => string.Equals(binding.Type, "httpTrigger", StringComparison.OrdinalIgnoreCase));
}
