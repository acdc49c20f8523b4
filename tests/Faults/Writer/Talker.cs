using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Writer;

/// <summary>A person who writes one message after the other, and says which of them were acknowledged.</summary>
sealed class Talker(int number, string run, TextWriter output)
{
    readonly Address address = new(number % 2 == 0 ? "web" : "telegram", $"person{number}");

    public async Task TalkAsync(IInbox inbox)
    {
        for (var message = 0; ; message++)
        {
            var id = $"{run}-{message}";
            await inbox.AcceptAsync(new Inbound(address, id, Said.Text(id), DateTimeOffset.UtcNow), CancellationToken.None);
            Say($"{address} {id}");
        }
    }

    // A line at a time, by whoever writes: half lines are dropped by the reader.
    void Say(string line)
    {
        lock (output)
            output.WriteLine(line);
    }
}
