namespace Samkjop.Host.Scenarios;

/// <summary>A rehearsal stopped: a step did not go as the file expects, or could not be played.</summary>
/// <param name="message">What was expected and what came.</param>
internal sealed class PlayFault(string message) : Exception(message);
