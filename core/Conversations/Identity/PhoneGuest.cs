using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What the lane of a person does when she comes to a phone that several use, and when she leaves it.</summary>
static class PhoneGuest
{
    /// <summary>She was chosen there: the address is known, and her questions get tokens that nobody else has there.</summary>
    public static Conversation Here(Conversation conversation, Inbound inbound, DateTimeOffset now)
    {
        var here = Memory.Heard(conversation, inbound, now);
        var tokens = inbound.Said.Between?.Tokens ?? 0;
        return here.Asks < tokens ? Joining.AskedAnew(here with { Asks = tokens }) : here;
    }

    /// <summary>The address is hers no more; what waited there is said at another, if she has one.</summary>
    public static void Gone(Scene scene, Between between)
    {
        var before = scene.Conversation;
        List<Reach> left = [.. before.Reaches.Where(reach => reach.Address != scene.Inbound.From)];
        if (left.Count < before.Reaches.Count)
            scene.Note(new AddressLeft(before.Person, scene.Now, scene.Inbound.From));
        if (left.Count == 0)
        {
            scene.Conversation = before with { Reaches = [new Reach(scene.Inbound.From, null) { IsBad = true, Via = scene.Inbound.Via, As = scene.Inbound.As }] };
            return;
        }
        scene.Conversation = before with { Reaches = left, Address = before.Address == scene.Inbound.From ? left[^1].Address : before.Address };
        foreach (var message in between.Messages)
            scene.PassOn(message);
    }
}
