namespace RbcBot.Core.People.Erasing;

/// <summary>Has people erased, and tells who was.</summary>
/// <remarks>
/// It is done in the person's own lane, behind all that waits there, as everything about her is: on return it is only asked for, durably.
/// A person who turned out to be another is erased as that one, with all her addresses and earlier ids.
/// </remarks>
public interface IErasures
{
    /// <summary>
    /// Asks for the erasure of everything that tells who she is. By a rule it is done at once and in silence; on paper she is told on her channel and may take it back for seven days.
    /// What is counted stays, under a new id that nothing leads to. Asked again, or for somebody who is not there, it changes nothing.
    /// </summary>
    Task AskAsync(PersonId person, ErasureCause cause, CancellationToken stop);

    /// <summary>The erasures that were done, the latest first; nothing of the people is in it.</summary>
    Task<IReadOnlyList<ErasureNote>> DoneAsync(CancellationToken stop);
}

/// <summary>That somebody was erased.</summary>
/// <param name="Number">What she was told, and may quote.</param>
/// <param name="At">The day.</param>
/// <param name="IsFinished">Whether what was before it has been let go too: until then copies of the database on this machine may hold her, sealed.</param>
public sealed record ErasureNote(string Number, DateTimeOffset At, ErasureKind Kind, bool IsFinished);
