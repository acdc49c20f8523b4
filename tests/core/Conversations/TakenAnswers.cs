using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations;

/// <summary>The answers that a person was told are taken: each stands in its session until it is given anew, taken back or withdrawn.</summary>
sealed class TakenAnswers
{
    readonly Dictionary<(string Session, string Path), string> standing = [];
    int read;

    /// <summary>Compares with what the sessions hold after a turn.</summary>
    /// <param name="said">What was written or pressed in it.</param>
    public void CheckAfter(Dialogue talk, string said)
    {
        foreach (var fact in talk.Facts.Skip(read))
            Learn(fact);
        read = talk.Facts.Count;
        var held = talk.Conversation.Sessions.SelectMany(session => session.Answers.Select(answer => ((session.Id, answer.Path), answer.Value))).ToDictionary();
        var gone = standing.Keys.Where(key => !held.ContainsKey(key)).ToList();
        if (gone is [var one] && IsBack(said) && one.Path == Front(talk)?.Asked?.Path)
            standing.Remove(one);
        foreach (var (key, value) in standing)
            Assert.True(held.TryGetValue(key, out var stands) && stands == value, $"{key}: {value} was taken, {stands ?? "nothing"} stands after {said}\n{talk.Transcript}");
    }

    void Learn(Fact fact)
    {
        if (fact is AnswerGiven given)
            standing[(given.Session, given.Path)] = given.Value;
        if (fact is SessionWithdrawn withdrawn)
            foreach (var key in standing.Keys.Where(key => key.Session == withdrawn.Session).ToList())
                standing.Remove(key);
    }

    static bool IsBack(string said) => Commands.Read(said) == Command.Back || Commands.OfPayload(said) == Command.Back;

    static Session? Front(Dialogue talk) => talk.Conversation.Sessions.SingleOrDefault(session => session.Id == talk.Conversation.Front);
}
