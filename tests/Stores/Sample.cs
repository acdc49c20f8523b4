using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores;

/// <summary>Inbounds, sessions and turns for the store's contract.</summary>
static class Sample
{
    public static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A master key for everybody.</summary>
    public static readonly string Key = Convert.ToBase64String(new byte[Vault.KeyBytes]);

    /// <summary>For stores that live in memory only.</summary>
    public static readonly Vault Vault = new(new byte[Vault.KeyBytes]);

    public static readonly Address Web = new("web", "a1");

    public static readonly Address Chat = new("telegram", "77");

    public static Inbound Text(Address from, string id, string words = "Muraho") => new(from, id, Said.Text(words), Noon);

    public static Session Session(PersonId person, string subject = "PRE1", int number = 1) => new(
        $"{person}-{number}", person, "interview", subject, "Asking", "v1", [new GivenAnswer("/data/name", "Uwase")], Noon.AddMinutes(number), Noon, null, "rw");

    public static Turn Turn(Conversation next, params string[] replies) => new(next, [.. replies.Select(text => new Outbound(text))], [], []);

    /// <summary>Accepts an inbound and takes it, so that its turn can be committed. A busy disk may keep it too late: then it is brought again, as channels do.</summary>
    public static async Task<Waiting> HearAsync(this Ports ports, Inbound inbound)
    {
        for (var isKept = false; !isKept;)
            try
            {
                await ports.Inbox.AcceptAsync(inbound, default);
                isKept = true;
            }
            catch (IOException late) when (late.InnerException is TimeoutException)
            {
            }
        return await ports.Inbox.NextAsync(default);
    }

    /// <summary>A whole turn: heard, decided, committed.</summary>
    public static async Task<Conversation> TurnAsync(this Ports ports, Inbound inbound, Func<Conversation, Turn> take)
    {
        var waiting = await ports.HearAsync(inbound);
        var turn = take(await ports.Turns.LoadAsync(waiting.Person, inbound.From, default));
        await ports.Turns.CommitAsync(waiting, turn, default);
        return turn.Next;
    }
}
