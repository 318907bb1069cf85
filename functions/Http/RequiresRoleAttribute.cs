using Samkjop.People;

namespace Samkjop.Functions.Http;

/// <summary>Who may call an HTTP function: a caller with any of the roles. Every HTTP function declares this or <see cref="OpenToAllAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class RequiresRoleAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>Everybody who works for the municipality.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresStaffAttribute() : RequiresRoleAttribute([.. Role.All.Where(role => role is not (Role.SupplierUser or Role.SupplierSystem))]);

/// <summary>Everybody who is logged in; what each sees and may, the function decides, and records what it refuses.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresLoginAttribute() : RequiresRoleAttribute([.. Role.All]);

/// <summary>Everybody who is logged in but the auditor, who reads everything and changes nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresLoginToWriteAttribute() : RequiresRoleAttribute([.. Role.All.Where(role => role is not Role.Auditor)]);

/// <summary>An HTTP function that needs no token, with the reason why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
