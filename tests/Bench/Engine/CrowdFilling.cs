using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Fills a store through its ports with people in the middle of an interview, as many turns at once as share a flush.</summary>
static class CrowdFilling
{
    const int AtOnce = 512;

    public static async Task FillAsync(string folder, long first, int count)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build();
        await using var all = new ServiceCollection().AddLiteDbStorage(settings, WebChannel.Word).BuildServiceProvider();
        var (inbox, turns, rounds) = (all.GetRequiredService<IInbox>(), all.GetRequiredService<ITurns>(), all.GetRequiredService<IRounds>());
        var pattern = Pattern(await rounds.ListAsync(default), await rounds.FilesAsync(default));
        var chat = first - 1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref chat) is var its && its < first + count)
            {
                await inbox.AcceptAsync(new Inbound(new Address("telegram", $"{its}"), $"fill-{its}", Said.Enter(Script.Code), DateTimeOffset.UtcNow), default);
                // Whoever comes next, not always one's own: as many come out as go in.
                var next = await inbox.NextAsync(default);
                await turns.CommitAsync(next, new Turn(Of(pattern, next.Person, next.Inbound.From), [], [], []), default);
            }
        }));
    }

    static Conversation Of(Conversation pattern, PersonId person, Address address)
    {
        var session = pattern.Sessions[0];
        var id = $"{person}-1";
        return pattern with { Person = person, Address = address, Front = id, Sessions = [session with { Id = id, Person = person }] };
    }

    /// <summary>The conversation of somebody who has answered all questions before the crowd's.</summary>
    static Conversation Pattern(IReadOnlyList<Round> rounds, IReadOnlyList<FormFile> files)
    {
        var forms = files.ToDictionary(file => file.Version, file => FormReading.Of(file.Bytes, file.FileName).Form ?? throw new InvalidOperationException("The bench's form is refused."));
        var (catalogue, address, now) = (new Catalogue(rounds, forms, Library.Empty), new Address("telegram", "1"), DateTimeOffset.UtcNow);
        var talk = Conversation.New(new PersonId("pattern"), address);
        foreach (var (index, step) in Script.Bot.Take(Crowd.Question + 2).Index())
            talk = Talk.Take(talk, new Inbound(address, $"{index}", index == 0 ? Said.Enter(Script.Code) : Said.Text(step.Said), now), catalogue, Flows.All, now).Next;
        return talk;
    }
}
