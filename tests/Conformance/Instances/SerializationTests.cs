using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask.Converters;
using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

/// <summary>Payloads go through the one converter that the worker was given, everywhere.</summary>
[Row("serialization")]
public sealed class SerializationTests
{
    /// <summary>Like NodaTime's values: the default serializer does not restore it.</summary>
    public readonly struct Krone
    {
        private readonly long oere;

        private Krone(long oere) => this.oere = oere;

        public static Krone Of(long kroner) => new(kroner * 100);

        public Krone Plus(Krone other) => new(oere + other.oere);

        public override string ToString() => $"NOK {oere / 100}";

        internal static Krone Parse(string text) => Of(long.Parse(text["NOK ".Length..]));
    }

    [Theory, EveryBackend]
    public async Task Inputs_events_activities_statuses_and_outputs_use_the_given_converter(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(Register, new JsonDataConverter(new JsonSerializerOptions { Converters = { new KroneConverter() } }));

        var instance = await backend.BeginAsync("Add", Krone.Of(100));
        await backend.RaiseAsync(instance, "Fee", Krone.Of(20));
        var end = await backend.EndAsync(instance);

        Assert.Equal("NOK 240", end.ReadOutputAs<Krone>().ToString());
        Assert.Equal("\"NOK 120\"", end.SerializedCustomStatus);
        Assert.Equal("\"NOK 100\"", end.SerializedInput);
    }

    [Theory, EveryBackend]
    public async Task Without_it_such_values_are_lost(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(Register);

        var instance = await backend.BeginAsync("Add", Krone.Of(100));
        await backend.RaiseAsync(instance, "Fee", Krone.Of(20));
        var end = await backend.EndAsync(instance);

        Assert.NotEqual("\"NOK 240\"", end.SerializedOutput);
    }

    [Theory, EveryBackend, Row("poison")]
    public async Task An_input_of_the_wrong_type_fails_its_instance_only(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Double", (_, n) => Task.FromResult(n * 2)));

        Assert.NotEmpty((await backend.FailAsync("Double", "not a number")).ErrorMessage);
        Assert.Equal(4, await backend.RunAsync<int>("Double", 2));
    }

    private static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<Krone, Krone>("Add", async (context, price) =>
        {
            var sum = price.Plus(await context.WaitForExternalEvent<Krone>("Fee"));
            context.SetCustomStatus(sum);
            return await context.CallActivityAsync<Krone>("Double", sum);
        })
        .AddActivityFunc<Krone, Krone>("Double", (_, price) => price.Plus(price));

    private sealed class KroneConverter : JsonConverter<Krone>
    {
        public override Krone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Krone.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Krone value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
