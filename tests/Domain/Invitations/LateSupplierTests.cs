using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Rules;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Invitations;

/// <summary>domain.md, settings: late suppliers join this round or the next (next).</summary>
public sealed class LateSupplierTests
{
    private static readonly Instant Released = Oslo(2021, 5, 4, 10, 0);
    private static readonly Instant Later = Oslo(2021, 5, 10, 10, 0);
    private static readonly ImmutableArray<string> Admitted = ["bilco", "ny", "volt"];

    [Fact]
    public void By_default_suppliers_admitted_after_the_invitation_wait_for_the_next_round()
    {
        Assert.Equal(LateSuppliers.NextRound, RoundSettings.Default.LateSuppliers);
        Assert.Equal("late-suppliers-wait", Refused(Invite(Bidding(LateSuppliers.NextRound), Later)).Code);
    }

    [Fact]
    public void Where_the_round_says_so_they_are_invited_too_with_the_same_closing()
    {
        var before = Bidding(LateSuppliers.ThisRound);
        var decision = Invite(before, Later);
        var round = Accepted(decision);

        Assert.Equal(["bilco", "ny", "volt"], round.Invitation!.InvitedSupplierIds);
        Assert.Equal([new LateInvitation("ny", Later)], round.Invitation.Late);
        Assert.Equal(before.Invitation!.Window, round.Invitation.Window);
        Assert.Equal(["ny"], Assert.IsType<LateSuppliersInvited>(OnlyEvent(decision)).SupplierIds);
    }

    [Fact]
    public void They_are_told_of_the_invitation_and_of_what_was_told_to_all_before()
    {
        var round = Accepted(Invite(Bidding(LateSuppliers.ThisRound), Later));
        var told = Notices.Of(round, []).ToList();

        var invitation = Assert.Single(told, message => message.Recipient == MessageRecipient.Supplier("ny"));
        Assert.Equal(("notice-invitation-ny", Later), (invitation.MessageId, invitation.CreatedAt));
        Assert.DoesNotContain(told, message => message.Recipient == MessageRecipient.Supplier("volt"));
    }

    [Fact]
    public void Nobody_is_invited_twice() =>
        Assert.Equal("nobody-to-invite", Refused(Invite(Accepted(Invite(Bidding(LateSuppliers.ThisRound), Later)), Later + Duration.FromDays(1))).Code);

    [Fact]
    public void Nobody_is_invited_once_the_window_has_closed()
    {
        var round = Bidding(LateSuppliers.ThisRound);

        Assert.Equal("not-bidding", Refused(Invite(round, round.Invitation!.Window.Closes)).Code);
        Assert.Equal("not-bidding", Refused(Invite(ReadyRound, Later)).Code);
    }

    private static Round Bidding(LateSuppliers setting) => Accepted(InvitationDecisions.Release(
        ReadyRound with { Settings = RoundSettings.Default with { LateSuppliers = setting } },
        new ReleaseInvitation(Opens: null, new LocalDate(2021, 5, 18), ClosesAt: null, RepeatedHour: null, ["volt", "bilco"], Officer, Released),
        RuleTable.Norwegian));

    private static Decision<Round> Invite(Round round, Instant now) => LateInvitations.Invite(round, new InviteLateSuppliers(Admitted, Officer, now));
}
