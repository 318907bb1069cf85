using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.AwardNotices;

/// <summary>Reminds the officers of award notices once a day, a week before they are due and until they are published.</summary>
public sealed partial class RemindOfAwardNotices(AwardNoticeReminding reminding, TimeProvider clock, ILogger<RemindOfAwardNotices> logger)
{
    [Function(nameof(RemindOfAwardNotices))]
    public async Task RunAsync([TimerTrigger("0 20 6 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (roundId, key) in await reminding.RemindDueAsync(clock.Now(), cancellationToken))
        {
            LogDue(logger, key, roundId);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The award notice {Key} of round {RoundId} is due and not recorded as published.")]
    private static partial void LogDue(ILogger logger, string key, string roundId);
}
