using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>What an officer should know before an invitation is released, since most of it can no longer be changed afterwards.</summary>
public static class InvitationPreview
{
    /// <summary>What would hinder the release or be missed by bidders; empty when nothing does.</summary>
    /// <param name="round">The round.</param>
    /// <param name="admitted">How many suppliers are admitted now.</param>
    public static ImmutableArray<Text> WarningsOf(Round round, int admitted)
    {
        ArgumentNullException.ThrowIfNull(round);
        var required = TenderDocuments.Missing(round, round.Settings.RequiredDocuments);
        return
        [
            .. round.LotIds.IsEmpty ? [InvitationRefusals.NoLots(round).Detail] : (IEnumerable<Text>)[],
            .. round.ProcurementDocument is null ? [InvitationRefusals.NoDocument(round).Detail] : (IEnumerable<Text>)[],
            .. admitted == 0 ? [InvitationRefusals.NoSuppliers(round).Detail] : (IEnumerable<Text>)[],
            .. required.IsEmpty ? [] : (IEnumerable<Text>)[TenderDocumentRefusals.Missing(required).Detail],
            .. TenderDocuments.Missing(round, TenderDocumentRules.Expected).Except(required).Select(Expected),
        ];
    }

    private static Text Expected(TenderDocumentKind kind)
    {
        var name = TenderDocumentRefusals.NameOf(kind);
        return new(
            $"Runden har ingen {name.No}. Invitasjonen kan sendes uten, men senere kan den bare legges til som en rettelse med begrunnelse.",
            $"The round has no {name.En}. The invitation can be released without it, but later it can be added only as a correction with a reason.");
    }
}
