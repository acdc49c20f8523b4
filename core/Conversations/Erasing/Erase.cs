using System.Globalization;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>Decides what of a person goes, and what of her lanes others still need.</summary>
public static class Erase
{
    /// <summary>The words of the inbound with which the clock says that the day is there.</summary>
    public const string Subject = "erase";

    /// <summary>What an administrator, or a rule, asks of a person's lane.</summary>
    public static Inbound Wish(PersonId person, ErasureCause cause, DateTimeOffset now) => new(
        new Address("console", cause.By), string.Create(CultureInfo.InvariantCulture, $"erase:{person}:{now.UtcTicks}"),
        Said.OfLane(new Between(BetweenKind.Erase, person) { Erasure = new ErasureOrder(cause) }), now)
    {
        For = person,
    };

    /// <summary>Whether names are to be made before the turn is decided.</summary>
    public static bool WantsNames(Conversation conversation, Said said, DateTimeOffset now) => said switch
    {
        { Kind: SaidKind.Due, Words: Subject } => conversation.Erasing?.DueAt <= now,
        { Between: { Kind: BetweenKind.Erase, Erasure: { Names: null, Cause.Kind: ErasureKind.ByRule } } } => true,
        _ => false,
    };

    /// <summary>The same person as a store finds her again that was brought back from before she was erased.</summary>
    /// <param name="desks">Conversations of other lanes that have an address of hers.</param>
    public static IReadOnlyList<Erasure> Again(Conversation hers, IReadOnlyDictionary<PersonId, Conversation> desks, ErasureNames names, ErasureCause cause, DateTimeOffset at, Unlinking unlinking) =>
    [
        // Her own lane last: it is what she is found by if the others are not reached.
        .. Others(hers).Where(other => desks.ContainsKey(other.Lane))
            .Select(other => Elsewhere(desks[other.Lane], other.Reach.As, [.. Ids(hers)], names, cause, at, unlinking)).OfType<Erasure>().Where(erasure => !erasure.IsWhole),
        Whole(hers, names, cause, at, unlinking),
    ];

    /// <summary>Other lanes that may have an address of hers.</summary>
    public static IEnumerable<PersonId> Desks(Conversation hers) => Others(hers).Select(other => other.Lane).Distinct();

    /// <summary>The day is there, unless she took it back.</summary>
    internal static void TakeDue(Scene scene)
    {
        if (scene.Conversation.Erasing is { DueAt: { } due } wish && due <= scene.Now)
            Now(scene, Names(scene), wish.Cause);
    }

    internal static void TakeOrder(Scene scene, Between between)
    {
        var order = between.Erasure ?? throw new InvalidOperationException("Nothing was ordered.");
        if (order.Names is { } names)
            TakeFromHer(scene, between, order, names);
        else if (order.Cause.Kind == ErasureKind.ByRule)
            Now(scene, Names(scene), order.Cause);
        else if (!EraseTalk.Waits(scene.Conversation))
            EraseTalk.Begin(scene, order.Cause);
    }

    static ErasureNames Names(Scene scene) => scene.Said.Erasing ?? throw new InvalidOperationException("Nobody made names for the erasure.");

    static void Now(Scene scene, ErasureNames names, ErasureCause cause)
    {
        var hers = scene.Conversation;
        var reach = Passing.Reach(hers);
        var farewell = cause.Kind == ErasureKind.ByRule || reach.IsBad || reach.IsBlocked || IsShared(hers, reach) ? null : Goodbye(scene, names);
        var erasure = Whole(hers, names, cause, scene.Now, new Unlinking(names, scene.Catalogue.Forms));
        var isOwn = reach.Via == hers.Person && !erasure.KeepsAddress;
        Do(scene, erasure with { IsFirst = true, Farewell = farewell is not null && isOwn ? new Farewell(reach.Address, farewell) : null });
        var order = new ErasureOrder(cause) { Names = names, People = [.. Ids(hers)] };
        foreach (var (lane, other) in Others(hers))
            scene.Post(Post.Of(lane, other.Address, new Between(BetweenKind.Erase, hers.Person)
            {
                As = other.As,
                Erasure = order,
                Messages = farewell is not null && other.Address == reach.Address ? [farewell] : [],
            }, scene.Now));
    }

    /// <summary>Lanes that have an address of hers, and those that she has had.</summary>
    static IEnumerable<(PersonId Lane, Reach Reach)> Others(Conversation hers)
    {
        var known = hers.Reaches.Where(reach => reach.Via is { } lane && lane != hers.Person).Select(reach => (reach.Via.GetValueOrDefault(), reach)).ToList();
        return [.. known, .. Ids(hers).Where(id => id != hers.Person && known.All(one => one.Item1 != id)).Select(id => (id, new Reach(hers.Address, null)))];
    }

    static IEnumerable<PersonId> Ids(Conversation hers) => [hers.Person, .. hers.Joined.SelectMany(joined => Ids(joined.Before))];

    static void Do(Scene scene, Erasure erasure)
    {
        scene.Erasure = erasure;
        scene.Conversation = erasure.Desk ?? Conversation.New(erasure.Person, scene.Conversation.Address);
    }

    /// <summary>Another lane's person is erased, who was known at this lane's address, or was once this lane's.</summary>
    static void TakeFromHer(Scene scene, Between between, ErasureOrder order, ErasureNames names)
    {
        var farewell = between.Messages.Count > 0 ? new Farewell(scene.Inbound.From, between.Messages[0]) : null;
        if (Elsewhere(scene.Conversation, between.As, order.People, names, order.Cause, scene.Now, new Unlinking(names, scene.Catalogue.Forms)) is { } erasure)
            Do(scene, erasure with { Farewell = erasure.KeepsAddress ? null : farewell });
    }

    static Erasure? Elsewhere(
        Conversation desk, PersonId? guest, IReadOnlyList<PersonId> people, ErasureNames names, ErasureCause cause, DateTimeOffset at, Unlinking unlinking)
    {
        var here = new Erasure(desk.Person, names, cause, at, unlinking) { IsWhole = false };
        return guest is { } one && desk.Shared is { } phone ? here with { Desk = desk with { Shared = phone.Forgetting(one, at) }, KeepsAddress = true }
            : desk.Speaker is { } speaker && people.Contains(speaker) ? here with { Desk = desk with { Speaker = null } }
            : desk.StandsFor is { } stands && people.Contains(stands) ? Whole(desk, names, cause, at, unlinking)
            : null;
    }

    static Erasure Whole(Conversation hers, ErasureNames names, ErasureCause cause, DateTimeOffset at, Unlinking unlinking)
    {
        var desk = Desk(hers, at);
        return new Erasure(hers.Person, names, cause, at, unlinking)
        {
            Desk = desk,
            KeepsAddress = desk is not null,
            Sessions = unlinking.Sessions(hers.Sessions),
            Files = [.. hers.Sessions.SelectMany(unlinking.Files).Distinct()],
        };
    }

    // Others write by way of this lane: it goes on, without a word of her.
    static Conversation? Desk(Conversation hers, DateTimeOffset at)
    {
        var phone = hers.Shared is { IsShared: true } shared && shared.Forgetting(hers.Person, at) is { IsShared: true } others ? others : null;
        return phone is null && hers.Speaker is null ? null
            : Conversation.New(hers.Person, hers.Shared?.At ?? hers.Address) with { Speaker = hers.Speaker, Strangers = hers.Strangers, Shared = phone };
    }

    static bool IsShared(Conversation hers, Reach reach) => reach.As is not null || (hers.Shared is { IsShared: true } phone && phone.At == reach.Address);

    static Outbound Goodbye(Scene scene, ErasureNames names) =>
        new(ErasingWords.On(scene.Conversation.Language, "erase.done", scene.Now, ("number", names.Number))) { Language = scene.Conversation.Language };
}
