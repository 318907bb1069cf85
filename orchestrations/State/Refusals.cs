using Samkjop.Decisions;

namespace Samkjop.State;

/// <summary>Refusals that any document can give.</summary>
public static class Refusals
{
    public static Refusal NotFound(string kind, string id) => Refusal.NotFound(
        "not-found",
        $"Fant ingen {kind} '{id}', eller du har ikke tilgang til den. Kontroller adressen.",
        $"There is no {kind} '{id}', or it is not yours to see. Check the address.");

    public static Refusal Stale(string kind, string id) => Refusal.Stale(
        "stale-etag",
        $"{kind} '{id}' er endret siden du leste den. Ingenting er endret nå; les den på nytt og bestem deg igjen.",
        $"The {kind} '{id}' has changed since you read it. Nothing was changed now; read it again and decide again.");

    public static Refusal Exists(string kind, string id) => Refusal.Conflict(
        "already-exists",
        $"{kind} '{id}' finnes allerede. Ingenting er endret.",
        $"The {kind} '{id}' already exists. Nothing was changed.");
}
