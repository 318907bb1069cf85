using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>What a budget holder sends with an approval.</summary>
/// <param name="Version">The version of the need that was read.</param>
/// <param name="PriceCeiling">Most that one vehicle may cost, NOK ex VAT.</param>
public sealed record NeedApprovalBody(int Version, decimal PriceCeiling);

/// <summary>A need as its agency and those who run rounds read it.</summary>
/// <param name="Late">Reported or edited after the soft deadline.</param>
/// <param name="Message">What the agency should know now; null when there is nothing.</param>
public sealed record NeedView(
    string RoundId, string NeedId, string AgencyId, int Version, NeedState State, bool Late, NeedContent Content, Instant ReportedAt, string ReportedBy,
    string? EditedBy, NeedApproval? Approval, string? LotId, NeedDeferral? Deferral, Text? Message)
{
    public static NeedView Of(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return new NeedView(
            need.RoundId, need.NeedId, need.AgencyId, need.Version, need.State, need.Late, need.Content, need.ReportedAt, need.ReportedBy,
            need.EditedBy, need.Approval, need.LotId, need.Deferral, MessageOf(need));
    }

    private static Text? MessageOf(Need need) => need switch
    {
        { State: NeedState.Deferred, Deferral: { } deferral } => deferral.Reason,
        { State: NeedState.Reported, Late: true } => new Text(
            "Behovet kom etter fristen. Det blir med hvis det er godkjent når delkontraktene låses.",
            "The need came after the deadline. It is included if it is approved when the lots are locked."),
        { State: NeedState.Reported } => new Text(
            "Behovet blir med når budsjettansvarlig i virksomheten har godkjent det.", "The need is included once a budget holder of the agency has approved it."),
        _ => null,
    };
}
