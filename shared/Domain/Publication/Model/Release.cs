using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Publication.Model;

/// <summary>
/// A release of OCDS 1.1.5: what became public of one process at one time. It holds only what is new; readers merge the releases of a process in the order
/// of their dates. Names of members are those of the standard; texts are Norwegian bokmål, with English under the same name and <c>_en</c>.
/// </summary>
public sealed record Release
{
    /// <summary>The process.</summary>
    public required string Ocid { get; init; }

    /// <summary>Unique within the process.</summary>
    public required string Id { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required Instant Date { get; init; }

    /// <summary>Some of <see cref="ReleaseTags"/>.</summary>
    public required ImmutableArray<string> Tag { get; init; }

    public string InitiationType { get; init; } = "tender";

    public string Language { get; init; } = "nb";

    public ImmutableArray<Organization>? Parties { get; init; }

    public OrganizationReference? Buyer { get; init; }

    public Planning? Planning { get; init; }

    public Tender? Tender { get; init; }

    public BidCount? Bids { get; init; }

    public ImmutableArray<Award>? Awards { get; init; }

    public ImmutableArray<Contract>? Contracts { get; init; }

    public ImmutableArray<RelatedProcess>? RelatedProcesses { get; init; }
}

/// <summary>The tags in use, of the closed codelist releaseTag.</summary>
public static class ReleaseTags
{
    public const string Planning = "planning";
    public const string PlanningUpdate = "planningUpdate";
    public const string Tender = "tender";
    public const string TenderAmendment = "tenderAmendment";
    public const string TenderUpdate = "tenderUpdate";
    public const string TenderCancellation = "tenderCancellation";
    public const string Award = "award";
    public const string AwardUpdate = "awardUpdate";
    public const string AwardCancellation = "awardCancellation";
    public const string Contract = "contract";
    public const string Implementation = "implementation";
    public const string ImplementationUpdate = "implementationUpdate";
    public const string ContractTermination = "contractTermination";
    public const string Compiled = "compiled";
}

/// <summary>What is planned before anything is asked for.</summary>
public sealed record Planning(string Rationale, [property: System.Text.Json.Serialization.JsonPropertyName("rationale_en")] string RationaleEn, ImmutableArray<Milestone> Milestones);

/// <summary>Another process that this one belongs to.</summary>
/// <param name="Relationship">Codes of relatedProcess: <c>framework</c> for the purchasing system.</param>
/// <param name="Scheme"><c>ocid</c>.</param>
/// <param name="Identifier">Its ocid.</param>
public sealed record RelatedProcess(string Id, ImmutableArray<string> Relationship, string Title, string Scheme, string Identifier);
