using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>One turn at a shared phone in the making, in the lane that has the address: as Scene is for a person.</summary>
sealed class PhoneScene(Conversation desk, Inbound inbound, DateTimeOffset now)
{
    readonly List<Outbound> replies = [];
    readonly List<Post> posts = [];
    Conversation desk = desk;
    bool hasEnded;

    public SharedPhone Phone { get; set; } = desk.Shared ?? new SharedPhone(inbound.From, desk.Speaker ?? desk.Person);

    public Inbound Inbound => inbound;

    public Said Said => inbound.Said;

    public DateTimeOffset Now => now;

    /// <summary>When it was said: what a bot that was down takes late was not said after a silence.</summary>
    public DateTimeOffset At { get; } = inbound.IsDated && inbound.At < now ? inbound.At : now;

    public Command? Command { get; } = inbound.Said.Kind switch
    {
        SaidKind.Text => Commands.Read(inbound.Said.Words),
        SaidKind.Choice => Commands.OfPayload(inbound.Said.Words),
        _ => null,
    };

    /// <summary>Who speaks; null while that is not known.</summary>
    public Sharer? Speaker => Phone.Knows(At) && Phone.Speaker is { } speaker ? Phone.Of(speaker) : null;

    /// <summary>Whether it is known who speaks, and nothing is asked.</summary>
    public bool IsPresent => Phone.Open == PhoneQuestion.None && Speaker is not null;

    public void Reply(Outbound message) => replies.Add(message);

    /// <summary>Gives the lane of one of them what she said.</summary>
    public void Pass(PersonId sharer, Inbound said) => posts.Add(new Post(sharer, said with { Via = desk.Person, As = sharer, For = null }));

    /// <summary>The same, and her lane takes it itself whatever it remembers of the address.</summary>
    public void PassBack(PersonId sharer) => posts.Add(new Post(sharer, inbound with { Via = desk.Person, For = sharer }));

    /// <summary>The address is hers alone, and so is what was said.</summary>
    public void PassOn(PersonId person, Inbound said) => posts.Add(new Post(person, said with { Via = desk.Person, As = null, For = null }));

    public void Tell(PersonId lane, Between between, PersonId sharer)
    {
        var post = Post.Of(lane, Phone.At, between, now);
        posts.Add(post with { Inbound = post.Inbound with { Via = desk.Person, As = sharer } });
    }

    public Between Says(BetweenKind kind) => new(kind, desk.Person);

    /// <summary>Somebody new with a lane of her own.</summary>
    public Sharer Newcomer(string name)
    {
        var strange = AddressTalk.Strange(desk);
        desk = desk with { Strangers = strange.Strangers };
        return new Sharer(strange.Speaker.GetValueOrDefault(), name) { Place = desk.Strangers };
    }

    /// <summary>Whose the address was so far, under her name.</summary>
    public Sharer Oldest(string name) => new(Phone.First, name) { Place = desk.Speaker is null ? 0 : desk.Strangers, Language = Language };

    /// <summary>The language of the first one, when this lane knows it.</summary>
    public Texts.Language? Language => Phone.First == desk.Person ? desk.Language : null;

    /// <summary>The address is one person's from now on; what was kept is hers.</summary>
    /// <param name="owner">Null for somebody new.</param>
    public void End(PersonId? owner)
    {
        desk = owner is null ? AddressTalk.Strange(desk) : desk with { Speaker = owner == desk.Person ? null : owner };
        foreach (var kept in Phone.Kept)
            PassOn(desk.Speaker ?? desk.Person, kept);
        hasEnded = true;
    }

    public Turn ToTurn() => new(desk with { Shared = hasEnded ? null : Phone }, replies, [], []) { Posts = posts, To = Phone.At };
}
