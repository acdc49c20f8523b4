using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>A message that was decided, as the checker follows it to its end.</summary>
sealed class Posted(Outbound message, bool isFetched)
{
    readonly List<Delivery> answers = [];

    public Outbound Message => message;

    public SendState Fate { get; private set; } = isFetched ? SendState.Sent : SendState.Pending;

    /// <summary>How often it came to its person.</summary>
    public int Arrivals { get; private set; }

    /// <summary>Whether the bot cannot know that it arrived: then it may arrive once more.</summary>
    public bool IsForgotten { get; private set; }

    /// <summary>The channel answered; whether the message arrived is what the channel knows and the bot may not.</summary>
    public void Answered(Delivery answer, bool hasArrived)
    {
        CheckFailedException.Unless(Fate == SendState.Pending, $"sent again although it is {Fate}");
        CheckFailedException.Unless(!hasArrived || Arrivals == 0 || IsForgotten || IsUnsure, "arrives twice, and the bot was not even down");
        answers.Add(answer);
        if (!hasArrived)
            return;
        Arrivals++;
        IsForgotten = false;
    }

    /// <summary>The store took what became of it.</summary>
    public void Marked(SendState state)
    {
        CheckFailedException.Unless(Fate == SendState.Pending, $"{state} after it was {Fate}");
        CheckFailedException.Unless(state == SendState.Pending || IsEarned(state), $"{state} after {string.Join(", ", answers)}");
        Fate = state;
    }

    /// <summary>The bot died: of what it did not write down it knows nothing.</summary>
    public void Forget() => IsForgotten = Fate == SendState.Pending && Arrivals > 0;

    // Whom to call is said rather twice than not at all.
    bool IsUnsure => message.IsUrgent && answers.Exists(answer => answer is Unknown);

    bool IsEarned(SendState state) => state switch
    {
        SendState.Sent => answers.LastOrDefault() is Sent && Arrivals > 0,
        SendState.Unknown => answers.LastOrDefault() is Unknown,
        SendState.Blocked => answers.LastOrDefault() is Blocked,
        SendState.Failed => answers.LastOrDefault() is Failed { IsPermanent: true } || answers.Count(answer => answer is Failed) >= RbcBot.Bot.Outbox.RetrySchedule.MostTries,
        // What arrived before the bot died is to it as if it had never gone.
        SendState.Expired => Message.ExpiresAt is not null && (Arrivals == 0 || IsForgotten),
        _ => false,
    };
}
