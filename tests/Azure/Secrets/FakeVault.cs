using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Secrets;

/// <summary>
/// A fake Key Vault in this process. It asks for tokens as the real one does (401 with a challenge, RFC 6750), keeps secrets and one RSA key, and
/// fails requests that the real one would not take. It knows no versions of secrets, no listing and no rights.
/// </summary>
internal sealed class FakeVault : HttpMessageHandler
{
    public const string Version = "0698c2156c1a4e1da5b6bab6f6422fd6";

    public static readonly Uri Address = new("https://samkjop.vault.azure.net");

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>What the challenge names.</summary>
    public string Resource { get; init; } = "https://vault.azure.net";

    /// <summary>Secrets by the vault's names.</summary>
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Deleted { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Disabled { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Requests in short: method, path and query, whether with token, and how many bytes.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>When set, what everybody with a token gets.</summary>
    public HttpResponseMessage? Failure { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var token = request.Headers.Authorization;
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {(token is null ? "without" : "with")} token, {body.Length} bytes");
        if (token is null)
        {
            return Challenge();
        }

        Assert.Equal(Address.Host, request.RequestUri.Host);
        Assert.Equal("Bearer token-for-https://vault.azure.net/.default-of-tenant-1", token.ToString());
        var path = request.RequestUri.AbsolutePath.Trim('/').Split('/');
        return Failure ?? (path, request.Method.Method) switch
        {
            (["secrets", var name], "GET") => Secret(name),
            (["secrets", var name], "PUT") => Set(name, JsonNode.Parse(body)!["value"]!.GetValue<string>()),
            (["keys", "bids"], "GET") => Json(HttpStatusCode.OK, Public()),
            (["keys", "bids", Version, "unwrapkey"], "POST") => Unwrap(JsonNode.Parse(body)!),
            _ => Error(HttpStatusCode.NotFound, "KeyNotFound"),
        };
    }

    public static HttpResponseMessage Error(HttpStatusCode status, string code, string? inner = null) => Json(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = "As the vault says.", ["innererror"] = inner is null ? null : new JsonObject { ["code"] = inner } },
    });

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }

    private HttpResponseMessage Challenge()
    {
        var asked = Error(HttpStatusCode.Unauthorized, "Unauthorized");
        asked.Headers.Add("WWW-Authenticate", $"Bearer authorization=\"https://login.microsoftonline.com/tenant-1\", resource=\"{Resource}\"");
        return asked;
    }

    private HttpResponseMessage Secret(string name) => Disabled.Contains(name)
        ? Error(HttpStatusCode.Forbidden, "Forbidden", "SecretDisabled")
        : Secrets.TryGetValue(name, out var value) && !Deleted.Contains(name)
            ? Json(HttpStatusCode.OK, new JsonObject { ["value"] = value, ["id"] = $"{Address}secrets/{name}/{Version}" })
            : Error(HttpStatusCode.NotFound, "SecretNotFound");

    private HttpResponseMessage Set(string name, string value)
    {
        Assert.Matches("^[0-9a-zA-Z-]{1,127}$", name);
        if (Deleted.Contains(name))
        {
            return Error(HttpStatusCode.Conflict, "Conflict", "ObjectIsDeletedButRecoverable");
        }

        Secrets[name] = value;
        return Secret(name);
    }

    private JsonObject Public()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kid"] = $"{Address}keys/bids/{Version}", ["kty"] = "RSA-HSM",
                ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            },
        };
    }

    private HttpResponseMessage Unwrap(JsonNode asked)
    {
        Assert.Equal("RSA-OAEP-256", asked["alg"]!.GetValue<string>());
        try
        {
            var key = _key.Decrypt(Base64Url.DecodeFromChars(asked["value"]!.GetValue<string>()), RSAEncryptionPadding.OaepSHA256);
            return Json(HttpStatusCode.OK, new JsonObject { ["kid"] = $"{Address}keys/bids/{Version}", ["value"] = Base64Url.EncodeToString(key) });
        }
        catch (CryptographicException)
        {
            return Error(HttpStatusCode.BadRequest, "BadParameter");
        }
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonObject content) =>
        new(status) { Content = new StringContent(content.ToJsonString(JsonSerializerOptions.Default), Encoding.UTF8, "application/json") };
}
