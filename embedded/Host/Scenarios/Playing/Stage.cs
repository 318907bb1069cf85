using System.Text;
using System.Text.Json.Nodes;
using NodaTime;

namespace Samkjop.Host.Scenarios;

/// <summary>Performs what a step says against the app, checks the answer, and keeps of it what the step saves.</summary>
internal sealed class Stage(Scenario scenario, Sender sender, Journal journal, TimelineWriter timeline)
{
    private readonly Names _names = new(scenario);

    /// <exception cref="PlayFault">The answer is not as expected, or the step cannot be performed.</exception>
    public async Task PerformAsync(Turn turn, Variables variables, Action<string, JsonNode?> save)
    {
        var (who, expected, answer) = turn.Step.Action switch
        {
            StepAction.Request request => await RequestAsync(turn, request, variables),
            StepAction.Upload upload => await UploadAsync(turn, upload, variables),
            StepAction.Webhook webhook => await WebhookAsync(turn, webhook, variables),
            _ => throw new InvalidOperationException($"{turn.Step.Action.GetType().Name} is not performed."),
        };

        if (answer.Departure(expected, variables.Json(expected.Body, turn.Local)) is { } departure)
        {
            throw new PlayFault($"{departure} The app answered {answer.Status}: {(answer.Text.Length == 0 ? "(nothing)" : answer.Text)}");
        }

        foreach (var saving in expected.Save)
        {
            var value = saving.Header is { } header
                ? JsonValue.Create(answer.Headers.GetValueOrDefault(header) ?? throw new PlayFault($"The answer has no header '{header}'."))
                : JsonPath.Select(answer.Json, saving);
            save(variables.Text(saving.Name, turn.Local), value);
        }

        Tell(turn, who, expected, answer, variables);
    }

    private void Tell(Turn turn, string who, Answering expected, Answer answer, Variables variables)
    {
        if (expected.Say is { } say)
        {
            timeline.Line(turn.Due, who, variables.Text(say, turn.Local));
        }

        if (answer.Detail is { } detail)
        {
            timeline.Detail($"refused, {answer.Status} {answer.Problem}: {detail}");
        }
    }

    private async Task<(string Who, Answering Expected, Answer Answer)> RequestAsync(Turn turn, StepAction.Request request, Variables variables)
    {
        var person = Cast(request.As, variables, turn.Local);
        var path = variables.Text(request.Path, turn.Local);
        var body = variables.Json(request.Body, turn.Local);
        var ifMatch = request.IfMatch is { } tag ? variables.Text(tag, turn.Local) : null;
        if (request.Method is "PUT" or "DELETE")
        {
            await journal.DoubtAsync(turn.Key);
        }

        var doubtful = journal.IsDoubtful(turn.Key);
        var answer = await sender.RequestAsync(turn.Key, person, turn.Due, request.Method, path, body, ifMatch, request.Csv is { } csv ? variables.Text(csv, turn.Local) : null);
        if (doubtful && answer.Departure(request.Answer, null) is not null)
        {
            // It was sent before the crash and carried out then: what stands now is the answer that nobody saw.
            answer = request.Method switch
            {
                "PUT" when answer.Status is 409 or 412 or 428 => (await sender.RequestAsync(turn.Key, person, turn.Due, "GET", path, null, null)) with { Status = request.Answer.Status ?? 200 },
                "PUT" when answer.Status is 200 => answer with { Status = request.Answer.Status ?? 200 },
                "DELETE" when answer.Status is 404 or 409 or 412 => answer with { Status = request.Answer.Status ?? 204, Text = "" },
                _ => answer,
            };
        }

        return (person is null ? "Somebody without a token" : _names.Person(person), request.Answer, answer);
    }

    private async Task<(string Who, Answering Expected, Answer Answer)> UploadAsync(Turn turn, StepAction.Upload upload, Variables variables)
    {
        var person = Cast(upload.As, variables, turn.Local) ?? throw new PlayFault("Somebody must upload.");
        var ticket = variables.Json(upload.Ticket, turn.Local) ?? throw new PlayFault("There is no ticket.");
        await journal.DoubtAsync(turn.Key);
        var answer = await sender.UploadAsync(ticket, Bytes(upload.Content, variables, turn.Local));
        if (journal.IsDoubtful(turn.Key) && answer.Status == 409)
        {
            answer = answer with { Status = upload.Answer.Status ?? 201, Text = "" };
        }

        return (_names.Person(person), upload.Answer, answer);
    }

    private async Task<(string Who, Answering Expected, Answer Answer)> WebhookAsync(Turn turn, StepAction.Webhook webhook, Variables variables)
    {
        var supplier = variables.Text(webhook.Supplier, turn.Local);
        var body = Sender.WebhookBody(webhook.Type, turn.Due, variables.Json(webhook.Data, turn.Local));
        var answer = await sender.WebhookAsync(
            variables.Text(webhook.Path, turn.Local), variables.Text(webhook.Id, turn.Local), body, variables.Text(webhook.Secret, turn.Local),
            turn.Due - Duration.FromSeconds(webhook.AgeSeconds), webhook.Tampered);
        return ($"{_names.Supplier(supplier)}'s system", webhook.Answer, answer);
    }

    /// <summary>The person who acts; null for nobody.</summary>
    private ScenarioPerson? Cast(ActingPerson actor, Variables variables, JsonObject local)
    {
        if (actor.Anonymous)
        {
            return null;
        }

        if (actor.Person is { } id)
        {
            id = variables.Text(id, local);
            return scenario.People.GetValueOrDefault(id) ?? throw new PlayFault($"There is no person '{id}'.{NearestName.Hint(id, scenario.People.Keys)}");
        }

        var supplier = actor.Supplier is null ? null : variables.Text(actor.Supplier, local);
        var agency = actor.Agency is null ? null : variables.Text(actor.Agency, local);
        var role = actor.Role is null ? null : variables.Text(actor.Role, local);
        return scenario.People.Values.FirstOrDefault(p =>
                (supplier is null || p.Supplier == supplier) && (agency is null || p.Agency == agency) && (role is null || p.Roles.Contains(role)))
            ?? throw new PlayFault($"Nobody among the people is{(role is null ? "" : $" {role}")} for {supplier ?? agency ?? "anybody"}.");
    }

    private static byte[] Bytes(Content content, Variables variables, JsonObject local) => content switch
    {
        { Json: { } json } => Encoding.UTF8.GetBytes(variables.Json(json, local)!.ToJsonString()),
        { Text: { } text } => Encoding.UTF8.GetBytes(variables.Text(text, local)),
        _ => new byte[content.Bytes ?? 0],
    };
}
