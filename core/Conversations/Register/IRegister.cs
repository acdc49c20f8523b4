using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Register;

/// <summary>People and sessions by where they stand: counted, filtered, sorted and paged by the store, so that no page reads a table whole. It follows every turn in its own transaction.</summary>
public interface IRegister
{
    /// <summary>How many sessions of each subject, version and standing there are; none that there are none of.</summary>
    Task<IReadOnlyList<SessionCount>> CountsAsync(CancellationToken stop);

    /// <summary>How many people there are of each language; without those who turned out to be somebody else.</summary>
    Task<IReadOnlyList<PeopleCount>> PeopleAsync(CancellationToken stop);

    /// <summary>Sessions that are wanted, with all that was said, in their order.</summary>
    /// <param name="skip">So many are left out before.</param>
    /// <param name="most">At most so many are given.</param>
    Task<SessionPage> SessionsAsync(SessionWish wish, int skip, int most, CancellationToken stop);

    /// <summary>The session of the id; null when there is none.</summary>
    Task<Session?> SessionAsync(string id, CancellationToken stop);

    /// <summary>The lines of all sessions of the subject, in no order.</summary>
    Task<IReadOnlyList<RegisterLine>> LinesAsync(string subject, CancellationToken stop);

    /// <summary>How far some people are in each of their sessions of the subjects, in no order: for few subjects, such as a module's lessons.</summary>
    Task<IReadOnlyList<PersonStanding>> StandingsAsync(IReadOnlyList<string> subjects, IReadOnlyCollection<PersonId> among, CancellationToken stop);

    /// <summary>All sessions of a flow, or only those of a subject, the oldest first and a handful in memory at a time: for figures that are worked out aside.</summary>
    /// <param name="flow">Null for those of a subject.</param>
    /// <param name="subject">Null for all of a flow.</param>
    IAsyncEnumerable<Session> EachAsync(string? flow, string? subject, CancellationToken stop);

    /// <summary>The people who are wanted, in their order.</summary>
    Task<PeopleFound> FindAsync(PeopleWish wish, int skip, int most, CancellationToken stop);
}

/// <summary>How far somebody is in a session.</summary>
/// <param name="IsOffered">Whether nothing was answered in it yet.</param>
public sealed record PersonStanding(PersonId Person, string Subject, Standing Standing, bool IsOffered);

/// <summary>How many sessions stand so.</summary>
public sealed record SessionCount(string Subject, string Version, Standing Standing, int Count);

/// <summary>How many people speak so.</summary>
/// <param name="Language">Null for those who have not chosen.</param>
public sealed record PeopleCount(Language? Language, int Count);

/// <summary>What a list of sessions is sorted by; of equal ones the last begun first.</summary>
public enum SessionOrder { Day, Standing, Language }

/// <summary>Which sessions are wanted.</summary>
/// <param name="Standing">Null wants all.</param>
/// <param name="Language">"" wants all.</param>
/// <param name="From">First day, as the line has it; null sets no bound.</param>
/// <param name="To">Last day; null sets no bound.</param>
public sealed record SessionWish(string Subject, Standing? Standing, string Language, DateOnly? From, DateOnly? To)
{
    public SessionOrder By { get; init; } = SessionOrder.Day;

    public bool IsDescending { get; init; } = true;

    public bool Takes(RegisterLine line) =>
        line.Subject == Subject && (Standing is null || line.Standing == Standing) && (Language.Length == 0 || line.Language == Language)
        && (From is null || line.Day >= From) && (To is null || line.Day <= To);
}

/// <summary>A page of sessions.</summary>
/// <param name="Found">How many the wish finds on all pages.</param>
public sealed record SessionPage(IReadOnlyList<Session> Sessions, int Found);

/// <summary>What a list of people is sorted by.</summary>
public enum PeopleOrder
{
    /// <summary>When they began, as their ids tell.</summary>
    Begun,

    /// <summary>The day they last went on with anything.</summary>
    Day,
}

/// <summary>Which people are wanted.</summary>
/// <param name="Words">As SearchWords makes them: who has all of them; empty wants all.</param>
/// <param name="Language">Null wants all.</param>
/// <param name="District">A code; "" wants all.</param>
/// <param name="Cadre">A code; "" wants all.</param>
/// <param name="Subject">Who has a session with it; "" wants all.</param>
/// <param name="Standing">Who has a session that stands so, with that subject if there is one; null wants all.</param>
public sealed record PeopleWish(IReadOnlyList<string> Words, Language? Language, string District, string Cadre, string Subject, Standing? Standing)
{
    public static readonly PeopleWish All = new([], null, "", "", "", null);

    /// <summary>The end of an id, as pages show it; "" wants all.</summary>
    public string IdEnd { get; init; } = "";

    /// <summary>Only these; null for everybody.</summary>
    public IReadOnlyCollection<PersonId>? Among { get; init; }

    public PeopleOrder By { get; init; } = PeopleOrder.Begun;

    public bool IsDescending { get; init; } = true;

    /// <summary>Whether one of the lines fits.</summary>
    public bool Takes(RegisterLine line) => (Subject.Length == 0 || line.Subject == Subject) && (Standing is null || line.Standing == Standing);
}

/// <summary>A page of people; their words are not given.</summary>
/// <param name="Found">How many the wish finds on all pages.</param>
public sealed record PeopleFound(IReadOnlyList<PersonLine> People, int Found);
