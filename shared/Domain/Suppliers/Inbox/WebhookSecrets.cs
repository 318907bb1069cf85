using Samkjop.Decisions;

namespace Samkjop.Suppliers.Inbox;

/// <summary>Rotation of a supplier's webhook secrets with overlap: make a new one, take it into use, retire the old one. Only names stand here, never values.</summary>
public static class WebhookSecrets
{
    /// <summary>Most secrets that are active at once.</summary>
    public const int MaxActive = 3;

    /// <summary>Bytes of a new secret.</summary>
    public const int KeyBytes = 32;

    /// <summary>What stands in the secret store where a retired secret stood.</summary>
    public const string Retired = "retired";

    private const int SuffixLength = 20;

    /// <summary>How the names of a supplier's secrets begin; a hyphen and 20 hexadecimal digits follow.</summary>
    public static string PrefixOf(string supplierId) => $"webhook-{supplierId}";

    /// <summary>Whether a name is that of a secret of this supplier and of no other.</summary>
    public static bool IsNameOf(string supplierId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefix = $"{PrefixOf(supplierId)}-";
        return name.Length == prefix.Length + SuffixLength
            && name.StartsWith(prefix, StringComparison.Ordinal)
            && name.Skip(prefix.Length).All(char.IsAsciiHexDigitLower);
    }

    /// <summary>Adds a secret, newest first; the same object when it is there already.</summary>
    public static (Supplier? Supplier, Refusal? Refusal) Add(Supplier supplier, string name)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        if (supplier.WebhookSecretNames.Contains(name))
            return (supplier, null);
        return supplier.WebhookSecretNames.Length >= MaxActive
            ? (null, InboxRefusals.TooManySecrets())
            : (supplier with { WebhookSecretNames = supplier.WebhookSecretNames.Insert(0, name) }, null);
    }

    /// <summary>Retires a secret at once; the same object when it is not active.</summary>
    public static Supplier Retire(Supplier supplier, string name)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        return supplier.WebhookSecretNames.Contains(name)
            ? supplier with { WebhookSecretNames = supplier.WebhookSecretNames.Remove(name) }
            : supplier;
    }
}
