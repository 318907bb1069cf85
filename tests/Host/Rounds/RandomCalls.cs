using Samkjop.Functions.OpenApi;
using Samkjop.People;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>Calls of a round's whole contract, drawn at random: any operation, anybody, ids that fit or not, bodies that are right where one is known and empty otherwise.</summary>
internal sealed class RandomCalls(SpringRound round, Random random)
{
    private static readonly object Reason = new { no = "Fordi.", en = "Because." };

    private static readonly (string Method, string Path, string Id)[] Operations =
    [
        .. from path in OpenApiContract.Document["paths"]!.AsObject()
           where path.Key.StartsWith("/rounds/{roundId}/", StringComparison.Ordinal)
           from operation in path.Value!.AsObject()
           where operation.Key is "post" or "put" or "delete"
           select (operation.Key, path.Key[1..], operation.Value!["operationId"]!.GetValue<string>()),
    ];

    /// <summary>Right bodies of what moves a round; everything else is sent empty.</summary>
    private static readonly Dictionary<string, Func<Random, object>> Bodies = new(StringComparer.Ordinal)
    {
        ["ReportNeed"] = _ => SpringRound.Need(),
        ["ApproveNeed"] = _ => new { version = 1, priceCeiling = 400_000 },
        ["WriteProcurementDocument"] = _ => SpringRound.Document(),
        ["ReleaseInvitation"] = _ => new { closesOn = "2021-05-18" },
        ["ExtendBidWindow"] = random => new { closesOn = $"2021-05-{random.Next(17, 28)}", cause = "other", reason = Reason },
        ["ProposeShorterTime"] = _ => new { closesOn = "2021-05-12", reason = Reason },
        ["AnswerShorterTime"] = random => new { number = 1, consents = random.Next(2) == 0 },
        ["CancelRound"] = _ => new { reason = Reason },
        ["CancelLot"] = random => new { needs = random.Next(2) == 0 ? "close" : "rerun", reason = Reason },
        ["DecideOnLot"] = _ => new { outcome = "close", reason = Reason },
        ["DeclareImpartial"] = _ => new { impartial = true },
        ["GivePoints"] = random => new { bidId = random.Next(2) == 0 ? "bid-bilco" : "bid-volt", points = new[] { new { criterionId = "climate", points = random.Next(11), reason = "Rekkevidde." } } },
        ["ProposeLotAward"] = random => new { bidId = random.Next(2) == 0 ? "bid-bilco" : "bid-volt", reason = "Best." },
        ["DecideLotAward"] = random => new { approve = random.Next(2) == 0, reason = "Enig." },
        ["AnnulLotAward"] = random => new { reason = "Feil.", reevaluate = random.Next(2) == 0 },
        ["WithdrawAsWinner"] = _ => new { reason = "Kan ikke levere." },
        ["SetLotWinnerAside"] = _ => new { cause = "withdrawn", reason = "Kan ikke levere." },
        ["SignLotContract"] = _ => new { },
        ["ReportOnOrder"] = random => new { kind = random.Next(3) switch { 0 => "confirmed", 1 => "dispatched", _ => "delivered" } },
        ["AcceptDelivery"] = _ => new { accepted = true },
        ["ComplainAboutAward"] = _ => new { grounds = "Poengene er feil." },
    };

    /// <summary>Sends one call; a fault of the server is the only wrong answer.</summary>
    public async Task SendAsync()
    {
        var (method, path, id) = Draw(Operations);
        if (id == "CancelRound" && random.Next(10) > 0)
        {
            // Seldom: nothing comes after it.
            return;
        }

        var caller = Draw(People());
        var body = Bodies.TryGetValue(id, out var known) ? known(random) : new { };
        var filled = path.Replace("{roundId}", "2021-1", StringComparison.Ordinal)
            .Replace("{lotId}", Draw("lot-1", "lot-2", "lot-9"), StringComparison.Ordinal).Replace("{bidId}", Draw("bid-bilco", "bid-volt", "bid-utenfor"), StringComparison.Ordinal)
            .Replace("{orderId}", Draw("order-lot-1-bym", "order-lot-1-ren", "order-lot-2-bym"), StringComparison.Ordinal);
        filled = System.Text.RegularExpressions.Regex.Replace(filled, @"\{[^}]+\}", "x");
        var etag = method == "post" ? null : (await round.Officer.GetAsync("rounds/2021-1")).ETag;

        var answer = method switch
        {
            "post" => await caller.PostAsync(filled, body),
            "put" => await caller.PutAsync(filled, body, etag),
            _ => await caller.DeleteAsync(filled, etag),
        };

        Assert.True(answer.Code < 500, $"{caller.Caller.Subject} {method} {filled}: {answer.Code} {answer.Text}");
    }

    private TestCaller[] People() =>
    [
        round.Officer, round.Officer, round.OtherOfficer, round.Reporter, round.BudgetHolder, round.Supplier("bilco"), round.Supplier("volt"), round.Auditor,
        round.App.As("en", Role.Opener), round.App.As("to", Role.Opener), round.App.As("eva", Role.Evaluator), round.App.As("direktor", Role.AwardDecider),
        round.App.As("kontrakt", Role.ContractManager),
    ];

    private T Draw<T>(params T[] among) => among[random.Next(among.Length)];
}
