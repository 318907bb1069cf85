using System.Text.Json.Nodes;
using NodaTime;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Host.Scenarios;

/// <summary>
/// Plays a scenario through the app on virtual time: moves the clock to each step, lets all work come to rest, sends what the step says, lets the
/// work come to rest again, and tells what happened. A step's request is sent again after a crash with the same Idempotency-Key.
/// </summary>
internal sealed class Player(Scenario scenario, VirtualScheduler scheduler, Journal journal, Stage stage, EventTeller events, TimelineWriter timeline, Action<string> print)
{
    private readonly Variables _variables = new(scenario.Values);
    private readonly SortedSet<Turn> _agenda = new(Turn.Order);
    private JsonObject _saved = [];
    private Instant _last = scenario.Starts;

    /// <summary>Requests sent, those answered again after a crash counted once.</summary>
    public int Requests { get; private set; }

    /// <summary>Plays every step and lets the clock go to the end.</summary>
    /// <exception cref="PlayFault">An answer is not as expected, or a step cannot be played.</exception>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            _agenda.Add(new Turn(scenario.Steps[i].At!.Value, [i + 1], scenario.Steps[i], [], []));
        }

        try
        {
            while (_agenda.Min is { } turn)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _agenda.Remove(turn);
                await PlayAsync(turn);
            }

            await AdvanceAsync(Clock.After(_last, scenario.Runs));
        }
        finally
        {
            await events.TellAsync(Instant.MaxValue);
            Print(timeline.Take());
        }
    }

    private async Task PlayAsync(Turn turn)
    {
        try
        {
            if (turn.Step.ForEach is { } each)
            {
                Spread(turn, each);
            }
            else if (turn.Step.If is null || Holds(turn.Step.If, turn.Local))
            {
                await ActAsync(turn);
            }
        }
        catch (PlayFault fault)
        {
            throw new PlayFault($"{turn.Step.Name} (line {turn.Step.Line}): {fault.Message}");
        }

        if (turn.Next() is { } next)
        {
            _agenda.Add(next);
        }
    }

    private async Task ActAsync(Turn turn)
    {
        switch (turn.Step.Action)
        {
            case StepAction.Group { Steps.Count: > 0 } group:
                _agenda.Add(Turn.First(turn.Due, turn.Path, group.Steps, turn.Local));
                break;
            case StepAction.FollowOrders follow:
                Follow(turn, follow);
                break;
            case StepAction.Tell tell:
                await OnceAsync(turn, () =>
                {
                    timeline.Note(turn.Due, tell.Text);
                    return Task.CompletedTask;
                });
                break;
            default:
                await OnceAsync(turn, () => stage.PerformAsync(turn, _variables, Save));
                break;
        }
    }

    /// <summary>Plays a turn and keeps it, or tells it again where it was kept before a crash.</summary>
    private async Task OnceAsync(Turn turn, Func<Task> act)
    {
        if (journal.Find(turn.Key) is { } played)
        {
            foreach (var (name, value) in played.Saved)
            {
                _variables.Set(name, value);
            }

            (timeline.Day, events.Last, Requests, _last) = (played.Day, played.LastAudit, played.Requests, played.At);
            Print(played.Lines);
            return;
        }

        // After a crash what was cut short goes on first.
        await AdvanceAsync(turn.Due);
        await events.TellAsync(turn.Due);
        (_saved, _last) = ([], turn.Due);
        Requests += turn.Step.Action is StepAction.Tell ? 0 : 1;
        await act();
        await AdvanceAsync(turn.Due);
        var lines = timeline.Take();
        await journal.AddAsync(new PlayedTurn(turn.Key, turn.Due, timeline.Day, events.Last, Requests, _saved, lines));
        Print(lines);
    }

    /// <summary>Moves the clock and does everything that falls due on the way.</summary>
    private Task AdvanceAsync(Instant to)
    {
        var instant = to.ToDateTimeOffset();
        return scheduler.AdvanceToAsync(instant > scheduler.Now ? instant : scheduler.Now);
    }

    private void Save(string name, JsonNode? value)
    {
        _saved[name] = value?.DeepClone();
        _variables.Set(name, value);
    }

    private void Spread(Turn turn, Repetition each)
    {
        var items = _variables.Json(each.Items, turn.Local) as JsonArray ?? throw new PlayFault($"What 'foreach' goes through is no list: {each.Items.ToJsonString()}.");
        for (var i = 0; i < items.Count; i++)
        {
            _agenda.Add(turn.ForItem(i + 1, items[i], each));
        }
    }

    private void Follow(Turn turn, StepAction.FollowOrders follow)
    {
        var orders = _variables.Json(follow.Orders, turn.Local) as JsonArray ?? throw new PlayFault("What 'orders' names is no list.");
        for (var i = 0; i < orders.Count; i++)
        {
            var supplier = orders[i]?["supplierId"]?.ToString() ?? throw new PlayFault("An order does not say its supplierId.");
            if (scenario.Suppliers.GetValueOrDefault(supplier) is { OnOrder.Count: > 0 } known)
            {
                _agenda.Add(Turn.First(turn.Due, turn.Path.Add(i + 1), known.OnOrder, new JsonObject { ["order"] = orders[i]!.DeepClone() }));
            }
        }
    }

    private bool Holds(Condition condition, JsonObject local)
    {
        var (left, right) = (_variables.Text(condition.Left, local), _variables.Text(condition.Right, local));
        var order = decimal.TryParse(left, out var one) && decimal.TryParse(right, out var other) ? one.CompareTo(other) : string.CompareOrdinal(left, right);
        return condition.Operator switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            _ => order > 0,
        };
    }

    private void Print(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            print(line);
        }
    }
}
