using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>A person says which of her numbers or accounts is hers no more, from another that is: who writes from there later is somebody new.</summary>
static class AddressTalk
{
    const string Prefix = "a:";

    const int TokenBytes = 4;

    /// <summary>True when what was said was about that and is dealt with.</summary>
    public static bool Take(Scene scene)
    {
        if (scene.Command == Command.Unlink && scene.Conversation.Language is not null)
            Ask(scene);
        else if (scene.Said.Kind == SaidKind.Choice && scene.Said.Words.StartsWith(Prefix, StringComparison.Ordinal))
            Leave(scene, Others(scene).FirstOrDefault(reach => Payload(reach.Address) == scene.Said.Words));
        else
            return false;
        return true;
    }

    /// <summary>The address of this lane is its person's no more: what comes from there is said by somebody new.</summary>
    public static Conversation Strange(Conversation desk) =>
        desk with { Strangers = desk.Strangers + 1, Speaker = new PersonId($"{desk.Person}.{desk.Strangers + 1}") };

    static void Ask(Scene scene)
    {
        var others = Others(scene).ToList();
        scene.Reply(others.Count == 0
            ? new Outbound(scene.Text("talk.address.none"))
            : new Outbound(scene.Text("talk.address.which"), [.. others.Select(reach => new Button(Shown(scene, reach.Address), Payload(reach.Address))), scene.Button(Command.Menu)]));
    }

    static void Leave(Scene scene, Reach? gone)
    {
        if (gone is null)
        {
            scene.Say("talk.button.old");
            return;
        }
        var before = scene.Conversation;
        scene.Conversation = before with { Reaches = [.. before.Reaches.Where(reach => reach != gone)] };
        scene.Note(new AddressLeft(before.Person, scene.Now, gone.Address));
        if ((gone.Via ?? (before.Shared is null ? null : before.Person)) is { } desk)
            scene.Post(Post.Of(desk, gone.Address, new Between(BetweenKind.Leave, before.Person) { As = gone.As }, scene.Now));
        else
            scene.Conversation = Strange(scene.Conversation);
        scene.Say("talk.address.left", ("address", Shown(scene, gone.Address)));
        LinkTalk.Back(scene);
    }

    static IEnumerable<Reach> Others(Scene scene) => scene.Conversation.Reaches.Where(reach => reach.Address != scene.Inbound.From);

    static string Shown(Scene scene, Address address) =>
        $"{Lanes.ChannelName(scene, address.Channel)} …{address.End()}";

    static string Payload(Address address) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToString())).AsSpan(0, TokenBytes));
}
