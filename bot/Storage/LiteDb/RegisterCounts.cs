using System.Runtime.InteropServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>How many sessions stand how and how many people speak what: kept with every line that comes or goes, so that nobody goes over all of them. For one thread at a time.</summary>
sealed class RegisterCounts
{
    const int NoLanguage = -1;

    readonly Dictionary<(string Subject, string Version, Standing Standing), int> sessions = [];
    readonly Dictionary<int, int> languages = [];

    public IReadOnlyList<SessionCount> Sessions => [.. sessions.Where(one => one.Value > 0).Select(one => new SessionCount(one.Key.Subject, one.Key.Version, one.Key.Standing, one.Value))];

    public IReadOnlyList<PeopleCount> People => [.. languages.Where(one => one.Value > 0).Select(one => new PeopleCount(one.Key == NoLanguage ? null : (Language)one.Key, one.Value))];

    /// <summary>A line takes the place of another.</summary>
    /// <param name="before">Null when there was none.</param>
    /// <param name="next">Null when it went.</param>
    public void Replace(RegisteredPerson? before, RegisteredPerson? next)
    {
        Add(before, -1);
        Add(next, 1);
    }

    void Add(RegisteredPerson? person, int times)
    {
        if (person is null)
            return;
        if (!person.IsSomebodyElse)
            CollectionsMarshal.GetValueRefOrAddDefault(languages, person.Language is { } language ? (int)language : NoLanguage, out _) += times;
        foreach (ref readonly var session in person.Sessions.AsSpan())
            CollectionsMarshal.GetValueRefOrAddDefault(sessions, (session.Subject, session.Version, session.Standing), out _) += times;
    }
}
