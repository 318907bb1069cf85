using Samkjop.Agencies;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Finds the agencies that take part in a round.</summary>
public static class RoundAgencies
{
    /// <summary>Every registered agency; in an own call-off the one whose it is.</summary>
    public static IAsyncEnumerable<Stored<Agency>> AgenciesOfAsync(this IDocumentStore store, CallOff? callOff, CancellationToken cancellationToken) =>
        store.AllAcrossAsync<Agency>(cancellationToken: cancellationToken).Where(agency => CallOff.Concerns(callOff, agency.Document.AgencyId));
}
