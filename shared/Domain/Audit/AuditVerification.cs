using System.Collections.Immutable;
using System.Text.Json;

namespace Samkjop.Audit;

/// <summary>Holds a log against its hashes.</summary>
public static class AuditVerification
{
    /// <summary>So many faults are told; a log with more is not worth counting.</summary>
    public const int MaxFaults = 100;

    /// <summary>Verifies a log from its first entry.</summary>
    /// <param name="lines">As exported, in their order.</param>
    /// <param name="head">The last entry's hash as it was noted elsewhere, such as in the protocol; null for none.</param>
    public static AuditVerdict Verify(IEnumerable<AuditExportLine> lines, string? head = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var run = new AuditVerifier(head);
        foreach (var line in lines)
        {
            run.Read(line);
        }

        return run.Verdict();
    }
}

/// <summary>Verifies a log line by line, so that it need not fit into memory.</summary>
/// <param name="head">A hash that an entry of the log must carry, noted elsewhere; null for none.</param>
public sealed class AuditVerifier(string? head = null)
{
    private readonly ImmutableArray<AuditFault>.Builder _faults = ImmutableArray.CreateBuilder<AuditFault>();
    private long _entries;
    private long _withheld;
    private long _last;
    private string? _previous;
    private bool _headSeen = head is null;

    /// <summary>Takes the next line.</summary>
    public void Read(AuditExportLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _entries++;
        if (line.Number <= _last)
        {
            Fault(line.Number, AuditFaultKind.Misplaced, new(
                $"Innslag {line.Number} står etter innslag {_last}: det er satt inn, doblet eller flyttet.",
                $"Entry {line.Number} stands after entry {_last}: it was put in, doubled or moved."));
            return;
        }

        var follows = line.Number == _last + 1;
        if (!follows)
        {
            Fault(_last + 1, AuditFaultKind.Missing, Missing(_last + 1, line.Number));
        }

        Check(line, follows);
        (_last, _previous, _headSeen) = (line.Number, line.Hash, _headSeen || line.Hash == head);
    }

    /// <summary>What the lines have shown.</summary>
    public AuditVerdict Verdict()
    {
        if (!_headSeen)
        {
            Fault(_last, AuditFaultKind.OtherHead, new(
                $"Ingen av de {_entries} innslagene har sjekksummen {head}: loggen er endret eller kortet ned siden den ble notert.",
                $"None of the {_entries} entries carries the checksum {head}: the log was changed or cut short since it was noted."));
        }

        return new(_entries, _withheld, _previous, _faults.ToImmutable());
    }

    private void Check(AuditExportLine line, bool follows)
    {
        if (line.Hash is not { Length: 64 })
        {
            Fault(line.Number, AuditFaultKind.Unhashed, new(
                $"Innslag {line.Number} har ingen sjekksum.", $"Entry {line.Number} carries no checksum."));
        }
        else if (line.Entry is not { } entry)
        {
            _withheld++;
        }
        else if (NumberOf(entry) != line.Number || (follows && AuditChain.HashOf(_previous, entry) != line.Hash))
        {
            Fault(line.Number, AuditFaultKind.Changed, new(
                $"Innslag {line.Number} følger ikke av det som står før: det, eller innslaget før det, er endret.",
                $"Entry {line.Number} does not follow from what stands before it: it, or the entry before it, was changed."));
        }
    }

    private static long? NumberOf(JsonElement entry) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("number", out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt64(out var value)
            ? value
            : null;

    private static Text Missing(long first, long next) => next - first == 1
        ? new($"Innslag {first} mangler der det skulle stå, før innslag {next}.", $"Entry {first} is missing where it should stand, before entry {next}.")
        : new($"Innslagene {first}–{next - 1} mangler der de skulle stå, før innslag {next}.", $"Entries {first}–{next - 1} are missing where they should stand, before entry {next}.");

    private void Fault(long number, AuditFaultKind kind, Text text)
    {
        if (_faults.Count < AuditVerification.MaxFaults)
        {
            _faults.Add(new AuditFault(number, kind, text));
        }
    }
}
