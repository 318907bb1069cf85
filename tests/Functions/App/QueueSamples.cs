using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Tests.Functions.App;

public sealed record Parcel(string Name, int Weight);

public sealed class QueueSamples(Journal journal, Visit visit)
{
    [Function("Letters")]
    public async Task Letters([QueueTrigger("letters")] string message, FunctionContext context)
    {
        journal.Write($"letter {message} {context.BindingContext.BindingData["DequeueCount"]} scope={visit.Id != Guid.Empty}");
        if (message == "wait")
            await journal.Released.Task;
    }

    [Function("Parcels")]
    public static async Task Parcels([QueueTrigger("parcels")] Parcel parcel, FunctionContext context)
    {
        await Task.Yield();
        context.GetLogger("Parcels");
        ((Journal)context.InstanceServices.GetService(typeof(Journal))!).Write($"parcel {parcel.Name} {parcel.Weight}");
    }

    [Function("Stubborn")]
    public void Stubborn([QueueTrigger("stubborn")] string message, FunctionContext context)
    {
        journal.Write($"stubborn {message} {context.BindingContext.BindingData["DequeueCount"]}");
        if (message != "calm")
            throw new InvalidOperationException("will not");
    }

    [Function("StubbornPoison")]
    public void StubbornPoison([QueueTrigger("stubborn-poison")] string message) => journal.Write($"poison {message}");
}
