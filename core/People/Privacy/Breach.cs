namespace RbcBot.Core.People.Privacy;

/// <summary>What kind of data a breach touched; also what the notice to people says.</summary>
public enum BreachKind { Contacts, Answers, Applications, Learning, Health, Accounts }

/// <summary>Who has been told of a breach.</summary>
public enum BreachStep
{
    /// <summary>The controller, by a processor.</summary>
    Controller,

    /// <summary>The authority, NCSA.</summary>
    Authority,

    /// <summary>The people whom it touched.</summary>
    People,

    /// <summary>Nothing is left to be done.</summary>
    Closed,
}

/// <summary>That a step was done, or more became known.</summary>
/// <param name="Step">Null for a note.</param>
/// <param name="By">Sign-in name.</param>
public sealed record BreachEntry(DateTimeOffset At, string By, BreachStep? Step, string Note);

/// <summary>A breach of people's data: data that somebody saw, changed, lost or took who should not.</summary>
/// <param name="What">What happened, in words.</param>
/// <param name="KnownAt">When somebody of us learnt of it: from then the hours count.</param>
/// <param name="People">How many it touched, as far as is known.</param>
public sealed record Breach(string Id, string What, DateTimeOffset KnownAt, IReadOnlyList<BreachKind> Kinds, int People)
{
    /// <summary>Hours in which a processor tells the controller and the controller the authority (law 058/2021, article 43).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>Whether it puts people at high risk, so that they are told (article 45).</summary>
    public bool IsHighRisk { get; init; }

    /// <summary>Whom it touched.</summary>
    public AffectedPeople Whom { get; init; } = AffectedPeople.Everybody;

    /// <summary>What was done, the oldest first.</summary>
    public IReadOnlyList<BreachEntry> Entries { get; init; } = [];

    public DateTimeOffset Due => KnownAt + Patience;

    /// <summary>When a step was done first; null while it was not.</summary>
    public DateTimeOffset? DoneAt(BreachStep step) => Entries.FirstOrDefault(entry => entry.Step == step)?.At;

    public bool IsClosed => DoneAt(BreachStep.Closed) is not null;

    /// <summary>Whether the authority was not told within the hours, or still is not.</summary>
    public bool IsOverdue(DateTimeOffset now) => (DoneAt(BreachStep.Authority) ?? now) > Due;

    /// <summary>Whether the hours are over and somebody must act.</summary>
    public bool WantsAct(DateTimeOffset now) => DoneAt(BreachStep.Authority) is null && now > Due;

    /// <summary>The breach as it is to be kept when another was kept meanwhile: no entry of either is lost.</summary>
    public Breach After(Breach kept) => this with { Entries = [.. kept.Entries.Union(Entries).OrderBy(entry => entry.At)] };

    public Breach With(BreachEntry entry) => this with { Entries = [.. Entries, entry] };
}

/// <summary>Whom a breach touched, so that they can be counted and told.</summary>
/// <param name="Channel">Who can be reached there; "" for every channel.</param>
/// <param name="Subject">Who has a session in the round or lesson; "" for everybody.</param>
public sealed record AffectedPeople(string Channel, string Subject)
{
    public static readonly AffectedPeople Everybody = new("", "");
}

/// <summary>Keeps the log of breaches.</summary>
public interface IBreaches
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<Breach>> ListAsync(CancellationToken stop);

    Task<Breach?> FindAsync(string id, CancellationToken stop);

    /// <summary>Durable on return.</summary>
    Task KeepAsync(Breach breach, CancellationToken stop);
}
