using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.People;

public sealed class AuditChainTests
{
    const int Chains = 400;

    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly AuditKeys Keys = InMemoryAudit.Keys;

    [Fact]
    public void A_chain_that_nobody_touched_is_right() =>
        Assert.All(Enumerable.Range(0, Chains), seed => Assert.Null(Fault(Chain(new Random(seed)), null)));

    [Fact]
    public void Any_row_that_is_edited_is_found() => EveryTime((chance, rows) =>
    {
        var at = chance.Next(rows.Count);
        rows[at] = Edited(chance, rows[at]);
        return rows;
    });

    [Fact]
    public void Any_row_that_is_deleted_is_found() => EveryTime((chance, rows) =>
    {
        rows.RemoveAt(chance.Next(rows.Count - 1)); // the last one is a cut
        return rows;
    });

    [Fact]
    public void Any_two_rows_that_are_swapped_are_found() => EveryTime((chance, rows) =>
    {
        var (one, other) = (chance.Next(rows.Count), chance.Next(rows.Count));
        if (one == other)
            other = (one + 1) % rows.Count;
        var keepsPlaces = chance.Next(2) == 0;
        (rows[one], rows[other]) = keepsPlaces ? (rows[other] with { Seq = rows[one].Seq }, rows[one] with { Seq = rows[other].Seq }) : (rows[other], rows[one]);
        return rows;
    });

    [Fact]
    public void Any_row_that_is_put_in_is_found() => EveryTime((chance, rows) =>
    {
        var at = chance.Next(rows.Count);
        rows.Insert(at, rows[at] with { Entry = rows[at].Entry with { Actor = "nobody" } });
        return rows;
    });

    [Fact]
    public void Any_cut_of_the_end_is_found_by_an_anchor() => EveryTime((chance, rows) => [.. rows.Take(chance.Next(rows.Count))], head => AuditAnchor.Of(head, Noon, Keys));

    [Fact]
    public void A_chain_that_was_signed_anew_from_a_row_on_is_found_by_an_anchor() => EveryTime((chance, rows) =>
    {
        var at = chance.Next(rows.Count);
        var last = at > 0 ? rows[at - 1].Head : AuditHead.Start;
        var entries = rows.Skip(at).Select(row => row.Entry).Where(entry => entry.Act != AuditChain.KeyTaken).ToList();
        return entries.Count == 0 ? [.. rows.Take(rows.Count - 1)] : [.. rows.Take(at), .. AuditChain.After(last, [entries[0] with { Actor = "forged" }, .. entries.Skip(1)], Keys)];
    }, head => AuditAnchor.Of(head, Noon, Keys));

    [Fact]
    public void An_anchor_that_was_signed_by_another_key_is_not_believed()
    {
        var rows = Chain(new Random(1));
        var other = new AuditKeys([AuditKey.Of(new byte[32])]);
        Assert.Equal(AuditFaultKind.AnchorForeign, Fault(rows, AuditAnchor.Of(rows[^1].Head, Noon, other))?.Kind);
    }

    [Fact]
    public void An_anchor_reads_back_from_its_line()
    {
        var anchor = AuditAnchor.Of(Chain(new Random(1))[^1].Head, Noon, Keys);
        Assert.Equal(anchor, AuditAnchor.Parse($"  {anchor}\r"));
        Assert.True(AuditAnchor.Parse(anchor.ToString())?.IsOurs(Keys));
    }

    [Fact]
    public void A_new_key_is_noted_before_its_first_row_and_the_old_one_still_verifies()
    {
        var old = Chain(new Random(2));
        var keys = new AuditKeys([AuditKey.Of([.. Enumerable.Repeat((byte)7, 32)]), Keys.InUse]);
        List<AuditRow> rows = [.. old, .. AuditChain.After(old[^1].Head, [old[^1].Entry], keys)];
        Assert.Equal((AuditChain.KeyTaken, keys.InUse.Id), (rows[old.Count].Entry.Act, rows[old.Count].Entry.Object));
        Assert.Null(Fault(rows, null, keys));
        Assert.Equal(AuditFaultKind.KeyMissing, Fault(rows, null)?.Kind);
    }

    [Fact]
    public void No_two_rows_are_signed_alike_however_their_fields_are_cut()
    {
        var entry = new AuditEntry(Noon, "a", [], "b:c", "d", AuditOutcome.Done);
        AuditEntry[] alike = [entry, entry with { Actor = "a:b", Act = "c" }, entry with { Object = null, Reason = "d" }, entry with { Object = "" }, entry with { Object = null }, entry with { Object = "-" }];
        Assert.Equal(alike.Length, alike.Select(one => AuditChain.After(AuditHead.Start, [one], Keys)[^1].Hash).Distinct().Count());
    }

    static void EveryTime(Func<Random, List<AuditRow>, List<AuditRow>> meddle, Func<AuditHead, AuditAnchor>? anchor = null) => Assert.All(Enumerable.Range(0, Chains), seed =>
    {
        var chance = new Random(seed);
        var rows = Chain(chance);
        var seen = anchor?.Invoke(rows[^1].Head);
        Assert.NotNull(Fault(meddle(chance, rows), seen));
    });

    static AuditFault? Fault(List<AuditRow> rows, AuditAnchor? anchor, AuditKeys? keys = null)
    {
        var check = new AuditCheck(keys ?? Keys, anchor is null ? [] : [anchor]);
        return rows.Select(check.Take).FirstOrDefault(fault => fault is not null) ?? check.End(rows.Count > 0 ? rows[^1].Head : AuditHead.Start);
    }

    static List<AuditRow> Chain(Random chance) =>
        [.. AuditChain.After(AuditHead.Start, [.. Enumerable.Range(0, chance.Next(2, 40)).Select(number => Entry(chance, number))], Keys)];

    static AuditEntry Entry(Random chance, int number) => new(
        Noon.AddSeconds(number), chance.Next(2) == 0 ? "claire" : "odile", chance.Next(2) == 0 ? [] : [Role.Auditor, Role.Coach], "person.view", chance.Next(3) == 0 ? null : $"p{chance.Next(9)}",
        (AuditOutcome)chance.Next(3), chance.Next(3) == 0 ? "why: not" : null);

    static AuditRow Edited(Random chance, AuditRow row) => chance.Next(10) switch
    {
        0 => row with { Entry = row.Entry with { At = row.Entry.At.AddTicks(1) } },
        1 => row with { Entry = row.Entry with { Actor = row.Entry.Actor + "x" } },
        2 => row with { Entry = row.Entry with { Roles = [.. row.Entry.Roles, Role.Administrator] } },
        3 => row with { Entry = row.Entry with { Act = "person.edit" } },
        4 => row with { Entry = row.Entry with { Object = row.Entry.Object is null ? "" : null } },
        5 => row with { Entry = row.Entry with { Outcome = (AuditOutcome)(((int)row.Entry.Outcome + 1) % 3) } },
        6 => row with { Entry = row.Entry with { Reason = row.Entry.Reason + "." } },
        7 => row with { Key = "00000000" },
        8 => row with { Previous = new string('f', 64) },
        _ => row with { Hash = new string('f', 64) },
    };
}
