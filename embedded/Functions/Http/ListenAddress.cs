using System.Net;

namespace Samkjop.Embedded.Functions.Http;

/// <summary>Where the host listens: plain HTTP on loopback, unless remote connections are allowed by name.</summary>
internal static class ListenAddress
{
    /// <exception cref="FunctionStartupException">No such address, or one that others could reach.</exception>
    public static IPEndPoint Parse(Uri listen, bool allowRemote)
    {
        if (listen.Scheme != Uri.UriSchemeHttp || listen.PathAndQuery != "/")
            throw new FunctionStartupException($"'{listen}' is no address to listen on. Write http://127.0.0.1:7071; a proxy in front brings https.");

        var address = listen.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.TryParse(listen.DnsSafeHost, out var parsed) ? parsed
            : throw new FunctionStartupException($"'{listen.Host}' is no IP address. Write 127.0.0.1, [::1] or localhost.");
        if (!IPAddress.IsLoopback(address) && !allowRemote)
            throw new FunctionStartupException(
                $"'{listen}' can be reached from other machines, and this host is made for one. Listen on 127.0.0.1, or allow remote connections explicitly.");

        return new IPEndPoint(address, listen.Port);
    }
}
