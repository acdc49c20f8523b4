using System.Text.Json;
using LiteDB;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Moving;

/// <summary>The rows of a LiteDB folder as PostgreSQL keeps them, a few thousand in memory at a time.</summary>
sealed class SourceRows(LiteDbStore store)
{
    readonly SealedColumns sealed_ = new(store.Vault);
    readonly Dictionary<string, string> people = new(StringComparer.Ordinal);
    long facts;

    /// <summary>The largest number among what waits, and among facts: what comes next is above.</summary>
    public (long Waiting, long Facts) Greatest { get; private set; } = (0, 0);

    public IEnumerable<object?[]> Addresses()
    {
        foreach (var row in All(LiteDbSchema.Addresses).Where(row => row["person"].IsString))
        {
            people[row["_id"].AsString] = row["person"].AsString;
            yield return [row["_id"].AsString, row["person"].AsString, row["channel"].AsString, sealed_.Address(row["_id"].AsString, new Address(row["channel"], row["value"])), row["since"].AsInt64, row["last"].IsNumber ? row["last"].AsInt64 : 0L];
        }
    }

    public IEnumerable<object?[]> OldIds() =>
        All(LiteDbSchema.Inbox).Select(row => new object?[] { "", Convert.FromHexString(row["_id"].AsString)[..16], row["at"].AsInt64 });

    public IEnumerable<object?[]> Ids() =>
        from row in All(LiteDbSchema.Heard)
        let bytes = row["ids"].AsBinary
        from id in Enumerable.Range(0, bytes.Length / 16)
        select new object?[] { people.GetValueOrDefault(Before(row["_id"]), ""), Reversed(bytes.AsSpan(id * 16, 16)), row["at"].AsInt64 };

    public IEnumerable<object?[]> Waiting()
    {
        foreach (var row in All(LiteDbSchema.Waiting))
        {
            Greatest = Greatest with { Waiting = Math.Max(Greatest.Waiting, row["n"].AsInt64) };
            yield return [row["person"].AsString, row["n"].AsInt64, Convert.FromHexString(row["_id"].AsString), sealed_.Vault.Seal($"inbound/{row["_id"].AsString}", row["inbound"].AsString), row["tries"].AsInt32];
        }
    }

    public IEnumerable<object?[]> Aside() => All(LiteDbSchema.Aside).Select(row => new object?[]
    {
        row["_id"].AsString, Text(row["channel"]) ?? "", Text(row["person"]), Text(row["inbound"]) is { } inbound ? sealed_.Vault.Seal($"inbound/{row["_id"].AsString}", inbound) : null,
        row["payload"].IsBinary ? sealed_.Payload(row["payload"].AsBinary.AsSpan()) : null, sealed_.SealReport(row["reason"].AsString), row["at"].AsInt64,
    });

    public IEnumerable<object?[]> Conversations()
    {
        foreach (var row in All(LiteDbSchema.Conversations))
        {
            var (person, address) = (row["_id"].AsString, StoredJson.Read<Conversation>(row["is"]).Address);
            yield return [person, address.Channel, sealed_.SealTalkValue(person, address.Value), sealed_.SealTalkValue(person, row["is"].AsString)];
        }
    }

    public IEnumerable<object?[]> Sessions()
    {
        foreach (var row in All(LiteDbSchema.Sessions))
        {
            var its = sealed_.Row(SessionRow.Of((int)StoredKeys.NumberIn(row["_id"]), StoredJson.Read<Session>(row["is"])));
            yield return [its.Person, its.Number, its.Subject, its.Flow, its.Started, its.IsSubmitted, its.Line, its.Rest];
        }
    }

    // Kept as they are written, even those that this version does not know.
    public IEnumerable<object?[]> Facts()
    {
        foreach (var row in All(LiteDbSchema.Facts))
            foreach (var written in row["facts"].IsArray ? row["facts"].AsArray.Select(some => some.AsString) : [row["facts"].AsString])
                foreach (var (person, text) in ByPerson(written))
                {
                    Greatest = Greatest with { Facts = ++facts };
                    yield return [facts, person, sealed_.SealFacts(person, text)];
                }
    }

    public IEnumerable<object?[]> Outbox()
    {
        var receipts = All(LiteDbSchema.Receipts).ToDictionary(row => row["row"].AsString, row => row["_id"].AsString, StringComparer.Ordinal);
        foreach (var row in All(LiteDbSchema.Outbox))
        {
            var (address, state) = (Before(row["_id"]), Enum.Parse<SendState>(row["state"].AsString));
            yield return
            [
                people[address], address, row["number"].AsInt64, sealed_.SealMessage(address, row["message"].AsString), (short)state, row["tries"].AsInt32, row["due"].AsInt64,
                sealed_.SealReport(row["sent"].AsString), sealed_.SealReport(row["reason"].AsString), sealed_.Vault.SealLines(Text(row["attempts"]) ?? ""), receipts.GetValueOrDefault(row["_id"].AsString),
                SendOrder.IsGivenUp(state) ? (short)SendingRow.Read(row).Class : (short)0,
            ];
        }
    }

    public IEnumerable<object?[]> Early()
    {
        foreach (var row in All(LiteDbSchema.Early))
        {
            var report = EarlyReports.Read(row);
            yield return [row["_id"].AsString, (short)SendOrder.Of(report), sealed_.SealReport(report.Reason), sealed_.Lines([Reported.By(report)]), row["kept"].AsInt64, (short)Reported.Class(report), sealed_.SealReport(report.ChannelMessageId)];
        }
    }

    public IEnumerable<object?[]> Reminders()
    {
        foreach (var row in All(LiteDbSchema.Reminders))
        {
            var (id, person) = (row["_id"].AsString, row["person"].AsString);
            yield return [person, id[(person.Length + 1)..], row["subject"].AsString, row["due"].AsInt64];
        }
    }

    // Stays are left behind: everybody signs in anew.
    public IEnumerable<object?[]> Accounts() =>
        All(LiteDbSchema.Accounts).Select(row => new object?[] { row["_id"].AsString, row["name"].AsString, row["version"].AsInt64, row["is"].AsString });

    public IEnumerable<object?[]> Invitations() =>
        All(LiteDbSchema.Invitations).Select(row => new object?[] { row["_id"].AsString, row["name"].AsString, row["until"].AsInt64, row["is"].AsString });
    // As they were signed: the chain goes on there.
    public IEnumerable<object?[]> Audit() => All(LiteDbSchema.Audit).Where(LiteDbAudit.IsRow).Select(LiteDbAudit.Read).Select(row => new object?[]
    {
        row.Seq, row.Entry.At.UtcTicks, row.Entry.Actor, StoredAudit.Roles(row.Entry), row.Entry.Act, row.Entry.Object, (short)row.Entry.Outcome, row.Entry.Reason, row.Key, row.Previous, row.Hash,
    });

    public IEnumerable<object?[]> Documents(string collection) =>
        All(collection).Select(row => new object?[] { collection, row["_id"].AsString, sealed_.SealDocument(collection, row["_id"].AsString, row["is"].AsString) });

    static IEnumerable<(string Person, string Text)> ByPerson(string written)
    {
        using var all = JsonDocument.Parse(written);
        foreach (var own in all.RootElement.EnumerateArray().GroupBy(fact => fact.GetProperty("is").GetProperty("person").GetString() ?? "").ToList())
            yield return (own.Key, $"[{string.Join(',', own.Select(fact => fact.GetRawText()))}]");
    }

    IEnumerable<BsonDocument> All(string collection) => store.InOrder(collection);

    static string Before(string key) => key[..key.LastIndexOf('/')];

    static string? Text(BsonValue value) => value.IsString ? value.AsString : null;

    static byte[] Reversed(ReadOnlySpan<byte> bytes)
    {
        var turned = bytes.ToArray();
        Array.Reverse(turned);
        return turned;
    }
}
