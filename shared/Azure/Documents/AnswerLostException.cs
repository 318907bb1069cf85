namespace Samkjop.Azure;

/// <summary>A write was sent, and the connection broke before its answer came.</summary>
internal sealed class AnswerLostException(Exception inner) : IOException("The answer to a write was lost.", inner);
