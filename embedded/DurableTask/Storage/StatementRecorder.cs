namespace Samkjop.Embedded.Storage;

/// <summary>Notes what the writer executes, so that the same statements can be run again without the engine.</summary>
internal abstract class StatementRecorder
{
    public abstract void Executed(string sql, object?[] values);
}
