using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What lanes say to each other while two people become one. Each changes itself only, in its own turn; what it says to the other is kept in that turn's transaction.</summary>
public static class Lanes
{
    internal static void Take(Scene scene, Between between)
    {
        switch (between.Kind)
        {
            case BetweenKind.Carry:
                scene.To = scene.Inbound.From;
                foreach (var message in between.Messages)
                    scene.PassOn(message);
                break;
            case BetweenKind.Claim:
                TakeClaim(scene, between);
                break;
            case BetweenKind.Refuse:
                TakeRefusal(scene, between.Code);
                break;
            case BetweenKind.Join when scene.Conversation.Linking.Claimed is { IsMeant: true } claim && claim.Owner == between.From:
                Yield(scene, between.From, JoinedBy.Herself);
                break;
            // One who has become the other meanwhile, or the other way round, is told nothing.
            case BetweenKind.Merge when IsOlder(between.From, scene.Conversation.Person):
                Yield(scene, between.From, between.By);
                break;
            case BetweenKind.Join or BetweenKind.Merge:
                // Nobody asked for it (any more).
                break;
            case BetweenKind.Bring:
                Joining.Take(scene, between);
                break;
            case BetweenKind.Split:
                Parting.Take(scene, between.From, between.By);
                break;
            case BetweenKind.Return:
                Parting.Return(scene, between);
                break;
            case BetweenKind.Leave:
                scene.Conversation = AddressTalk.Strange(scene.Conversation);
                break;
            case BetweenKind.Here:
                scene.Conversation = PhoneGuest.Here(scene.Conversation, scene.Inbound, scene.Now);
                break;
            case BetweenKind.Gone:
                PhoneGuest.Gone(scene, between);
                break;
            case BetweenKind.Erase:
                Erase.TakeOrder(scene, between);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(between));
        }
    }

    /// <summary>The person who wrote the code means it: who asked for the code is asked.</summary>
    internal static void Claim(Scene scene, ClaimedCode claim)
    {
        LinkTalk.Tell(scene, "talk.link.sent");
        Say(scene, claim.Owner, new Between(BetweenKind.Claim, scene.Conversation.Person) { Code = claim.Hash });
    }

    /// <summary>The person who asked for the code agrees. The older id stays, whoever asked: so two who join each other at once mean the same.</summary>
    internal static void Agree(Scene scene, PersonId claimant)
    {
        if (IsOlder(scene.Conversation.Person, claimant))
            Say(scene, claimant, new Between(BetweenKind.Join, scene.Conversation.Person));
        else
            Yield(scene, claimant, JoinedBy.Herself);
    }

    internal static void Refuse(Scene scene, PersonId claimant, string code = "") =>
        Say(scene, claimant, new Between(BetweenKind.Refuse, scene.Conversation.Person) { Code = code });

    /// <summary>Whether the first id is the older one: they are made in the order of time.</summary>
    public static bool IsOlder(PersonId one, PersonId other) => string.CompareOrdinal(one.Value, other.Value) < 0;

    static void TakeClaim(Scene scene, Between between)
    {
        var linking = scene.Conversation.Linking;
        if (linking.Offered is not { Claimant: null } offer || offer.Hash != between.Code || offer.Until <= scene.Now)
        {
            Refuse(scene, between.From, between.Code);
            return;
        }
        scene.Conversation = scene.Conversation with
        {
            Address = offer.At,
            Linking = linking with { Offered = offer with { Claimant = between.From, Channel = scene.Inbound.From.Channel, Until = scene.Now + LinkCode.Life } },
        };
        LinkTalk.Ask(scene, "talk.link.confirm", offer.Hash, ("channel", ChannelName(scene, scene.Inbound.From.Channel)));
    }

    static void TakeRefusal(Scene scene, string code)
    {
        if (scene.Conversation.Linking.Claimed is null)
            return;
        scene.Conversation = scene.Conversation with { Linking = scene.Conversation.Linking with { Claimed = null } };
        LinkTalk.Tell(scene, code.Length > 0 ? "talk.link.wrong" : "talk.link.refused");
        LinkTalk.Back(scene);
    }

    /// <summary>Gives everything to the other lane; from now on this one passes on.</summary>
    static void Yield(Scene scene, PersonId keeper, JoinedBy by)
    {
        var mine = scene.Conversation;
        if (!IsOlder(keeper, mine.Person))
            throw new InvalidOperationException($"{mine.Person} is not younger than {keeper}.");
        Say(scene, keeper, new Between(BetweenKind.Bring, mine.Person) { Brought = mine with { Linking = Linking.None, Shared = null }, By = by });
        scene.Conversation = Conversation.New(mine.Person, mine.Address) with { StandsFor = keeper, Speaker = mine.Speaker, Strangers = mine.Strangers, Shared = mine.Shared };
    }

    static void Say(Scene scene, PersonId to, Between between) =>
        scene.Post(Post.Of(to, scene.Conversation.Address, between, scene.Now));

    /// <summary>What people call the channel.</summary>
    internal static string ChannelName(Scene scene, string channel) =>
        Texts.Text.Has(scene.Language, $"talk.channel.{channel}") ? scene.Text($"talk.channel.{channel}") : channel;
}
