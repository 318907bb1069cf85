using Mono.Cecil;
using Mono.Cecil.Cil;
using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.Determinism;

/// <summary>
/// Follows an orchestrator's code, with its state machine, lambdas and every method of the same assembly that it calls, and names what
/// would give another answer on replay: clocks, randomness, threads, the machine, locks, I/O, static fields that change.
/// </summary>
internal static class OrchestratorScan
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.Environment", "System.Random", "System.Diagnostics.Stopwatch", "System.Threading.Monitor", "System.Threading.Lock",
        "System.Threading.Interlocked", "System.Threading.SemaphoreSlim", "System.Threading.Mutex", "System.Threading.ReaderWriterLockSlim",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer",
        "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel", "System.Net.Http.HttpClient", "System.IO.File",
        "System.IO.Directory", "System.TimeZoneInfo", "System.Console",
    ];

    private static readonly string[] ForbiddenMethods =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.TimeProvider::get_System",
        "System.Threading.Tasks.Task::Delay", "System.Threading.Tasks.Task::Run", "System.Threading.Tasks.Task::Yield",
        "System.Threading.CancellationTokenSource::CancelAsync", "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task::ContinueWith", "System.Threading.Tasks.Task::get_Factory",
    ];

    /// <summary>Methods with an <c>[OrchestrationTrigger]</c> parameter.</summary>
    public static IEnumerable<MethodDefinition> Orchestrators(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Where(method => method.Parameters.Any(parameter =>
            parameter.CustomAttributes.Any(a => a.AttributeType.Name == "OrchestrationTriggerAttribute")));

    public static IEnumerable<string> Findings(MethodDefinition orchestrator)
    {
        var seen = new HashSet<MethodDefinition>();
        var open = new Stack<MethodDefinition>([orchestrator]);
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method) || !method.HasBody)
                continue;
            foreach (var next in StateMachine(method))
                open.Push(next);
            foreach (var instruction in method.Body.Instructions)
            {
                if (Finding(instruction) is { } finding)
                    yield return $"{orchestrator.DeclaringType.Name}: {finding} in {method.FullName}";
                if (instruction.Operand is MethodReference { DeclaringType.Scope: ModuleDefinition } called && called.Resolve() is { } ours)
                    open.Push(ours);
            }
        }
    }

    private static IEnumerable<MethodDefinition> StateMachine(MethodDefinition method) =>
        method.CustomAttributes
            .Where(a => a.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute")
            .Select(a => ((TypeReference)a.ConstructorArguments[0].Value).Resolve())
            .SelectMany(machine => machine.Methods.Where(m => m.HasBody));

    private static string? Finding(Instruction instruction) => instruction.Operand switch
    {
        MethodReference { Name: "ConfigureAwait" } => "ConfigureAwait",
        MethodReference { Name: "get_CurrentManagedThreadId" } => null, // Every iterator asks for it.
        MethodReference method when ForbiddenTypes.Contains(method.DeclaringType.FullName) => $"{method.DeclaringType.FullName}.{method.Name}",
        MethodReference method when ForbiddenMethods.Contains($"{method.DeclaringType.FullName}::{method.Name}") => $"{method.DeclaringType.FullName}.{method.Name}",
        FieldReference field when instruction.OpCode.Code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld && IsMutable(field) => $"static field {field.FullName}",
        _ => null,
    };

    // Fields of the compiler cache lambdas and do not change what the code does.
    private static bool IsMutable(FieldReference field) =>
        !field.DeclaringType.Name.StartsWith('<') && field.DeclaringType.Scope is ModuleDefinition
        && field.Resolve() is { IsInitOnly: false, HasConstant: false };
}
