using Samkjop.People;

namespace Samkjop.Functions.Http;

/// <summary>An HTTP function that every authenticated caller reaches, since the function itself turns away and records who may not.</summary>
public sealed class RequiresAnyRoleAttribute() : RequiresRoleAttribute([.. Role.All]);
