using System.Collections.Immutable;
using Samkjop.Audit;
using Samkjop.Calendar;
using Samkjop.Purchasing.Scoring;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Protocol;

/// <summary>Builds a round's protocol. Before the bids are opened it says nothing of who has bid.</summary>
public static class ProtocolBuilder
{
    private const int MaxRefused = 100;

    public static ProtocolModel Build(ProtocolSources sources)
    {
        var round = sources.Round;
        var isOpen = round.OpenedAt is not null;
        return new ProtocolModel
        {
            IsDraft = round.Phase is not RoundPhase.Closed,
            ProducedAt = sources.ProducedAt,
            Round = round,
            SystemName = sources.SystemName,
            Buyer = BuyerOf(sources),
            Needs = NeedsOf(sources),
            Invitation = InvitationOf(sources),
            Course = ProtocolNotes.CourseOf(sources, isOpen),
            Bids = isOpen ? [.. sources.Bids.OrderBy(bid => bid.BidId, StringComparer.Ordinal).Select(bid => BidOf(bid, sources))] : [],
            Lots = [.. sources.Lots.OrderBy(lot => round.LotIds.IndexOf(lot.LotId)).Select(lot => LotOf(lot, sources, isOpen) with { Notes = isOpen ? ProtocolNotes.Of(lot, sources) : [] })],
            Rules = RulesOf(sources),
            Audit = AuditOf(sources, isOpen),
            AccessRequests = [.. sources.AccessRequests.OrderBy(request => request.ReceivedAt).ThenBy(request => request.RequestId, StringComparer.Ordinal)],
        };
    }

    private static Text BuyerOf(ProtocolSources sources)
    {
        if (sources.Round.CallOff is not { } callOff)
        {
            return new("virksomhetene i samkjøpet, hver for sine kjøretøy", "the agencies of the joint purchase, each for its own vehicles");
        }

        var (name, helps) = (sources.AgencyName(callOff.AgencyId), string.Join(", ", callOff.Assistance));
        return new(
            $"{name}, eget avrop{(helps.Length > 0 ? $" med bistand fra UKE ({helps})" : "")}",
            $"{name}, its own call-off{(helps.Length > 0 ? $" with help from UKE ({helps})" : "")}");
    }

    private static NeedsInNumbers NeedsOf(ProtocolSources sources)
    {
        var pinned = sources.Needs.Where(need => need.State is NeedState.Pinned).ToList();
        return new(
            sources.Needs.Length, sources.Needs.Count(need => need.State is NeedState.Withdrawn), sources.Needs.Count(need => need.State is NeedState.Deferred),
            pinned.Count, pinned.Sum(need => need.Content.Quantity),
            [
                .. pinned.GroupBy(need => sources.AgencyName(need.AgencyId), StringComparer.Ordinal)
                    .OrderBy(needs => needs.Key, StringComparer.Ordinal)
                    .Select(needs => new AgencyNeeds(needs.Key, needs.Count(), needs.Sum(need => need.Content.Quantity))),
            ]);
    }

    private static ProtocolInvitation? InvitationOf(ProtocolSources sources)
    {
        if (sources.Round.Invitation is not { } invitation)
            return null;
        var sent = OsloTime.DateOf(invitation.ReleasedAt);
        Text? explanation = null;
        if (RuleTable.Norwegian.Number(LegalRules.DpsTenderPeriod, sent) is RuleLookup.Found { Row: var row } found && found.PeriodOrNull is { } period)
        {
            var end = new LegalCalendar(sources.Round.Settings.ChristmasAndNewYearsEveAreDaysOff).EndOf(period, sent);
            explanation = new($"{end.Explanation.No} ({row.Source})", $"{end.Explanation.En} ({row.Source})");
        }

        return new(
            invitation, sources.Round.ProcurementDocument,
            [.. invitation.InvitedSupplierIds.Select(sources.SupplierName).Order(StringComparer.Ordinal)], explanation);
    }

    private static ProtocolBid BidOf(Bid bid, ProtocolSources sources)
    {
        var closes = sources.Round.Invitation?.Window.Closes ?? sources.ProducedAt;
        return new(
            bid.BidId, sources.SupplierName(bid.SupplierId), bid.State,
            [
                .. bid.Documents.Select(document => new ProtocolDocument(
                    document.FileName, document.LotId, document.Stands, document.Receipt?.ReceivedAt, document.Receipt?.Sha256, Receipts.Explain(document, closes))),
            ]);
    }

    private static ProtocolLot LotOf(Lot lot, ProtocolSources sources, bool isOpen)
    {
        var rejected = sources.Evaluations.Where(evaluation => evaluation.LotId == lot.LotId && !evaluation.IsAdmissible);
        return new(
            lot,
            [
                .. lot.Content.Lines.GroupBy(line => sources.AgencyName(line.AgencyId), StringComparer.Ordinal)
                    .OrderBy(lines => lines.Key, StringComparer.Ordinal)
                    .Select(lines => new AgencyQuantity(lines.Key, lines.Sum(line => line.Quantity))),
            ],
            isOpen && lot.Ranking is { } ranking ? [.. ranking.Bids.Select(score => RankedOf(lot, score, sources))] : [],
            isOpen
                ? [.. rejected.OrderBy(evaluation => evaluation.BidId, StringComparer.Ordinal).Select(evaluation =>
                    new RejectedBid(sources.SupplierName(evaluation.SupplierId), evaluation.BidId, [.. evaluation.RejectionReasons]))]
                : [],
            StandstillOf(lot, sources.Round.Settings),
            [.. (lot.Letters?.Recipients ?? []).Select(sources.SupplierName).Order(StringComparer.Ordinal)],
            [
                .. sources.Orders.Where(order => order.LotId == lot.LotId).OrderBy(order => order.OrderId, StringComparer.Ordinal)
                    .Select(order => new ProtocolOrder(sources.AgencyName(order.AgencyId), order)),
            ])
        {
            Disputes = ProtocolDisputes.Of(lot, sources),
            Notices = [.. AwardNotices.AwardNoticeDates.Of(sources.Round, sources.Lots).Where(notice => notice.LotIds.Contains(lot.LotId))],
        };
    }

    private static RankedBid RankedOf(Lot lot, BidScore score, ProtocolSources sources)
    {
        var bid = sources.Bids.FirstOrDefault(bid => bid.BidId == score.BidId);
        return new(
            bid is null ? score.BidId : sources.SupplierName(bid.SupplierId),
            bid?.Sheets.FirstOrDefault(sheet => sheet.LotId == lot.LotId)?.Sheet?.Model ?? "", score);
    }

    private static Text? StandstillOf(Lot lot, RoundSettings settings)
    {
        if (lot.Letters is not { StandstillEnds: not null } letters
            || RuleTable.Norwegian.Number(LegalRules.StandstillElectronic, OsloTime.DateOf(letters.SentAt)).PeriodOrNull is not { } length)
            return null;
        return Awards.Standstill.EndOf(settings, length, letters.SentAt)?.Explanation;
    }

    /// <summary>The rows that were in force on the day of the invitation, by rule.</summary>
    private static ImmutableArray<RuleRow> RulesOf(ProtocolSources sources)
    {
        var date = OsloTime.DateOf(sources.Round.Invitation?.ReleasedAt ?? sources.ProducedAt);
        string[] rules =
        [
            LegalRules.DpsTenderPeriod, LegalRules.ClimateWeight, LegalRules.StandstillElectronic, LegalRules.TaxCertificateThreshold, LegalRules.TaxCertificateAge, LegalRules.AwardNotice,
            .. sources.Lots.Select(lot => ZeroEmissionLaw.RuleFor(lot.Content.VehicleClass)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return [.. rules.Select(rule => RuleTable.Norwegian.Number(rule, date)).OfType<RuleLookup.Found>().Select(found => found.Row)];
    }

    private static ProtocolAudit AuditOf(ProtocolSources sources, bool isOpen) => new(
        sources.Audit.Length,
        isOpen ? [.. sources.Audit.Where(entry => entry.Event is AttemptRefused or SupplierAttemptRefused).Take(MaxRefused)] : [],
        sources.Audit.Count(entry => entry.Event is BidsRead),
        sources.Audit is [.., var last] ? last.Hash : null);

    private static string SupplierName(this ProtocolSources sources, string supplierId) => sources.SupplierNames.GetValueOrDefault(supplierId, supplierId);

    private static string AgencyName(this ProtocolSources sources, string agencyId) => sources.AgencyNames.GetValueOrDefault(agencyId, agencyId);
}
