using System.Diagnostics;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Telemetry;

namespace Samkjop.State;

/// <summary>Spans of commands and of the relay: which kind of document, in which round, and what became of it; never who or about what.</summary>
internal static class CommandSpan
{
    public static Activity? Start<T>(string verb, string partitionKey, IEnumerable<ActivityLink>? links = null)
        where T : class, IDocument
    {
        if (!SamkjopTelemetry.Source.HasListeners())
        {
            return null;
        }

        var span = SamkjopTelemetry.Source.StartActivity($"{verb} {T.Kind}", ActivityKind.Internal, default(ActivityContext), tags: null, links);
        return span?.SetTag(TelemetryTags.Kind, T.Kind).SetTag(TelemetryTags.Round, T.Container is Containers.Rounds ? partitionKey : null);
    }

    /// <summary>Notes what became of a command.</summary>
    public static Outcome<T> Tell<T>(this Activity? span, Outcome<T> outcome)
        where T : class, IAggregate<T>
    {
        span?.SetTag(TelemetryTags.Outcome, outcome switch
        {
            Outcome<T>.Accepted { Changed: true } => "accepted",
            Outcome<T>.Accepted => "unchanged",
            Outcome<T>.Refused refused => refused.Refusal.Code,
            _ => null,
        });
        if (outcome is Outcome<T>.Accepted { Stored.Document: Round round })
        {
            span?.SetTag(TelemetryTags.Phase, Words.Of(round.Phase));
        }

        return outcome;
    }
}
