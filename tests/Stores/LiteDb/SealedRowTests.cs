using System.Text;
using LiteDB;
using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class SealedRowTests
{
    const string Words = "Mukamana-afite-inkorora";

    /// <summary>Every field that tells who somebody is, how she is reached, or what was said.</summary>
    static readonly Dictionary<string, string[]> Secret = new()
    {
        [LiteDbSchema.Addresses] = ["value"],
        [LiteDbSchema.Waiting] = ["inbound"],
        [LiteDbSchema.Aside] = ["inbound", "payload", "reason"],
        [LiteDbSchema.Conversations] = ["is"],
        [LiteDbSchema.Sessions] = ["is"],
        [LiteDbSchema.Facts] = ["facts"],
        [LiteDbSchema.Outbox] = ["to", "sent", "reason", "message", "attempts"],
        [LiteDbSchema.Early] = ["sent", "ours", "reason"],
        [LiteDbSchema.Enrolments] = ["is"],
        [LiteDbSchema.Administrators] = ["is"],
        [LiteDbSchema.Selections] = ["is"],
        [LiteDbSchema.Erasures] = ["is"],
        [LiteDbSchema.Breaches] = ["is"],
        [LiteDbSchema.Register] = ["is"],
        [LiteDbSchema.Identities] = ["facts"],
    };

    /// <summary>Hashes, numbers, forms, and what belongs to the console's own people.</summary>
    static readonly string[] Open =
    [
        LiteDbSchema.Commits, LiteDbSchema.Inbox, LiteDbSchema.Unsent, LiteDbSchema.Reminders, LiteDbSchema.Rounds, LiteDbSchema.Files, LiteDbSchema.Heard, LiteDbSchema.Receipts, LiteDbSchema.Held,
        LiteDbSchema.GivenUp, LiteDbSchema.Templates, LiteDbSchema.LinkCodes, LiteDbSchema.Accounts, LiteDbSchema.AccountNames, LiteDbSchema.Stays, LiteDbSchema.Invitations, LiteDbSchema.Audit,
        LiteDbSchema.Alerts, LiteDbSchema.UnseenAlerts, LiteDbSchema.Safety, LiteDbSchema.Privacy, LiteDbSchema.Retention,
    ];

    public static TheoryData<string, string> Fields
    {
        get
        {
            var fields = new TheoryData<string, string>();
            foreach (var (collection, names) in Secret)
                foreach (var name in names)
                    fields.Add(collection, name);
            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void What_tells_of_a_person_is_sealed_and_opens_again(string collection, string field)
    {
        var row = SealedRow.Seal(Sample.Vault, collection, StoredRow.Of(new BsonDocument { ["_id"] = "a/1", ["person"] = "p1", [field] = Words }));
        Assert.DoesNotContain(Words, Encoding.Latin1.GetString(row.Bytes), StringComparison.Ordinal);
        Assert.Equal(Words, SealedRow.Open(Sample.Vault, collection, StoredRow.Read(row.Bytes))[field].AsString);
    }

    [Fact]
    public void Of_every_collection_it_is_decided_what_is_sealed() =>
        Assert.Equal(LiteDbSchema.Collections.Order(), Secret.Keys.Concat(Open).Order());
}
