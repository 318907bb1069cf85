using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>What a budget holder sends with an approval.</summary>
/// <param name="Version">The version of the need that was read.</param>
/// <param name="PriceCeiling">Most that one vehicle may cost, NOK ex VAT.</param>
public sealed record NeedApprovalBody(int Version, decimal PriceCeiling);

/// <summary>What an officer sends when a loan was answered.</summary>
/// <param name="Granted">Whether it was granted.</param>
/// <param name="Reason">The decision that says so.</param>
public sealed record LoanAnswerBody(bool Granted, string Reason);

/// <summary>A need as its agency and those who run rounds read it.</summary>
/// <param name="Late">Reported or edited after the soft deadline.</param>
/// <param name="Loan">Whether the purchase hangs on a loan, and what became of it.</param>
/// <param name="IsOption">In its lot as an option, ordered only when the loan is granted.</param>
/// <param name="Reference">The agency's own reference of an imported need.</param>
/// <param name="Message">What the agency should know now; null when there is nothing.</param>
public sealed record NeedView(
    string RoundId, string NeedId, string AgencyId, int Version, NeedState State, bool Late, NeedContent Content, Instant ReportedAt, string ReportedBy,
    string? EditedBy, NeedApproval? Approval, string? LotId, NeedDeferral? Deferral, LoanCondition Loan, LoanAnswer? LoanAnswer, bool IsOption, string? Reference, NeedOrigin? CarriedFrom,
    Text? Message)
{
    public static NeedView Of(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return new NeedView(
            need.RoundId, need.NeedId, need.AgencyId, need.Version, need.State, need.Late, need.Content, need.ReportedAt, need.ReportedBy,
            need.EditedBy, need.Approval, need.LotId, need.Deferral, need.Loan, need.LoanAnswer, need.IsOption, need.Reference, need.CarriedFrom, MessageOf(need));
    }

    private static Text? MessageOf(Need need) => need switch
    {
        { State: NeedState.Deferred, Deferral: { } deferral } => deferral.Reason,
        { State: NeedState.Reported, Late: true } => new Text(
            "Behovet kom etter fristen. Det blir med hvis det er godkjent når delkontraktene låses.",
            "The need came after the deadline. It is included if it is approved when the lots are locked."),
        { State: NeedState.Approved or NeedState.Reported, Loan: LoanCondition.Refused } => new Text(
            "Lånet ble avslått. Behovet blir ikke med når delkontraktene låses, med mindre virksomheten endrer det til å ikke avhenge av lån.",
            "The loan was refused. The need is not included when the lots are locked, unless the agency edits it so that it hangs on no loan."),
        { State: NeedState.Pinned, IsOption: true, Loan: LoanCondition.Granted } => new Text(
            "Lånet er innvilget. Kjøretøyene står som opsjon i delkontrakten og bestilles når kontrakten er signert.",
            "The loan was granted. The vehicles stand as an option of the lot and are ordered once the contract is signed."),
        { State: NeedState.Pinned, IsOption: true, Loan: LoanCondition.Refused } => new Text(
            "Lånet ble avslått. Kjøretøyene står som opsjon i delkontrakten og bestilles ikke.",
            "The loan was refused. The vehicles stand as an option of the lot and are not ordered."),
        { State: NeedState.Pinned, IsOption: true } => new Text(
            "Kjøretøyene står som opsjon i delkontrakten. De bestilles bare hvis lånet er innvilget når bestillingene sendes.",
            "The vehicles stand as an option of the lot. They are ordered only if the loan has been granted when the orders are placed."),
        { State: NeedState.Approved, Loan: LoanCondition.Undecided } => new Text(
            "Behovet avhenger av et lån som ikke er avgjort. Er det fortsatt uavgjort når delkontraktene låses, blir det opsjon eller venter til neste runde, slik runden er satt opp.",
            "The need hangs on a loan that is undecided. If it still is when the lots are locked, it becomes an option or waits for the next round, as the round is set up."),
        { State: NeedState.Carried } => new Text(
            "Behovet er et utkast fra en tidligere runde. Det teller ikke før virksomheten har bekreftet eller endret det; gjelder det ikke lenger, trekk det.",
            "The need is a draft from an earlier round. It does not count before the agency has confirmed or edited it; if it stands no longer, withdraw it."),
        { State: NeedState.Reported } => new Text(
            "Behovet blir med når budsjettansvarlig i virksomheten har godkjent det.", "The need is included once a budget holder of the agency has approved it."),
        _ => null,
    };
}
