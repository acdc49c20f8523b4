namespace RbcBot.Core.Conversations;

/// <summary>The life cycle of one kind of session. Pure: it reads the scene, changes its session, says, notes.</summary>
public interface IFlow
{
    /// <summary>The flow's word in a session: interview, application, feedback, test or lesson.</summary>
    string Name { get; }

    /// <summary>The session came to the front: it begins, or goes on where it was.</summary>
    void Open(Scene scene);

    /// <summary>Takes what was said to the session in front.</summary>
    void Take(Scene scene);

    /// <summary>Says again what stands open, after something else was answered.</summary>
    void Repeat(Scene scene);

    /// <summary>The person leaves the session for later; nothing of it is lost.</summary>
    void Leave(Scene scene);

    /// <summary>Whether the session can be taken back for good as it stands.</summary>
    bool CanWithdraw(Scene scene);

    /// <summary>The person takes the session back for good; call it only when that can be.</summary>
    void Withdraw(Scene scene);
}
