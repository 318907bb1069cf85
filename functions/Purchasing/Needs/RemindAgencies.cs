using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Purchasing.Evaluations;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>
/// Reminds agencies before the needs deadline, and officers before bids lapse. Fires in the hours of UTC that are a working day's in Oslo, since eight there is at six or seven; the
/// day's later occurrences catch up what was missed.
/// </summary>
public sealed partial class RemindAgencies(NeedsReminding reminding, ValidityReminding validity, TimeProvider clock, ILogger<RemindAgencies> logger)
{
    [Function(nameof(RemindAgencies))]
    public async Task RunAsync([TimerTrigger("0 0 6-14 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (roundId, days) in await reminding.RemindDueAsync(clock.Now(), cancellationToken))
        {
            LogReminded(logger, roundId, days);
        }

        await validity.RemindDueAsync(clock.Now(), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminded agencies of round {RoundId}, {WorkingDays} working days before its needs deadline.")]
    private static partial void LogReminded(ILogger logger, string roundId, int workingDays);
}
