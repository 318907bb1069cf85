using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;
using static Samkjop.Tests.Domain.Orders.GivenOrder;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>Overdue orders that do not move are told to contract manager and officers.</summary>
public sealed class EscalationTests
{
    [Fact]
    public void An_order_is_escalated_once_when_it_is_overdue_by_the_settings_days_and_once_at_the_cap()
    {
        var first = Placed.NextEscalation()!;
        Assert.Equal((OrderEscalationKind.Overdue, Due.PlusDays(14)), (first.Kind, OsloTime.DateOf(first.At)));
        Assert.Same(Placed, Escalations.Escalate(Placed, first.At - Duration.FromSeconds(1)).Accepted().State);

        var overdue = Placed.After(o => Escalations.Escalate(o, first.At));
        Assert.Same(overdue, Escalations.Escalate(overdue, first.At).Accepted().State);
        var second = overdue.NextEscalation()!;
        Assert.Equal((OrderEscalationKind.DamagesCap, Due.PlusDays(100)), (second.Kind, second.Day));

        Assert.Null(overdue.After(o => Escalations.Escalate(o, second.At)).NextEscalation());
    }

    [Fact]
    public void A_later_day_that_is_accepted_begins_anew()
    {
        var moved = Placed.Reported("e", OrderEntryKind.Delayed).After(o => Escalations.Escalate(o, o.NextEscalation()!.At))
            .Ruled(OrderRulingKind.DateAccepted, 15, r => r with { Date = Due.PlusDays(40) });

        Assert.Equal(Due.PlusDays(54), moved.NextEscalation()!.Day);
    }

    [Fact]
    public void Nobody_is_told_of_what_is_delivered_cancelled_or_terminated()
    {
        Assert.Null(Placed.Reported("l", OrderEntryKind.Delivered).NextEscalation());
        Assert.Null(Placed.Reported("d", OrderEntryKind.Declined).Ruled(OrderRulingKind.Cancelled).NextEscalation());
        Assert.Null(Placed.Ruled(OrderRulingKind.Terminated, 3, r => r with { Ground = TerminationGround.SubstantialBreach }).NextEscalation());
    }

    [Fact]
    public void Contract_manager_officers_and_agency_are_told_with_the_damages_so_far()
    {
        var order = Placed.After(o => Escalations.Escalate(o, o.NextEscalation()!.At));
        var told = OrderNews.OfEscalation(order, order.Escalations[0]).ToList();

        Assert.Equal(
            [MessageRecipient.Role(Role.ContractManager), MessageRecipient.Role(Role.ProcurementOfficer), MessageRecipient.Agency("bym")], told.Select(m => m.Recipient));
        Assert.Contains("29 106,00 kr", told[0].Body.En.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(3, told.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public void After_a_later_day_was_accepted_the_supplier_is_reminded_the_day_after_that_one()
    {
        var reminded = Placed.Reported("e", OrderEntryKind.Delayed).After(o => Overdue.Remind(o, 1, o.NextReminderAt()!.Value))
            .Ruled(OrderRulingKind.DateAccepted, 2, r => r with { Date = Due.PlusDays(40) });
        Assert.False(reminded.IsOverdue(Day(40)));
        Assert.Equal(Due.PlusDays(41), OsloTime.DateOf(reminded.NextReminderAt()!.Value));

        var again = reminded.After(o => Overdue.Remind(o, 2, o.NextReminderAt()!.Value));
        Assert.Equal(Due.PlusDays(48), OsloTime.DateOf(again.NextReminderAt()!.Value));
    }

    [Fact]
    public void The_agency_and_the_contract_manager_are_told_of_a_rejection_and_a_delay_the_supplier_of_rulings()
    {
        var order = Placed.Reported("d", OrderEntryKind.Declined, note: "Modellen er utgått.").Reported("e", OrderEntryKind.Delayed, until: Due.PlusDays(9))
            .Reported("c", OrderEntryKind.Confirmed).Ruled(OrderRulingKind.Sustained);

        Assert.Equal(["agency.bym", "role.contract-manager"], OrderNews.OfEntry(order, "d").Select(m => m.Recipient.ToString()));
        Assert.Contains("Modellen er utgått.", OrderNews.OfEntry(order, "d").First().Body.No, StringComparison.Ordinal);
        Assert.Contains("27 August 2021", OrderNews.OfEntry(order, "e").First().Body.En, StringComparison.Ordinal);
        Assert.Empty(OrderNews.OfEntry(order, "c"));
        Assert.Equal(["supplier.beta", "agency.bym"], OrderNews.OfRuling(order, order.Rulings[0].RulingId).Select(m => m.Recipient.ToString()));
    }
}
