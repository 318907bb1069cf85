namespace Microsoft.Azure.Functions.Worker;

/// <summary>The key that the host asks of a caller before an HTTP function runs.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
