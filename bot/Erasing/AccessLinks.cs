using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Access;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Bot.Erasing;

/// <summary>What chance makes for a person's rights before the turn is decided: the link to all that is kept of her, and the names of an erasure.</summary>
/// <param name="codes">Whose a link is, hashed, for as long as it is good.</param>
/// <param name="publicUrl">The address people reach the bot under; null when there is none: then no link is made.</param>
sealed partial class AccessLinks(ILinkCodes codes, Uri? publicUrl, TimeProvider clock)
{
    const int SecretBytes = 24;

    /// <summary>Where a link leads, before its secret.</summary>
    public const string Path = "my-data";

    /// <summary>Chance for secrets and names.</summary>
    public Func<int, byte[]> Chance { get; init; } = RandomNumberGenerator.GetBytes;

    /// <summary>The inbound with what it needs; as it came when it needs nothing.</summary>
    public async Task<Inbound> BringAsync(Conversation conversation, Inbound inbound, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (Erase.WantsNames(conversation, inbound.Said, now))
            return inbound with { Said = inbound.Said with { Erasing = ErasureNames.Of(Chance(ErasureNames.ChanceBytes)) } };
        if (publicUrl is null || !AccessTalk.WantsLink(conversation, inbound.Said, now))
            return inbound;
        var secret = Base64Url.EncodeToString(Chance(SecretBytes));
        await codes.KeepAsync(Hash(secret), conversation.Person, now + AccessTalk.LinkLife, now, stop);
        return inbound with { Said = inbound.Said with { DataLink = new Uri(publicUrl, $"{Path}/{secret}").ToString() } };
    }

    /// <summary>Whose link it is; null when it is nobody's, or over.</summary>
    public Task<PersonId?> OwnerAsync(string secret, CancellationToken stop) => codes.OwnerAsync(Hash(secret), clock.GetUtcNow(), stop);

    /// <summary>A text without the secret of any link: what is saved may be found by others while the link is good.</summary>
    public static string Hidden(string text) => Secret().Replace(text, "$1…");

    [GeneratedRegex($"(/{Path}/)[A-Za-z0-9_-]{{32}}")]
    private static partial Regex Secret();

    // A secret of 192 bits cannot be tried, so that a plain hash is enough; no code of ours has such a hash.
    static string Hash(string secret) => "data:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
