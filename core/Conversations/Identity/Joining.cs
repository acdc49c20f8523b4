using System.Globalization;
using RbcBot.Core.Conversations.Consenting;
using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>Two conversations become one; nothing of either is lost.</summary>
static class Joining
{
    /// <summary>Takes what the other lane brings, notes it and tells it on both sides.</summary>
    public static void Take(Scene scene, Between between)
    {
        var other = between.Brought ?? throw new InvalidOperationException("Nothing was brought.");
        scene.Conversation = Of(scene.Conversation, other, between.By, scene.Now);
        scene.Note(new PersonJoined(scene.Conversation.Person, scene.Now, other.Person, between.By));
        var told = new Outbound(scene.Text("talk.link.joined"), [scene.Button(Command.Resume), scene.Button(Command.Menu)]) { Language = scene.Conversation.Language };
        scene.Reply(told);
        scene.Post(Passing.Carry(scene.Conversation.Person, Passing.Reach(other), [told], scene.Now));
    }

    static Conversation Of(Conversation keeper, Conversation other, JoinedBy by, DateTimeOffset now)
    {
        var isUnknown = keeper.Language is null && other.Language is not null;
        var takesFront = keeper.Front is null && TalkMachine.State(other) == TalkState.InSession;
        var joined = keeper with
        {
            State = takesFront ? nameof(TalkState.InSession) : isUnknown ? nameof(TalkState.AtMenu) : keeper.State,
            Front = takesFront ? other.Front : keeper.Front,
            Language = keeper.Language ?? other.Language,
            Wanted = keeper.Wanted ?? other.Wanted,
            IsIntroduced = keeper.IsIntroduced || other.IsIntroduced,
            // Who once asked for silence keeps it until she says otherwise.
            IsSilenced = keeper.IsSilenced || other.IsSilenced,
            Consents = [.. keeper.Consents.Concat(other.Consents).OrderBy(consent => consent.At)],
            Sessions = [.. keeper.Sessions, .. other.Sessions.Select(session => session with { Person = keeper.Person })],
            LastHeard = Later(keeper.LastHeard, other.LastHeard),
            Erasing = keeper.Erasing ?? other.Erasing,
            QuietUntil = Later(keeper.QuietUntil, other.QuietUntil),
            LastSaid = Later(keeper.LastSaid, other.LastSaid),
            Reaches = [.. Brought(other).Where(reach => keeper.Reaches.All(mine => mine.Address != reach.Address)), .. keeper.Reaches],
            Nudges = [.. keeper.Nudges.Concat(other.Nudges).Order()],
            Held = [.. keeper.Held, .. other.Held.Where(held => keeper.Held.All(mine => mine.Key != held.Key))],
            Asks = Math.Max(keeper.Asks, other.Asks),
            Joined = [.. keeper.Joined, new Joined(other.Person, now, by, other with { Sessions = [] }, [.. other.Sessions.Select(session => session.Id)])],
        };
        return PurposeEffects.Marked(AskedAnew(joined));
    }

    // Tokens were numbered on both sides: a button that was shown in one talk must not press what stands open in the other.
    internal static Conversation AskedAnew(Conversation joined)
    {
        var asks = joined.Asks;
        return joined with
        {
            Sessions = [.. joined.Sessions.Select(session => session.Asked is { } asked
                ? session with { Asked = asked with { Token = (++asks).ToString(CultureInfo.InvariantCulture) } }
                : session)],
            Asks = asks,
        };
    }

    static IEnumerable<Reach> Brought(Conversation other) =>
        (other.Reaches.Count > 0 ? other.Reaches : [new Reach(other.Address, other.LastHeard)]).Select(reach => reach with { Via = reach.Via ?? other.Person });

    static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
