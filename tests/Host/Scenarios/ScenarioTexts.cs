using Samkjop.Host.Scenarios;

namespace Samkjop.Tests.Host.Scenarios;

/// <summary>A small sound scenario, and ways to spoil it.</summary>
internal static class ScenarioTexts
{
    public const string Sound = """
        scenario: small
        title: { no: Liten, en: Small }
        starts: 2021-03-24T08:00
        round: 2021-1
        agencies:
          bym: Bymiljøetaten
        suppliers:
          fjordbil:
            name: Fjordbil AS
            onOrder:
              - after: P1D
                do: POST /api/orders/${order.orderId}/reports
                as: { supplier: fjordbil }
                body: { kind: confirmed, quantity: "${order.quantity | half}" }
        people:
          ingrid: { name: Ingrid Moen, role: procurement-officer }
          selma: { name: Selma Vik, role: [supplier-user], supplier: fjordbil }
        values:
          cars: [{ quantity: 2 }, { quantity: 3 }]
        steps:
          - name: begin
            at: 2021-03-24T09:00
            note: { no: Nå, en: Now }
          - after: begin + P2D
            foreach: { car: "${cars}" }
            every: PT5M
            do: POST /api/needs
            as: ingrid
            body: { quantity: "${car.quantity}" }
            expect: { status: 201, body: { state: reported } }
            save: { need: $.needId, etag: header ETag }
          - at: 2021-03-27T09:00
            do: PUT /api/needs/${need}
            as: ingrid
            ifMatch: ${etag}
            expect: 200
        """;

    /// <summary>What is said of the sound scenario with one text put in another's place.</summary>
    public static IReadOnlyList<ScenarioProblem> ProblemsWith(string replaced, string by)
    {
        Assert.Contains(replaced, Sound, StringComparison.Ordinal);
        return Problems(Sound.Replace(replaced, by, StringComparison.Ordinal));
    }

    public static IReadOnlyList<ScenarioProblem> Problems(string yaml) =>
        Assert.Throws<ScenarioFaultException>(() => ScenarioReader.Read(yaml, "small.yaml")).Problems;
}
