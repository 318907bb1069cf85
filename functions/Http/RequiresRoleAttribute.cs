namespace Samkjop.Functions.Http;

/// <summary>Who may call an HTTP function: a caller with any of the roles. Every HTTP function declares this or <see cref="OpenToAllAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresRoleAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>An HTTP function that needs no token, with the reason why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
