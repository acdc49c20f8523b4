using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>One thing that waits for the writer. Exactly one of the three is there.</summary>
/// <param name="WhenDurable">Called on the writer's thread, in the order of the writes, before anybody is told.</param>
sealed record Write(TurnWrite? Turn, AcceptWrite? Accept, MarkWrite? Mark, Action WhenDurable)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A turn, made ready before the writer takes it.</summary>
/// <param name="Held">The inbound that it handles.</param>
/// <param name="Conversation">As text, without its sessions.</param>
/// <param name="Sessions">Only those that changed.</param>
/// <param name="Facts">As text; "" when there are none.</param>
/// <param name="Aside">Why the inbound is set aside; null when it is not.</param>
sealed record TurnWrite(
    HeldInbound Held, Turn Turn, string Conversation, IReadOnlyList<SessionRow> Sessions, string Facts, IReadOnlyList<MessageRow> Messages, AsideRow? Aside)
{
    /// <summary>The person's line in the register; null when the turn leaves it as it is.</summary>
    public PersonRow? Line { get; init; }

    /// <summary>Facts about who people are, sealed, each with whom it is about.</summary>
    public IReadOnlyList<(string Person, string Facts)> Identities { get; init; } = [];

    /// <summary>The numbers that its messages got, in order; empty before, or when it was found committed after the connection was cut.</summary>
    public List<long> Numbers { get; } = [];

    /// <summary>Address whose held messages go on with this turn; "" when none can.</summary>
    public string Releases { get; init; } = "";

    /// <summary>Where the person is reached, sealed.</summary>
    public string Address { get; init; } = "";

    /// <summary>That what was held goes on, as a sealed line.</summary>
    public string ReleasedLine { get; init; } = "";

    /// <summary>When the person spoke, by our clock.</summary>
    public DateTimeOffset SpokenAt { get; init; }

    /// <summary>What was held, in order.</summary>
    public List<ReleasedRow> Released { get; } = [];

    /// <summary>What it says to other lanes, in order.</summary>
    public IReadOnlyList<PostRow> Posts { get; init; } = [];

    /// <summary>Whether it was found committed after the connection was cut.</summary>
    public bool WasFound { get; set; }
}

/// <summary>A message of a turn; its number comes with the commit.</summary>
sealed record MessageRow(string Address, string Message, SendState State, long Due);

/// <summary>What a turn says to another lane.</summary>
/// <param name="To">Whose lane.</param>
/// <param name="Id">The inbox's id of it.</param>
sealed record PostRow(string To, byte[] Id, string Inbound);

/// <summary>Something set aside, as a row.</summary>
sealed record AsideRow(string Id, string Channel, string? Person, string? Inbound, byte[]? Payload, string Reason, long At);

/// <summary>An inbound to be kept.</summary>
/// <param name="Id">The inbox's id.</param>
/// <param name="Json">The inbound as text, sealed.</param>
sealed record AcceptWrite(string Id, string AddressKey, Inbound Inbound, string Json, long At)
{
    /// <summary>The address's value, sealed.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whose it is; "" before the address was looked up.</summary>
    public string Person { get; set; } = "";

    /// <summary>Whether the person began with this message.</summary>
    public bool IsNewPerson { get; set; }

    /// <summary>What became of it; null when it was there already.</summary>
    public Accepted? Taken { get; set; }

    /// <summary>Whether an attempt before may have been committed: being there already then means nothing.</summary>
    public bool IsAgain { get; set; }
}

/// <summary>An inbound that was taken in.</summary>
/// <param name="Epoch">The epoch of the person's lane when this node owns it; null when another does, or nobody.</param>
/// <param name="IsClaimed">Whether the lane was taken over from somebody with this message: there may be more.</param>
/// <param name="Earlier">Numbers of what waited for the person before.</param>
sealed record Accepted(long Number, long? Epoch, bool IsClaimed, IReadOnlyList<long> Earlier);

/// <summary>What became of a message that was handed to its channel.</summary>
/// <param name="Attempts">As lines; "" when there are none.</param>
/// <param name="Receipt">By what the channel's reports find it; null when it reports nothing.</param>
/// <param name="Class">Of its latest failure; counts once it is given up.</param>
sealed record MarkWrite(
    string Person, string Address, long Number, SendState State, int Tries, long Due, string ChannelMessageId, string Reason, string Attempts, string? Receipt, FailureClass Class)
{
    /// <summary>Where a report that was here before has carried it; null when none was.</summary>
    public ReportedRow? Reported { get; set; }
}

/// <summary>A message that a report was here of before our own mark, as the database gave it.</summary>
sealed record ReportedRow(SendState State, string ChannelMessageId, string Attempts);

/// <summary>A message that was held and is pending again, as the database gave it.</summary>
sealed record ReleasedRow(string Person, string Address, long Number, string Message, int Tries, long Due, string Attempts);
