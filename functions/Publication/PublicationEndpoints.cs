using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Publication;
using Samkjop.Serialization;
using Samkjop.State;

namespace Samkjop.Functions.Publication;

/// <summary>What has been published of rounds and purchasing systems (OCDS 1.1.5), for anybody to read.</summary>
public sealed class PublicationEndpoints(IDocumentStore store, ReleaseFeed feed, IOptions<PublicationOptions> options)
{
    [Function(nameof(ListReleases))]
    [OpenToAll("Publication is for everybody; only what is public is stored where this reads.")]
    public async Task<IResult> ListReleases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ocds/releases")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (query, since) = (request.Page(), SinceOf(request));
        var page = await feed.ReadAsync(since, query.PageSize, query.Continuation, context.Arrived(), cancellationToken);
        if (page.Releases.Count == 0)
        {
            // A release package without releases is none (minItems 1).
            return Reply.NoContent();
        }

        var (uri, next) = (UriOf(request), page.Next is { } continuation ? NextOf(request, continuation) : null);
        return new PublicReply(ETagOf(uri, next, page.Releases), () => ReleasePackage.Of(uri, HeadOf(request), page.Releases, next));
    }

    [Function(nameof(GetProcessRecord))]
    [OpenToAll("Publication is for everybody; only what is public is stored where this reads.")]
    public async Task<IResult> GetProcessRecord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ocds/records/{ocid}")] HttpRequest request, string ocid, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var releases = new List<PublishedRelease>();
        await foreach (var stored in store.AllAsync<PublishedRelease>(ocid, cancellationToken: cancellationToken))
        {
            releases.Add(stored.Document);
        }

        if (releases.Count == 0)
        {
            throw new ProblemException(Refusal.NotFound(
                "unknown-process",
                $"Ingenting er publisert om prosessen '{ocid}'. Kontroller adressen; alle prosesser står i /api/ocds/releases.",
                $"Nothing has been published of the process '{ocid}'. Check the address; all processes stand in /api/ocds/releases."));
        }

        var uri = UriOf(request);
        return new PublicReply(ETagOf(uri, null, releases), () => RecordPackage.Of(uri, HeadOf(request), releases));
    }

    [Function(nameof(GetPublicationPolicy))]
    [OpenToAll("It says what is published when.")]
    public static IResult GetPublicationPolicy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ocds/policy")] HttpRequest request) =>
        new HtmlReply(Encoding.UTF8.GetBytes(PublicationPolicy.Page().ToString()));

    private PackageHead HeadOf(HttpRequest request) =>
        new(options.Value.ToPublisher(), options.Value.License, options.Value.Policy ?? new Uri(AddressOf(request), "/api/ocds/policy"));

    private Uri UriOf(HttpRequest request) => new(AddressOf(request), $"{request.Path}{request.QueryString}");

    private Uri NextOf(HttpRequest request, string continuation)
    {
        var kept = request.Query.Where(parameter => parameter.Key is "since" or "pageSize");
        return new Uri(AddressOf(request), $"{request.Path}{QueryString.Create([.. kept, new("continuation", continuation)])}");
    }

    private Uri AddressOf(HttpRequest request) => options.Value.Address ?? new Uri($"{request.Scheme}://{request.Host}");

    /// <summary>Releases never change, so that their ids say what the package holds.</summary>
    private string ETagOf(Uri uri, Uri? next, IEnumerable<PublishedRelease> releases) =>
        CanonicalJson.Sha256(new { uri, next, options.Value.License, publisher = options.Value.ToPublisher(), releases = releases.Select(release => release.Part + release.ReleaseId) })[..32];

    private static Instant? SinceOf(HttpRequest request)
    {
        var text = request.Query["since"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var time })
        {
            return time.ToInstant();
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }
            ? OsloTime.StartOfDay(day)
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "invalid-since", new Text(
                $"since er «{text}», men skal være en dag som 2021-05-01 eller et tidspunkt som 2021-05-01T10:00:00Z. Rett den og prøv igjen.",
                $"since is \"{text}\", but must be a day such as 2021-05-01 or a time such as 2021-05-01T10:00:00Z. Correct it and try again.")));
    }
}
