using System.Security.Cryptography;
using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.People;

namespace RbcBot.Bot.Turns;

/// <summary>Codes that join two talks of one person: chance makes them, and whose a written one is gets looked up, before the turn is decided.</summary>
sealed class LinkCodes(ILinkCodes codes, IEnumerable<IEntryLink> links, TimeProvider clock)
{
    /// <summary>Chance for a code.</summary>
    public Func<byte[]> Chance { get; init; } = () => RandomNumberGenerator.GetBytes(LinkCode.ChanceBytes);

    /// <summary>The inbound with the code it asks for, or with whose code it holds; as it came when it is about no code.</summary>
    public async Task<Inbound> BringAsync(Conversation conversation, Inbound inbound, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (LinkTalk.WantsCode(conversation, inbound.Said, now))
        {
            var made = await MakeAsync(conversation.Person, now, stop);
            return inbound with { Said = inbound.Said with { NewCode = made, CodeLinks = LinksTo(made, inbound.From.Channel) } };
        }
        return LinkTalk.Written(conversation, inbound.Said, now) is { } code
            ? inbound with { Said = inbound.Said with { CodeOwner = await codes.OwnerAsync(LinkCode.Hash(code), now, stop) } }
            : inbound;
    }

    // Who writes SMS has a phone that opens none.
    string? LinksTo(string code, string channel)
    {
        var lines = links.Where(link => link.Channel != channel).Select(link => link.LinkTo(code)).OfType<Uri>().ToList();
        return channel == SmsChannel.Word || lines.Count == 0 ? null : string.Join('\n', lines);
    }

    async Task<string> MakeAsync(PersonId person, DateTimeOffset now, CancellationToken stop)
    {
        var code = LinkCode.Of(Chance());
        await codes.KeepAsync(LinkCode.Hash(code), person, now + LinkCode.Life, now, stop);
        return code;
    }
}
