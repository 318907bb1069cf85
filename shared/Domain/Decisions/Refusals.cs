namespace Samkjop.Decisions;

/// <summary>Refusals that any document can give.</summary>
public static class Refusals
{
    /// <summary>There is none, or the caller may not know of it: both are said in the same words.</summary>
    public static Refusal NotFound(string kind, string id)
    {
        var name = KindNames.Of(kind);
        return Refusal.NotFound(
            "not-found",
            $"Fant ikke {name.No} «{id}», eller du har ikke tilgang. Kontroller adressen.",
            $"There is no {name.En} '{id}', or it is not yours to see. Check the address.");
    }

    public static Refusal Stale(string kind, string id)
    {
        var name = KindNames.Of(kind);
        return Refusal.Stale(
            "stale-etag",
            $"Noen har endret {name.No} «{id}» siden du sist leste. Ingenting er endret nå; les på nytt og ta stilling igjen.",
            $"The {name.En} '{id}' has changed since you read it. Nothing was changed now; read it again and decide again.");
    }

    public static Refusal Exists(string kind, string id)
    {
        var name = KindNames.Of(kind);
        return Refusal.Conflict(
            "already-exists",
            $"{char.ToUpperInvariant(name.No[0])}{name.No[1..]} «{id}» finnes allerede. Ingenting er endret; les det som finnes, eller bruk en annen id.",
            $"The {name.En} '{id}' already exists. Nothing was changed; read what is there, or use another id.");
    }

    /// <summary>An Idempotency-Key stands for one thing; it came back with another.</summary>
    public static Refusal KeyReused() => Refusal.Invalid(
        "idempotency-key-reused",
        "Denne Idempotency-Key er brukt til noe annet. Det første står; ingenting er endret nå. Bruk en ny nøkkel.",
        "This Idempotency-Key was used for something else. The first stands; nothing was changed now. Use a new key.");
}
