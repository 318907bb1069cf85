using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Tests.Domain.Decisions;

public sealed class LedgerTests
{
    private static readonly Instant Now = Instant.FromUtc(2021, 4, 1, 8, 0);

    private static Ledger After(params string[] requests) => requests.Aggregate(
        Ledger.Empty, (ledger, request) => ledger.Record([new AttemptRefused("Test", "test", request)], Now, Actor.Platform("test"), request));

    [Fact]
    public void A_request_is_known_again_and_the_same_key_for_something_else_is_told_from_it()
    {
        var ledger = After("key-a#1", "key-b#2");

        Assert.True(ledger.HasCarriedOut("key-a#1"));
        Assert.False(ledger.HasCarriedOutAnother("key-a#1"));
        Assert.True(ledger.HasCarriedOutAnother("key-a#2"));
        Assert.False(ledger.HasCarriedOutAnother("key#1"));
        Assert.False(ledger.HasCarriedOutAnother("key-c#1"));
        Assert.False(After("round.2021-1.FormLots").HasCarriedOutAnother("round.2021-1.PlaceOrders"));
    }

    [Fact]
    public void The_request_that_began_a_document_is_known_while_the_ledger_remembers()
    {
        Assert.True(After("first#1", "second#2").WasBegunBy("first#1"));
        Assert.False(After("first#1", "second#2").WasBegunBy("second#2"));
        Assert.False(Ledger.Empty.WasBegunBy(null));
        Assert.False(After([.. Enumerable.Range(0, Ledger.MaxRequests + 1).Select(n => $"r{n}#")]).WasBegunBy("r0#"));
    }
}
