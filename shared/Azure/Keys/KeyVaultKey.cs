using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Samkjop.Ports;

namespace Samkjop.Azure.Keys;

/// <summary>
/// An RSA key that never leaves Key Vault: its public half is given to anybody, its private half unwraps for whom the vault lets. Speaks Key Vault's
/// REST API (keys: Get Key, Unwrap Key) through Azure.Core's pipeline.
/// </summary>
public sealed class KeyVaultKey
{
    private const string Service = "Key Vault";
    private const string Algorithm = "RSA-OAEP-256";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _key;
    private readonly string _name;

    /// <param name="vaultUri">The vault's address (https).</param>
    /// <param name="name">The key's name: 1–127 letters, digits and '-'.</param>
    /// <param name="credential">Who asks: needs <c>keys/get</c> and <c>keys/unwrapKey</c>.</param>
    /// <param name="options">Transport and retries.</param>
    /// <exception cref="ArgumentException">The address is not https, or the name is no key's.</exception>
    public KeyVaultKey(Uri vaultUri, string name, TokenCredential credential, KeyVaultKeyOptions options)
    {
        ArgumentNullException.ThrowIfNull(vaultUri);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        if (vaultUri.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException("A vault's address begins with https://.", nameof(vaultUri));
        }

        (_name, _key) = (name, new Uri(vaultUri, $"/keys/{CheckedName(name, nameof(name))}/"));
        _pipeline = HttpPipelineBuilder.Build(options, new VaultAuthenticationPolicy(credential));
    }

    /// <summary>The newest version's public half.</summary>
    /// <exception cref="KeyVaultKeyException">There is no such key, or it is no RSA key.</exception>
    /// <exception cref="StoreUnavailableException">The vault cannot be reached, throttles, or refuses the identity.</exception>
    public async Task<WrappingKey> GetWrappingKeyAsync(CancellationToken cancellationToken = default)
    {
        using var answer = await SendAsync(RequestMethod.Get, "", content: null, cancellationToken);
        var key = JsonDocument.Parse(answer.Content).RootElement.GetProperty("key");
        if (key.GetProperty("kty").GetString() is not ("RSA" or "RSA-HSM"))
        {
            throw new KeyVaultKeyException($"The key '{_name}' is no RSA key. Nothing was wrapped; make it an RSA key.");
        }

        var version = key.GetProperty("kid").GetString()!.Split('/')[^1];
        return new WrappingKey(version, new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") });
    }

    /// <summary>Unwraps what was wrapped with a version of this key.</summary>
    /// <param name="version">As <see cref="WrappingKey.Version"/> said when it was wrapped.</param>
    /// <param name="wrapped">What <see cref="WrappingKey.Wrap"/> gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KeyVaultKeyException">There is no such version, it is disabled, or it did not wrap this.</exception>
    /// <exception cref="StoreUnavailableException">The vault cannot be reached, throttles, or refuses the identity.</exception>
    public async Task<byte[]> UnwrapAsync(string version, ReadOnlyMemory<byte> wrapped, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, value = Base64Url.EncodeToString(wrapped.Span) });
        using var answer = await SendAsync(RequestMethod.Post, $"{CheckedName(version, nameof(version))}/unwrapkey", body, cancellationToken);
        return Bytes(JsonDocument.Parse(answer.Content).RootElement, "value");
    }

    private Task<Response> SendAsync(RequestMethod method, string operation, byte[]? content, CancellationToken cancellationToken) =>
        AzureFaults.GuardAsync(
            Service,
            async () =>
            {
                var message = _pipeline.CreateMessage();
                message.Request.Method = method;
                message.Request.Uri.Reset(new Uri(_key, $"{operation}?api-version={KeyVaultKeyOptions.ApiVersion}"));
                message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
                if (content is not null)
                {
                    message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
                    message.Request.Content = RequestContent.Create(content);
                }

                await _pipeline.SendAsync(message, cancellationToken);
                return message.Response.Status == 200 ? message.Response : throw Refusal(message.Response);
            },
            cancellationToken);

    private Exception Refusal(Response answer)
    {
        var failed = new RequestFailedException(answer);
        return answer.Status switch
        {
            404 => new KeyVaultKeyException($"Key Vault has no key '{_name}' in that version. Nothing was unwrapped; recover the key if it was deleted.", failed),
            400 => new KeyVaultKeyException($"Key Vault could not use the key '{_name}' for this ({failed.ErrorCode}). Nothing was unwrapped; was it wrapped with another version?", failed),
            _ => failed,
        };
    }

    private static byte[] Bytes(JsonElement element, string property) => Base64Url.DecodeFromChars(element.GetProperty(property).GetString());

    private static string CheckedName(string text, string parameter) => text is { Length: >= 1 and <= 127 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? text
        : throw new ArgumentException("1–127 letters, digits and '-' are taken.", parameter);
}
