using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>What a step does.</summary>
public abstract record StepAction
{
    private StepAction()
    {
    }

    /// <summary>Tells something that no system takes part in.</summary>
    public sealed record Tell(Text Text) : StepAction;

    /// <summary>A request to the HTTP API.</summary>
    public sealed record Request : StepAction
    {
        public required ActingPerson As { get; init; }

        public required string Method { get; init; }

        /// <summary>Path below the app's address, with query.</summary>
        public required string Path { get; init; }

        public JsonNode? Body { get; init; }

        /// <summary>A spreadsheet as text, sent as CSV; null for a JSON body or none.</summary>
        public string? Csv { get; init; }

        public string? IfMatch { get; init; }

        public required Answering Answer { get; init; }
    }

    /// <summary>Puts content to an upload ticket.</summary>
    public sealed record Upload : StepAction
    {
        /// <summary>For the timeline only: an upload URL needs no token.</summary>
        public required ActingPerson As { get; init; }

        /// <summary>Text that stands for a ticket.</summary>
        public required string Ticket { get; init; }

        public required Content Content { get; init; }

        public required Answering Answer { get; init; }
    }

    /// <summary>A signed message of a supplier's system (Standard Webhooks 1.0.0).</summary>
    public sealed record Webhook : StepAction
    {
        public required string Supplier { get; init; }

        public required string Path { get; init; }

        public required string Id { get; init; }

        /// <summary>Such as <c>order.delivered</c>.</summary>
        public required string Type { get; init; }

        public required JsonNode Data { get; init; }

        /// <summary>The secret to sign with.</summary>
        public required string Secret { get; init; }

        /// <summary>How long before it is sent the message was signed, in seconds; negative: after.</summary>
        public long AgeSeconds { get; init; }

        /// <summary>Changes the body after it was signed.</summary>
        public bool Tampered { get; init; }

        public required Answering Answer { get; init; }
    }

    /// <summary>Steps one after the other.</summary>
    public sealed record Group(IReadOnlyList<Step> Steps) : StepAction;

    /// <summary>Lets the suppliers act on orders, each as its <c>onOrder</c> says.</summary>
    /// <param name="Orders">Text that stands for a list of orders.</param>
    public sealed record FollowOrders(JsonNode Orders) : StepAction;
}

/// <summary>Who acts: a person by id, or found by supplier or agency and role when the step is played.</summary>
/// <param name="Person">Id; null when found.</param>
/// <param name="Supplier">Acts for this supplier.</param>
/// <param name="Agency">Acts for this agency.</param>
/// <param name="Role">Has this role; null for any.</param>
/// <param name="Anonymous">Nobody: without a token.</param>
public sealed record ActingPerson(string? Person, string? Supplier = null, string? Agency = null, string? Role = null, bool Anonymous = false);

/// <summary>What is uploaded: one of them.</summary>
/// <param name="Json">JSON.</param>
/// <param name="Text">Text.</param>
/// <param name="Bytes">So many bytes.</param>
public sealed record Content(JsonNode? Json, string? Text, long? Bytes);

/// <summary>What is done with an answer.</summary>
/// <param name="Status">The status that must come; null for any 2xx.</param>
/// <param name="Problem">The code of the problem that must come.</param>
/// <param name="Body">What the answer's body must hold at least.</param>
/// <param name="Save">What to keep of the answer, by name.</param>
/// <param name="Say">The line of the timeline; null: none unless it is refused.</param>
public sealed record Answering(int? Status, string? Problem, JsonNode? Body, IReadOnlyList<Saving> Save, string? Say);

/// <param name="Name">The variable; may hold <c>${…}</c>.</param>
/// <param name="Path">Where it lies in the body, as <c>$.items.0.id</c>; null for a header.</param>
/// <param name="Header">The header; null for the body.</param>
/// <param name="KeyBy">Makes of a list an object by this member of its items.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record Saving(string Name, string? Path, string? Header, string? KeyBy, int Line);
