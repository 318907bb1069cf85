using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Samkjop.Decisions;
using Samkjop.Functions.Http.Tokens;
using Samkjop.Functions.Purchasing;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Http;

/// <summary>
/// Validates the bearer token and the roles that the function requires, before the function runs. Who lacks the role for something of a round is
/// recorded in its audit log; so is who asks for another agency's own call-off, which is not there for it.
/// </summary>
public sealed class CallerMiddleware(TokenValidator tokens, EndpointRules rules, RefusedAttempts attempts, TimeProvider clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        context.Items[FunctionContextExtensions.ArrivedItem] = clock.Now();
        if (rules.RolesOf(context.FunctionDefinition.Name) is { } roles)
        {
            await AuthenticateAsync(context, roles);
        }

        await next(context);
    }

    private async Task AuthenticateAsync(FunctionContext context, IReadOnlyList<string> roles)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("Not an HTTP request.");
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw Unauthorized(http, "Send a bearer token in the Authorization header.");
        }

        var (caller, reason) = await tokens.ValidateAsync(header["Bearer ".Length..].Trim(), context.CancellationToken);
        if (caller is null)
        {
            throw Unauthorized(http, reason!);
        }

        if (!roles.Any(caller.Has))
        {
            if (http.GetRouteValue("roundId") is string roundId)
            {
                await attempts.RecordAsync(context, caller, roundId, AttemptMiddleware.SubjectOf(http.Request), "role-required", context.CancellationToken);
            }

            throw new ProblemException(Problem.Of(StatusCodes.Status403Forbidden, "role-required", new Text(
                $"Dette krever en av rollene: {string.Join(", ", roles)}. Ingenting er endret. Be administratoren om rollen, eller la en som har den gjøre det.",
                $"This needs one of the roles: {string.Join(", ", roles)}. Nothing was changed. Ask the administrator for the role, or let somebody who has it do this.")));
        }

        if (caller.SupplierId is null && http.GetRouteValue("roundId") is string id && !RoundAccess.Concerns(id, caller))
        {
            await attempts.RecordAsync(context, caller, id, AttemptMiddleware.SubjectOf(http.Request), "not-found", context.CancellationToken);
            throw new ProblemException(Refusals.NotFound(Round.Kind, id));
        }

        context.Items[FunctionContextExtensions.CallerItem] = caller;
    }

    private static ProblemException Unauthorized(HttpContext http, string reason)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemException(Problem.Of(StatusCodes.Status401Unauthorized, "not-authenticated", new Text(
            "Du er ikke innlogget, eller innloggingen er utløpt. Ingenting er endret. Logg inn og prøv igjen.",
            $"{reason} Nothing was changed. Log in and try again.")));
    }
}
