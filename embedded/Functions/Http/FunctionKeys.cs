using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Samkjop.Embedded.Functions.Discovery;
using Samkjop.Embedded.Functions.Invocation;

namespace Samkjop.Embedded.Functions.Http;

/// <summary>
/// The keys that callers of HTTP functions show in <c>x-functions-key</c> or <c>?code=</c>. Settings: <c>FunctionKeys:Master</c> opens
/// everything, <c>FunctionKeys:Default</c> every function, <c>FunctionKeys:Functions:{name}</c> one. Compared in constant time.
/// </summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private const string Master = "FunctionKeys:Master";
    private const string Default = "FunctionKeys:Default";

    /// <summary>Refuses a function that asks for a key when none is set: it could never be called.</summary>
    public IEnumerable<string> Problems(IEnumerable<FunctionEntry> functions) =>
        from f in functions
        let level = (f.Trigger as HttpTriggerAttribute)?.AuthLevel ?? AuthorizationLevel.Anonymous
        where level != AuthorizationLevel.Anonymous && !Accepted(level, f.Name).Any()
        select FunctionCompiler.Refusal(f.Name, $"asks callers for a key, and none is set. Set {string.Join(" or ", Settings(level, f.Name))}, "
            + "or make the trigger AuthorizationLevel.Anonymous and check callers in middleware.").Problems[0];

    public bool Allow(HttpRequest request, AuthorizationLevel level, string function)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;

        var shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return !string.IsNullOrEmpty(shown) && Accepted(level, function).Any(key => Same(key, shown));
    }

    private IEnumerable<string> Accepted(AuthorizationLevel level, string function) =>
        Settings(level, function).Select(s => configuration[s]).OfType<string>().Where(key => key.Length > 0);

    private static string[] Settings(AuthorizationLevel level, string function) =>
        level == AuthorizationLevel.Function ? [$"FunctionKeys:Functions:{function}", Default, Master] : [Master];

    private static bool Same(string key, string shown) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
