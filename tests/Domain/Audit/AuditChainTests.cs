using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NodaTime;
using Samkjop.Audit;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Serialization;

namespace Samkjop.Tests.Domain.Audit;

public sealed class AuditChainTests
{
    private static readonly Instant At = Instant.FromUtc(2021, 5, 3, 8, 0);

    private static AuditExportLine[] Log(int length)
    {
        var lines = new AuditExportLine[length];
        AuditEntry? last = null;
        for (var i = 0; i < length; i++)
        {
            last = new AuditEntry("2021-1", 0, At + Duration.FromMinutes(i), new Actor("kari", ActorKind.Person), $"read-{i}", new BidsRead("GetBid", $"bid-{i}")).After(last);
            lines[i] = new AuditExportLine(last.Number, last.Hash, JsonSerializer.SerializeToElement(AuditContent.Of(last), SamkjopJson.Options));
        }

        return lines;
    }

    private static AuditFault Only(IEnumerable<AuditExportLine> lines) => Assert.Single(AuditVerification.Verify(lines).Faults);

    private static AuditExportLine With(AuditExportLine line, Action<JsonObject> change)
    {
        var content = JsonNode.Parse(line.Entry!.Value.GetRawText())!.AsObject();
        change(content);
        return line with { Entry = JsonSerializer.SerializeToElement(content) };
    }

    [Fact]
    public void A_log_that_nobody_touched_is_whole_and_its_last_hash_stands_for_it()
    {
        var log = Log(5);
        var verdict = AuditVerification.Verify(log, log[4].Hash);

        Assert.True(verdict.IsWhole);
        Assert.Equal((5, 0, log[4].Hash), (verdict.Entries, verdict.Withheld, verdict.Head));
        Assert.True(AuditVerification.Verify([]).IsWhole);
    }

    [Fact]
    public void The_hash_is_that_of_the_documented_bytes()
    {
        var entry = Log(1)[0];
        const string Canonical = """{"at":"2021-05-03T08:00:00Z","by":{"id":"kari","kind":"person"},"event":{"event":"BidsRead","function":"GetBid","subject":"bid-0"},"number":1,"roundId":"2021-1","source":"read-0"}""";
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{new string('0', 64)}\n{Canonical}");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), entry.Hash);
    }

    [Fact]
    public void A_changed_entry_is_named()
    {
        var log = Log(6);
        log[2] = With(log[2], content => content["by"]!["id"] = "ola");
        Assert.Equal((3, AuditFaultKind.Changed), (Only(log).Number, Only(log).Kind));
    }

    [Fact]
    public void A_changed_entry_with_a_hash_that_fits_it_betrays_itself_by_the_next()
    {
        var log = Log(6);
        var changed = With(log[2], content => content["by"]!["id"] = "ola");
        log[2] = changed with { Hash = AuditChain.HashOf(log[1].Hash, changed.Entry!.Value) };
        Assert.Equal((4, AuditFaultKind.Changed), (Only(log).Number, Only(log).Kind));
    }

    [Fact]
    public void A_missing_entry_is_named()
    {
        var log = Log(6);
        var fault = Only([.. log[..2], .. log[3..]]);
        Assert.Equal((3, AuditFaultKind.Missing), (fault.Number, fault.Kind));
    }

    [Fact]
    public void Missing_entries_at_the_beginning_are_named() => Assert.Equal((1, AuditFaultKind.Missing), (Only(Log(4)[2..]).Number, Only(Log(4)[2..]).Kind));

    [Fact]
    public void An_entry_that_was_put_in_is_named()
    {
        var log = Log(4);
        var foreign = With(log[1], content => content["source"] = "forged");
        var fault = Only([log[0], log[1], foreign, log[2], log[3]]);
        Assert.Equal((2, AuditFaultKind.Misplaced), (fault.Number, fault.Kind));
    }

    [Fact]
    public void An_entry_that_was_put_in_under_the_next_number_is_named()
    {
        var log = Log(4);
        var foreign = With(log[1], content => content["number"] = 3) with { Number = 3 };
        var faults = AuditVerification.Verify([log[0], log[1], foreign, log[2], log[3]]).Faults;
        Assert.Equal((3, AuditFaultKind.Changed), (faults[0].Number, faults[0].Kind));
    }

    [Fact]
    public void Entries_that_changed_places_are_named()
    {
        var log = Log(5);
        var faults = AuditVerification.Verify([log[0], log[2], log[1], log[3], log[4]]).Faults;
        Assert.Equal([(2, AuditFaultKind.Missing), (2, AuditFaultKind.Misplaced)], faults.Select(fault => (fault.Number, fault.Kind)));
    }

    [Fact]
    public void An_entry_cannot_be_carried_from_one_log_to_another()
    {
        var log = Log(3);
        log[0] = With(log[0], content => content["roundId"] = "2021-2");
        Assert.Equal(AuditFaultKind.Changed, Only(log).Kind);
    }

    [Fact]
    public void A_log_cut_off_at_its_end_is_found_by_the_hash_that_was_noted_elsewhere()
    {
        var log = Log(5);
        Assert.True(AuditVerification.Verify(log[..4]).IsWhole);
        var fault = Assert.Single(AuditVerification.Verify(log[..4], log[4].Hash).Faults);
        Assert.Equal(AuditFaultKind.OtherHead, fault.Kind);
    }

    [Fact]
    public void Sealed_entries_are_shown_by_their_hash_alone_and_still_bind_what_follows()
    {
        var log = Log(5);
        log[1] = log[1] with { Entry = null };
        log[2] = log[2] with { Entry = null };
        Assert.Equal((true, 2), (AuditVerification.Verify(log).IsWhole, AuditVerification.Verify(log).Withheld));

        log[2] = log[2] with { Hash = new string('a', 64) };
        Assert.Equal(4, Only(log).Number);
    }

    [Fact]
    public void An_entry_without_a_hash_is_named()
    {
        var log = Log(2);
        log[1] = log[1] with { Hash = null };
        Assert.Equal(AuditFaultKind.Unhashed, Only(log).Kind);
    }

    [Fact]
    public void Whatever_single_character_of_an_entry_changes_is_found() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 400]).Sample((entry, place) =>
        {
            var log = Log(4);
            var text = log[entry].Entry!.Value.GetRawText();
            var at = place % text.Length;
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                return true;
            }

            var changed = $"{text[..at]}{(text[at] == '7' ? '8' : '7')}{text[(at + 1)..]}";
            try
            {
                log[entry] = log[entry] with { Entry = JsonDocument.Parse(changed).RootElement };
            }
            catch (JsonException)
            {
                return true;
            }

            return !AuditVerification.Verify(log).IsWhole;
        });
}
