using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads what a step does.</summary>
internal sealed class ActionReader(
    Findings findings,
    References references,
    IReadOnlyDictionary<string, ScenarioPerson> people,
    IReadOnlyDictionary<string, ScenarioSupplier> suppliers,
    IReadOnlyDictionary<string, string> agencies)
{
    private static readonly string[] Kinds = ["do", "upload", "webhook", "note", "orders", "steps"];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];
    private static readonly StepAction Nothing = new StepAction.Tell(new Text("", ""));

    private readonly AnswerReader _answers = new(findings, references);

    public StepAction Read(MappingReader step, IReadOnlyCollection<string> local)
    {
        var kinds = Kinds.Where(step.Has).ToList();
        if (kinds is not [var kind])
        {
            findings.Add(step.Node, kinds.Count == 0
                ? $"This step does nothing. Expected one of {string.Join(", ", Kinds)}."
                : $"This step does several things: {string.Join(", ", kinds)}. Make a step of each.");
            foreach (var key in (string[])[.. kinds, "as", "body", "csv", "ifMatch", "expect", "save", "say"])
            {
                _ = step.Take(key);
            }

            return Nothing;
        }

        return kind switch
        {
            "do" => Request(step, local),
            "upload" => Upload(step, local),
            "webhook" => Webhook(step, local),
            "orders" => new StepAction.FollowOrders(Json(step.Take("orders"), local) ?? ""),
            _ => new StepAction.Tell(TextReader.Read(step.Take("note")!, "note", findings) ?? new Text("", "")),
        };
    }

    private StepAction.Request Request(MappingReader step, IReadOnlyCollection<string> local)
    {
        var (method, path) = ("GET", "/");
        if (step.Take("do") is { } node && step.TextOf(node, "do") is { } text)
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            (method, path) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
            if (!Methods.Contains(method))
            {
                findings.Add(node, $"'{method}' is no method. Expected one of {string.Join(", ", Methods)}.{NearestName.Hint(method, Methods)}");
            }

            if (!path.StartsWith('/'))
            {
                findings.Add(node, $"'{text}' has no path. Expected such as POST /api/rounds/2021-1/needs.");
            }

            references.Use(node, path, local);
        }

        return new StepAction.Request
        {
            As = ActingPerson(step.Require("as"), local),
            Method = method,
            Path = path,
            Body = Json(step.Take("body"), local),
            Csv = Used(step, "csv", local),
            IfMatch = Used(step, "ifMatch", local),
            Answer = _answers.Read(step, local),
        };
    }

    private StepAction.Upload Upload(MappingReader step, IReadOnlyCollection<string> local)
    {
        var actor = ActingPerson(step.Require("as"), local);
        var answer = _answers.Read(step, local);
        var (ticket, content) = ("", new Content(null, null, null));
        if (MappingReader.Of(step.Take("upload")!, "'upload'", findings) is { } upload)
        {
            ticket = Used(upload, "ticket", local, required: true) ?? "";
            content = new Content(Json(upload.Take("json"), local), Used(upload, "text", local), upload.Integer("bytes"));
            if (new object?[] { content.Json, content.Text, content.Bytes }.Count(c => c is not null) != 1)
            {
                findings.Add(upload.Node, "An upload has one of json, text and bytes.");
            }

            upload.Done();
        }

        return new StepAction.Upload { As = actor, Ticket = ticket, Content = content, Answer = answer };
    }

    private StepAction.Webhook Webhook(MappingReader step, IReadOnlyCollection<string> local)
    {
        var answer = _answers.Read(step, local);
        var webhook = MappingReader.Of(step.Take("webhook")!, "'webhook'", findings);
        var action = new StepAction.Webhook
        {
            Supplier = webhook?.Require("supplier") is { } id ? Checked(id, "supplier", suppliers.Keys, local) : "",
            Path = webhook is null ? "" : Used(webhook, "path", local, required: true) ?? "",
            Id = webhook is null ? "" : Used(webhook, "id", local, required: true) ?? "",
            Type = webhook?.RequireText("type") ?? "",
            Data = Json(webhook?.Require("data"), local) ?? new JsonObject(),
            Secret = webhook is null ? "" : Used(webhook, "secret", local, required: true) ?? "",
            AgeSeconds = webhook?.Integer("age") ?? 0,
            Tampered = webhook?.Flag("tampered") ?? false,
            Answer = answer,
        };
        webhook?.Done();
        return action;
    }

    private ActingPerson ActingPerson(YamlNode? node, IReadOnlyCollection<string> local)
    {
        switch (node)
        {
            case null:
                return new ActingPerson(null);
            case YamlScalarNode { Value: "nobody" }:
                return new ActingPerson(null, Anonymous: true);
            case YamlScalarNode:
                return new ActingPerson(Checked(node, "person", people.Keys.Append("nobody"), local));
        }

        if (MappingReader.Of(node, "'as'", findings) is not { } mapping)
        {
            return new ActingPerson(null);
        }

        var actor = new ActingPerson(
            null,
            mapping.Take("supplier") is { } supplier ? Checked(supplier, "supplier", suppliers.Keys, local) : null,
            mapping.Take("agency") is { } agency ? Checked(agency, "agency", agencies.Keys, local) : null,
            mapping.Take("role") is { } role ? Checked(role, "role", People.Role.All, local) : null);
        mapping.Done();
        return actor;
    }

    /// <summary>A name that must be known, unless a variable decides it.</summary>
    private string Checked(YamlNode node, string what, IEnumerable<string> known, IReadOnlyCollection<string> local)
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } name })
        {
            findings.Add(node, $"Expected the name of a {what}, found {MappingReader.Describe(node)}.");
            return "";
        }

        references.Use(node, name, local);
        if (!name.Contains("${", StringComparison.Ordinal) && !known.Contains(name))
        {
            findings.Unknown(node, what, name, known);
        }

        return name;
    }

    private string? Used(MappingReader mapping, string key, IReadOnlyCollection<string> local, bool required = false)
    {
        var node = required ? mapping.Require(key) : mapping.Take(key);
        var text = node is null ? null : mapping.TextOf(node, key);
        if (text is not null)
        {
            references.Use(node!, text, local);
        }

        return text;
    }

    private JsonNode? Json(YamlNode? node, IReadOnlyCollection<string> local)
    {
        if (node is null)
        {
            return null;
        }

        var json = YamlJson.Convert(node);
        references.Use(node, json, local);
        return json;
    }
}
